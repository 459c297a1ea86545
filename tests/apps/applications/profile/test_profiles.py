"""受理信息: how an organ says that it receives applications."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.applications.profile.queries import kept_profile, reception, receptions
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Organ
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, Role
from tests.factories.intakes import TODAY, Desk, registered
from tests.factories.organs import acting, organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
GOOD = ProfileFacts("示审", address="一号路2号", ways=("counter", "ems", "letter"))


@pytest.fixture
def place() -> Organ:
    return organ("示范市审计局")


def test_the_disclosure_office_keeps_it(place: Organ) -> None:
    office = acting("office", place, Role.DISCLOSURE_OFFICE)
    save_profile(office, organ_id=place.pk, facts=GOOD, now=NOW)
    known = kept_profile(office, place.pk)
    assert known is not None
    assert known.code_word == "示审"
    assert not reception(place.pk).is_online
    assert [row.pk for row in receptions()] == [place.pk]
    told = Entry.objects.get(verb="save_profile").after
    assert told is not None
    assert told["code_word"] == "示审"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"code_word": ""}, "PROFILE-CODE", id="没有机关代字"),
        pytest.param({"code_word": "示〔1〕"}, "PROFILE-CODE-SIGNS", id="代字有括号"),
        pytest.param({"code_word": "示财"}, "PROFILE-CODE-TAKEN", id="代字重复"),
        pytest.param({"address": " "}, "PROFILE-ADDRESS", id="没有地址"),
        pytest.param({"ways": ("portal",)}, "PROFILE-WAYS", id="缺少基本渠道"),
        pytest.param({"ways": (*GOOD.ways, "fax")}, "PROFILE-CONTACT", id="传真没有号码"),
        pytest.param({"internal_workdays": 20}, "PROFILE-TERM", id="内部期限不短于法定"),
        pytest.param({"email": "x"}, "PROFILE-EMAIL", id="电子邮箱"),
        pytest.param({"postcode": "12"}, "PROFILE-POSTCODE", id="邮政编码"),
        pytest.param({"number_pattern": "〔{年}〕{序号}号"}, "PROFILE-PATTERN", id="格式没有代字"),
        pytest.param({"number_pattern": "{机关简码}{年}"}, "NUMBER-NEEDED", id="格式没有序号"),
    ],
)
def test_what_cannot_be_is_refused(place: Organ, changes: dict[str, object], code: str) -> None:
    Desk(organ("示范市财政局"))
    office = acting("office", place, Role.DISCLOSURE_OFFICE)
    facts = replace(GOOD, **changes)  # type: ignore[arg-type] # fields of the same class
    with pytest.raises(BlockedError) as error:
        save_profile(office, organ_id=place.pk, facts=facts, now=NOW)
    assert code in {row.code for row in error.value.findings}
    assert not receptions() or receptions()[0].pk != place.pk


@pytest.mark.parametrize("pattern", ["", "{序号}号〔{年}〕{机关简码}"], ids=["通常", "序号在前"])
def test_numbers_another_organ_has_given_this_year_stay_its_own(place: Organ, pattern: str) -> None:
    desk = Desk(place)
    facts = replace(GOOD, code_word="示财", number_pattern=pattern)
    save_profile(desk.office, organ_id=place.pk, facts=facts, now=NOW)
    registered(desk.handler)
    later = replace(facts, code_word="示政")
    save_profile(desk.office, organ_id=place.pk, facts=later, now=NOW)
    other = organ("邻市审计局")
    office = acting("other", other, Role.DISCLOSURE_OFFICE)
    with pytest.raises(BlockedError) as error:
        save_profile(office, organ_id=other.pk, facts=facts, now=NOW)
    assert {row.code for row in error.value.findings} == {"PROFILE-CODE-TAKEN"}
    next_year = NOW + timedelta(days=366)
    assert save_profile(office, organ_id=other.pk, facts=facts, now=next_year).code_word == "示财"
    free = replace(facts, code_word="示财审")
    assert save_profile(office, organ_id=other.pk, facts=free, now=NOW).code_word == "示财审"


def test_nobody_else_keeps_it(place: Organ) -> None:
    other = acting("other", organ("邻市审计局"), Role.DISCLOSURE_OFFICE)
    handler = acting("handler", place, Role.HANDLER)
    with pytest.raises(Organ.DoesNotExist):
        save_profile(other, organ_id=place.pk, facts=GOOD, now=NOW)
    with pytest.raises(NotAllowedError):
        save_profile(handler, organ_id=place.pk, facts=GOOD, now=NOW)


def test_a_closed_organ_is_not_asked_any_more(place: Organ) -> None:
    desk = Desk(place)
    assert reception(desk.organ.pk).is_online
    Organ.objects.filter(pk=place.pk).update(until=TODAY)
    assert not reception(desk.organ.pk).is_online
    assert receptions() == []


def test_an_organ_has_its_own_shorter_term(place: Organ) -> None:
    desk = Desk(place)
    facts = replace(GOOD, code_word="示财", internal_workdays=15)
    save_profile(desk.office, organ_id=place.pk, facts=facts, now=NOW)
    case = registered(desk.handler)
    assert case.internal_due is not None
    assert case.due is not None
    assert case.internal_due < case.due
