"""Entering organs, setting right what was entered, and everything that may be wrong with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.facts import Basis, OrganFacts
from gongkai.apps.organs.founding import amend_organ, found_organ
from gongkai.apps.organs.models import Organ
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError, OrganKind, Role
from gongkai.core.identity.credit_code import check_character
from tests.factories.organs import FOUNDED, TODAY, Region, acting, basis

pytestmark = pytest.mark.django_db
BODY = "11990100000000001"
CODE = BODY + check_character(BODY)


@pytest.fixture
def region() -> Region:
    return Region()


def codes(error: pytest.ExceptionInfo[BlockedError]) -> set[str]:
    return {finding.code for finding in error.value.findings}


def test_an_administrator_enters_an_organ_below_his_own(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.DEPARTMENT, region.city.pk, "990100", "示范市", CODE)
    organ = found_organ(
        actor, name=" 示范市档案局 ", short_name="市档案局", facts=facts, basis=basis()
    )
    assert (organ.name, organ.superior, organ.code) == ("示范市档案局", region.city, CODE)
    assert [(row.name, row.since) for row in organ.names.all()] == [("示范市档案局", FOUNDED)]
    entry = Entry.objects.get(verb="found_organ", subject=f"organ:{organ.pk}")
    assert entry.organ_id == region.city.pk


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"code": CODE[:-1] + "0"}, "ORGAN-CREDIT-CODE", id="校验码不对"),
        pytest.param({"region_code": "9901"}, "ORGAN-REGION-CODE", id="区划代码位数不对"),
        pytest.param({"region_code": "990200"}, "ORGAN-REGION-OUTSIDE", id="区划在邻市"),
        pytest.param(
            {"kind": OrganKind.COUNTY, "region_code": "990100"}, "ORGAN-REGION-LEVEL", id="级别不符"
        ),
        pytest.param({"kind": OrganKind.PROVINCE}, "ORGAN-SUPERIOR", id="省不在市之下"),
        pytest.param({"is_competent": True}, "ORGAN-COMPETENT-REGION", id="主管部门没有区划"),
    ],
)
def test_wrong_facts(region: Region, change: dict[str, object], code: str) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = replace(OrganFacts(OrganKind.DEPARTMENT, region.city.pk), **change)  # type: ignore[arg-type]  # one field of any type
    with pytest.raises(BlockedError) as error:
        found_organ(actor, name="示范市档案局", facts=facts, basis=basis())
    assert codes(error) == {code}


def test_a_vertical_organ_may_lie_in_another_region(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.VERTICAL, region.city.pk, "990200")
    assert found_organ(actor, name="示范市海关", facts=facts, basis=basis()).region_code == "990200"


def test_everything_that_is_wrong_is_said_at_once(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.DEPARTMENT, region.city.pk, "12", code="34")
    with pytest.raises(BlockedError) as error:
        found_organ(
            actor,
            name=region.finance.name,
            facts=facts,
            basis=Basis(TODAY + timedelta(days=1), " ", TODAY),
        )
    assert codes(error) == {
        "ORGAN-NAME-TAKEN",
        "ORGAN-CREDIT-CODE",
        "ORGAN-REGION-CODE",
        "ORGAN-DOCUMENT",
        "ORGAN-DAY-FUTURE",
    }
    assert all(finding.paths and finding.hint for finding in error.value.findings)


@pytest.mark.parametrize("place", ["other", "city", "closed", "none"])
def test_a_superior_must_be_the_administrators_own_and_live(region: Region, place: str) -> None:
    actor = acting("administrator", region.county, Role.ADMINISTRATOR)
    Organ.objects.filter(pk=region.bureau.pk).update(until=TODAY)
    superiors = {"other": region.other.pk, "city": region.city.pk, "closed": region.bureau.pk}
    facts = OrganFacts(OrganKind.PUBLIC_INSTITUTION, superiors.get(place))
    with pytest.raises(BlockedError) as error:
        found_organ(actor, name="示范县医院", facts=facts, basis=basis())
    assert codes(error) == {"ORGAN-SUPERIOR-MISSING"}


def test_a_nameless_organ(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.DEPARTMENT, region.city.pk)
    with pytest.raises(BlockedError, match="名称是空的"):
        found_organ(actor, name=" ", facts=facts, basis=basis())


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.ADMINISTRATOR, Role.APPLICANT}]
)
def test_only_administrators_enter_organs(region: Region, role: Role) -> None:
    place = region.office if role is Role.COMPETENT_DEPARTMENT else region.city
    facts = OrganFacts(OrganKind.DEPARTMENT, place.pk)
    with pytest.raises(NotAllowedError):
        found_organ(acting("he", place, role), name="新局", facts=facts, basis=basis())


def test_facts_are_set_right_and_both_sides_are_in_the_journal(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.DEPARTMENT, region.county.pk, "990121", "示范县", CODE)
    amend_organ(actor, organ_id=region.finance.pk, facts=facts)
    region.finance.refresh_from_db()
    assert (region.finance.superior, region.finance.code) == (region.county, CODE)
    entry = Entry.objects.get(verb="amend_organ")
    assert entry.before is not None
    assert entry.before["superior_id"] == region.city.pk
    assert entry.after is not None
    assert entry.after["superior_id"] == region.county.pk
    leader = acting("leader", region.county, Role.LEADER)
    assert leader.organ_id == region.county.pk


def test_an_organ_keeps_a_superior_that_another_administers(region: Region) -> None:
    actor = acting("administrator", region.county, Role.ADMINISTRATOR)
    facts = OrganFacts(OrganKind.COUNTY, region.city.pk, "990121", "示范县")
    assert amend_organ(actor, organ_id=region.county.pk, facts=facts).region == "示范县"


def test_no_organ_stands_below_itself(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    for superior in (region.county, region.bureau):
        facts = OrganFacts(OrganKind.DEPARTMENT, superior.pk)
        with pytest.raises(BlockedError) as error:
            amend_organ(actor, organ_id=region.county.pk, facts=facts)
        assert "ORGAN-CIRCLE" in codes(error)


def test_another_organ_is_not_there(region: Region) -> None:
    actor = acting("administrator", region.county, Role.ADMINISTRATOR)
    for organ in (region.finance, region.stranger, region.city):
        with pytest.raises(Organ.DoesNotExist):
            amend_organ(actor, organ_id=organ.pk, facts=OrganFacts(OrganKind.DEPARTMENT))
