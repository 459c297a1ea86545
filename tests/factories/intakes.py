"""Applications as people fill them in, all of it invented; organs that receive them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from gongkai.apps.applications.models import Application, PortalDraft
from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.applications.receiving.drafts import open_draft, save_draft
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.receiving.registering import register
from gongkai.apps.organs.models import Organ
from gongkai.core.applications.intake import Intake
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.identity import VISITOR, Actor, Role
from gongkai.core.identity.resident_number import CHECK_LETTERS, WEIGHTS
from tests.factories.organs import acting
from tests.factories.publishing import NOW

TODAY = date(2025, 6, 30)
WAYS = tuple(way.value for way in SubmissionWay)
TOKEN = "planted-draft"


def resident_number(serial: int = 1) -> str:
    """An identity number that nobody has: its place is none, its check letter is right."""
    body = f"11010119000102{serial:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECK_LETTERS[total % 11]


def mistyped(number: str) -> str:
    """The number with another check letter."""
    return number[:-1] + ("0" if number[-1] != "0" else "1")


def intake(number: int = 1, **changes: Any) -> Intake:
    """What an invented person asks for."""
    said = Intake(
        applicant_kind="natural",
        name=f"张小明{number}" if number > 1 else "张小明",
        paper="resident",
        paper_number=resident_number(number),
        phone="13900000000",
        email="zhang@example.com",
        address="示范市一号路1号",
        postcode="990000",
        subject=f"第{number}号地块的征收补偿方案",
        items=(f"第{number}号地块的征收补偿方案及其批准文件",),
        medium="electronic",
        provision="portal",
    )
    return replace(said, **changes)


class Desk:
    """An organ that receives applications in every way, with a handler and a disclosure office."""

    def __init__(self, place: Organ, code_word: str = "示财") -> None:
        self.organ = place
        self.handler = acting(f"handler-{place.pk}", place, Role.HANDLER)
        self.office = acting(f"office-{place.pk}", place, Role.DISCLOSURE_OFFICE)
        facts = ProfileFacts(
            code_word,
            office="示范市财政局办公室",
            address="示范市一号路2号",
            postcode="990000",
            phone="0000-00000000",
            fax="0000-00000001",
            email="gongkai@example.com",
            hours="工作日 8:30—12:00，14:00—17:30",
            ways=WAYS,
        )
        save_profile(self.office, organ_id=place.pk, facts=facts, now=NOW)


def counter(day: date = TODAY) -> Arrival:
    """Handed in over the counter."""
    return Arrival(SubmissionWay.COUNTER, day)


def registered(
    who: Actor, said: Intake | None = None, arrival: Arrival | None = None, now: datetime = NOW
) -> Application:
    """An application in the register."""
    return register(who, intake=said or intake(), arrival=arrival or counter(), now=now)


def drafted(
    place: Organ, token: str = TOKEN, said: Intake | None = None, now: datetime = NOW
) -> PortalDraft:
    """What somebody has written on the portal and not submitted."""
    open_draft(VISITOR, organ_id=place.pk, token=token, now=now)
    return save_draft(VISITOR, token=token, intake=said or intake(), now=now)
