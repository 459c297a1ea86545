"""Disclosure guides: kept, shown when complete, looked through again."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from pytest_django import Settings

from gongkai.apps.catalogue import guide_queries as queries
from gongkai.apps.catalogue.guides import confirm_guide, save_guide
from gongkai.apps.catalogue.models import Guide, GuideRevision
from gongkai.apps.catalogue.stamps import current
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.reviewing import Reason
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role
from tests.apps.catalogue.directories import NOW, site
from tests.factories.guides import GUIDE
from tests.factories.organs import Region, acting

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


@pytest.fixture
def region() -> Region:
    return Region()


@pytest.fixture
def office(region: Region) -> Actor:
    return acting("office", region.bureau, Role.DISCLOSURE_OFFICE)


def save(who: Actor, expected: int = 0, **changes: str) -> GuideRevision:
    content = {**GUIDE, **changes}
    organ_id = who.organ_id or 0
    return save_guide(who, organ_id=organ_id, content=content, expected=expected, now=NOW)


def confirm(who: Actor, expected: int, days: int = 0) -> Guide:
    now = NOW + timedelta(days=days)
    return confirm_guide(who, organ_id=who.organ_id or 0, expected=expected, now=now)


def shown(region: Region) -> dict[str, str]:
    found = queries.guide_of(region.bureau.pk)
    assert found is not None
    return dict(line for section in found.sections for line in section.lines)


def waits(who: Actor, days: int = 0) -> tuple[Reason, ...]:
    today = TODAY + timedelta(days=days)
    reasons = queries.kept_guide(who, who.organ_id or 0, today).reasons
    assert queries.due_guides(who, today).exists() is bool(reasons)
    return reasons


def codes(error: pytest.ExceptionInfo[BlockedError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_a_complete_guide_is_public_at_once(region: Region, office: Actor) -> None:
    before = current()
    assert queries.guide_of(region.bureau.pk) is None
    save(office)
    assert shown(region)["联系电话"] == GUIDE["phone"]
    assert current() > before
    assert waits(office) == ()


def test_the_public_keeps_the_last_complete_version(region: Region, office: Actor) -> None:
    save(office)
    save(office, 1, phone="", hours="工作日全天")
    assert shown(region)["联系电话"] == GUIDE["phone"]
    assert shown(region)["办公时间"] == GUIDE["hours"]
    assert waits(office) == (Reason.INCOMPLETE,)
    save(office, 2, phone="0990-7654321")
    assert shown(region)["联系电话"] == "0990-7654321"


def test_a_guide_that_never_was_complete_is_not_shown(region: Region, office: Actor) -> None:
    assert waits(office) == (Reason.ABSENT,)
    save(office, fax="")
    assert queries.guide_of(region.bureau.pk) is None
    assert waits(office) == (Reason.INCOMPLETE,)
    kept = queries.kept_guide(office, region.bureau.pk, TODAY)
    assert [(finding.code, finding.paths) for finding in kept.findings] == [
        ("GUIDE-MISSING", ("fax",))
    ]


def test_versions_stay_and_tell_what_they_changed(region: Region, office: Actor) -> None:
    save(office)
    changed = save(office, 1, phone="0990-7654321")
    found = queries.guide_revision(office, changed.pk)
    assert found.before == 1
    (row,) = found.changes
    assert (row.label, row.old, row.new) == ("联系电话", GUIDE["phone"], "0990-7654321")
    assert "<ins>" in row.html
    numbers = [one.number for one in queries.guide_revisions(office, region.bureau.pk)]
    assert numbers == [2, 1]
    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.after) == ("save_guide", {"phone": "0990-7654321"})
    assert "第十二条" in entry.cite


def test_who_saves_second_is_told_and_nothing_is_lost(office: Actor) -> None:
    save(office)
    with pytest.raises(BlockedError) as error:
        save(office, 0, phone="0990-7654321")
    assert codes(error) == ["GUIDE-CHANGED"]
    assert GuideRevision.objects.count() == 1


def test_the_same_again_is_no_version(office: Actor) -> None:
    save(office)
    with pytest.raises(BlockedError) as error:
        save(office, 1, phone=f" {GUIDE['phone']} ")
    assert codes(error) == ["GUIDE-SAME"]


def test_what_is_too_long_is_not_kept(office: Actor) -> None:
    with pytest.raises(BlockedError) as error:
        save(office, office="处" * 201)
    assert codes(error) == ["GUIDE-LONG"]
    assert not GuideRevision.objects.exists()


def test_after_a_year_it_waits_until_it_is_found_in_order(office: Actor) -> None:
    save(office)
    assert waits(office, 364) == ()
    assert waits(office, 365) == (Reason.OLD,)
    assert confirm(office, 1, 365).reviewed_on == TODAY + timedelta(days=365)
    assert waits(office, 366) == ()
    assert Entry.objects.latest("sequence").verb == "confirm_guide"


def test_the_setting_says_after_how_many_months(office: Actor, settings: Settings) -> None:
    settings.GONGKAI_GUIDE_MONTHS = 3
    save(office)
    assert waits(office, 91) == ()
    assert waits(office, 92) == (Reason.OLD,)


def test_a_new_name_or_contact_makes_it_wait(region: Region, office: Actor) -> None:
    here = site(region.bureau)
    save(office)
    Organ.objects.filter(pk=region.bureau.pk).update(name="示范县财政和国资局")
    here.contact = "0990-7654321"
    here.save()
    assert waits(office) == (Reason.RENAMED, Reason.CONTACT)
    confirm(office, 1)
    assert waits(office) == ()


def test_an_incomplete_guide_is_not_in_order(office: Actor) -> None:
    save(office, fax="")
    with pytest.raises(BlockedError) as error:
        confirm(office, 1)
    assert codes(error) == ["GUIDE-INCOMPLETE"]


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LEADER, Role.DEPUTY_LEADER])
def test_others_neither_write_nor_confirm(region: Region, role: Role) -> None:
    who = acting("somebody", region.bureau, role)
    with pytest.raises(NotAllowedError):
        save(who)
    with pytest.raises(NotAllowedError):
        confirm(who, 0)
    assert not queries.due_guides(who, TODAY).exists()


def test_another_organs_guide_is_not_there(region: Region, office: Actor) -> None:
    revision = save(office)
    stranger = acting("stranger", region.finance, Role.DISCLOSURE_OFFICE)
    for_bureau = {"organ_id": region.bureau.pk, "expected": 1, "now": NOW}
    with pytest.raises(Organ.DoesNotExist):
        save_guide(stranger, content={}, **for_bureau)  # type: ignore[arg-type] # values of three kinds
    with pytest.raises(Organ.DoesNotExist):
        queries.kept_guide(stranger, region.bureau.pk, TODAY)
    with pytest.raises(GuideRevision.DoesNotExist):
        queries.guide_revision(stranger, revision.pk)
    assert not queries.guide_revisions(stranger, region.bureau.pk).exists()


def test_the_system_waits_for_nothing(region: Region) -> None:
    save_guide(SYSTEM, organ_id=region.city.pk, content=GUIDE, expected=0, now=NOW)
    assert not queries.due_guides(SYSTEM, TODAY).exists()
