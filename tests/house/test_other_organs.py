"""Every address that names a row answers 404 to members of another organ, whatever their role."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate, localtime

from gongkai.apps.access.models import Guard, HeldForm
from gongkai.apps.checks.models import WordList
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import StandIn, Unit, User
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.reports.models import AnnualReport, ReadingSession, ReportFile
from gongkai.apps.reports.stored import pack
from gongkai.core.identity import Role
from tests.apps.reports.made import report as made_report
from tests.factories.organs import Region, duty, person, serving
from tests.house.addresses import CARRYING, filled
from tests.house.planting import planted_directory_draft, planted_items

pytestmark = pytest.mark.django_db
ROLES = (
    Role.HANDLER,
    Role.LEADER,
    Role.DISCLOSURE_OFFICE,
    Role.COMPETENT_DEPARTMENT,
    Role.ADMINISTRATOR,
    Role.SECURITY_ADMINISTRATOR,
    Role.AUDITOR,
)
OF_NO_ORGAN = {"number", "feed"}
"""Values that name what belongs to the whole system: a verification of the chain; or that are
themselves the right to see: a private calendar address, which another test guesses at."""
OWN = [path for path in CARRYING if not any(f":{name}>" in path for name in OF_NO_ORGAN)]
TOKEN = "planted-token"


class Planted:
    """A row of the county's bureau for each value that an address may carry."""

    def __init__(self) -> None:
        self.region = Region()
        place, now = self.region.bureau, localtime()
        user, deputy = serving("holder", place, Role.LEADER), serving("deputy", place)
        keeper = serving("keeper", place, Role.DISCLOSURE_OFFICE)
        self.people = [user, keeper]
        held = user.duties.get()
        unit = Unit.objects.create(organ=place, name="预算科")
        stand_in = StandIn.objects.create(
            duty=held,
            deputy=deputy,
            since=localdate(),
            until=localdate() + timedelta(days=9),
            reason="外出",
        )
        later = now + timedelta(hours=1)
        ReadingSession.objects.create(token=TOKEN, opened_at=now, expires_at=later, organ=place)
        HeldForm.objects.create(token=TOKEN, user=user, address="/desk/", fields={}, held_at=now)
        guard = Guard.objects.create(key="account:holder", user=deputy, locked_until=later)
        report = AnnualReport.objects.create(
            organ=place,
            format="2021",
            reading=pack(made_report()),
            digest="x",
            kept_at=now,
            kept_by="holder",
        )
        file = ReportFile.objects.create(report=report, name="年报.html", size=1, data=b"x")
        words = WordList.objects.create(organ=place, name="词表", digest="x", changed_at=now)
        whose = actor_of(keeper, localdate()).key
        draft = words.drafts.create(actor_key=whose, name="词表.csv", at=now)
        word = words.entries.create(wrong="蓝皮方案", category="term", severity="warning")
        entry = record(actor_of(user, localdate()), "keep_report", "annual_report:1")
        self.values = {
            "organ_id": place.pk,
            "unit_id": unit.pk,
            "user_id": deputy.pk,
            "duty_id": held.pk,
            "stand_in_id": stand_in.pk,
            "report_id": report.pk,
            "file_id": file.pk,
            "guard_id": guard.pk,
            "sequence": entry,
            "word_list_id": words.pk,
            "word_id": word.pk,
            "word_draft_id": draft.pk,
            **planted_items(place, now),
            "directory_draft_id": planted_directory_draft(place, whose, now),
            "token": TOKEN,
            "key": "x",
            "path": "applications.new.6",
        }

    def address(self, pattern: str) -> str:
        """The address of planted rows; fails for a value nobody has planted a row for."""
        return "/" + filled(
            pattern, {n: str(v) for n, v in self.values.items() if f":{n}>" in pattern}
        )

    def outsiders(self) -> list[User]:
        """Somebody in each role, in a neighbour's organ and in one beside the planted one."""
        found = []
        for place in (self.region.other, self.region.town):
            place.is_competent = True
            place.save()
            found += [serving(f"{role}-{place.pk}", place, role) for role in ROLES]
        return found

    def insiders(self) -> list[User]:
        """Somebody in each role in the organ itself, the holder of the duty among them."""
        self.region.bureau.is_competent = True
        self.region.bureau.save()
        return [*self.people, *(serving(role, self.region.bureau, role) for role in ROLES)]


def answers(user: User, address: str) -> set[int]:
    """The statuses of looking and of sending."""
    client = Client()
    client.force_login(user)
    return {client.get(address).status_code, client.post(address).status_code}


@pytest.fixture
def planted() -> Planted:
    return Planted()


def test_there_are_addresses_that_name_rows() -> None:
    assert len(OWN) > 20


@pytest.mark.parametrize("pattern", OWN)
def test_a_row_is_planted_for_every_value(planted: Planted, pattern: str) -> None:
    assert "<" not in planted.address(pattern)


@pytest.mark.parametrize("pattern", OWN)
def test_another_organs_row_is_not_there(planted: Planted, pattern: str) -> None:
    address = planted.address(pattern)
    seen = {user.username: answers(user, address) for user in planted.outsiders()}
    assert {name: found for name, found in seen.items() if not found <= {404, 405}} == {}
    assert all(404 in found for found in seen.values())


@pytest.mark.parametrize("pattern", [path for path in OWN if "<str:key>" not in path])
def test_the_planted_row_is_there_for_its_own_people(planted: Planted, pattern: str) -> None:
    address = planted.address(pattern)
    assert any(answers(user, address) - {404, 405} for user in planted.insiders())


def test_somebody_without_a_duty_finds_nothing(planted: Planted) -> None:
    nobody = person("nobody")
    for pattern in OWN:
        assert answers(nobody, planted.address(pattern)) <= {404, 405}


def test_a_duty_that_ended_opens_nothing(planted: Planted) -> None:
    today = localdate()
    user = person("former", planted.region.bureau)
    duty(user, planted.region.bureau, Role.ADMINISTRATOR, today - timedelta(days=9), today)
    for pattern in OWN:
        assert answers(user, planted.address(pattern)) <= {404, 405}
