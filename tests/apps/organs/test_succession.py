"""机构改革: merging, splitting, closing, taking a closing back."""

from datetime import date, timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.directory_queries import name_on, predecessors, subordinates, successors
from gongkai.apps.organs.facts import OrganFacts
from gongkai.apps.organs.founding import amend_organ
from gongkai.apps.organs.models import Organ, Succession
from gongkai.apps.organs.naming import rename_organ
from gongkai.apps.organs.queries import actor_of, standings
from gongkai.apps.organs.scope import organs_within
from gongkai.apps.organs.succession import (
    close_organ,
    merge_into_new,
    merge_organs,
    reopen_organ,
    split_organ,
)
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, NotAllowedError, OrganKind, Role
from tests.factories.organs import FOUNDED, TODAY, Region, acting, basis, duty, organ, serving

pytestmark = pytest.mark.django_db
REFORM = date(2024, 3, 1)
DAY = timedelta(days=1)


@pytest.fixture
def region() -> Region:
    return Region()


def fresh(row: Organ) -> Organ:
    return Organ.objects.get(pk=row.pk)


def test_two_organs_merge_into_a_new_one(region: Region) -> None:
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    clerk = serving("clerk", region.finance)
    below = organ("示范市财政学校", region.finance, OrganKind.PUBLIC_INSTITUTION)
    merged = merge_into_new(
        actor,
        predecessor_ids=[region.finance.pk, region.health.pk],
        name="示范市综合局",
        facts=OrganFacts(OrganKind.DEPARTMENT, region.city.pk, "990100"),
        basis=basis(REFORM),
    )
    assert {fresh(row).until for row in (region.finance, region.health)} == {REFORM}
    assert fresh(below).superior == merged
    assert {link.name for link in predecessors(actor, merged.pk)} == {
        region.finance.name,
        region.health.name,
    }
    (link,) = successors(actor, region.finance.pk)
    assert (link.organ_id, link.day, link.way_label) == (merged.pk, REFORM, "合并")
    assert standings(clerk, REFORM) == ()
    assert name_on(actor, region.finance.pk, REFORM) is None
    assert name_on(actor, region.finance.pk, REFORM - DAY) == region.finance.name
    assert Entry.objects.filter(verb="merge_organs").count() == 2
    assert Entry.objects.get(verb="take_over").subject == f"organ:{merged.pk}"


def test_an_organ_is_merged_into_another(region: Region) -> None:
    merge_organs(
        SYSTEM,
        predecessor_ids=[region.health.pk],
        successor_id=region.finance.pk,
        basis=basis(REFORM),
    )
    assert fresh(region.finance).until is None
    seen = organs_within(acting("clerk", region.finance))
    assert set(seen) == {region.finance, fresh(region.health)}


def test_a_new_organ_may_bear_the_name_of_a_closed_one(region: Region) -> None:
    close_organ(SYSTEM, organ_id=region.health.pk, successor_id=None, basis=basis(REFORM))
    again = organ(region.health.name, region.city)
    assert again.name == region.health.name
    with pytest.raises(BlockedError, match="已经有一个机关叫"):
        reopen_organ(SYSTEM, organ_id=region.health.pk, reason="误")


@pytest.mark.parametrize("goes_on", [True, False], ids=["原机关保留", "原机关撤销"])
def test_an_organ_is_split(region: Region, goes_on: bool) -> None:
    parts = split_organ(
        SYSTEM,
        organ_id=region.health.pk,
        names=["示范市医疗保障局", "示范市疾病预防控制局", " "],
        goes_on=goes_on,
        basis=basis(REFORM),
    )
    assert [part.superior for part in parts] == [region.city, region.city]
    assert (fresh(region.health).until is None) is goes_on
    assert len(successors(SYSTEM, region.health.pk)) == 2
    sees = region.health in organs_within(acting("clerk", parts[0]))
    assert sees is not goes_on
    assert Entry.objects.filter(verb="split_organ").count() == 1


def test_closing_with_a_successor_and_without(region: Region) -> None:
    closed = close_organ(
        SYSTEM,
        organ_id=region.health.pk,
        successor_id=region.finance.pk,
        basis=basis(REFORM),
    )
    assert closed.until == REFORM
    close_organ(SYSTEM, organ_id=region.tax.pk, successor_id=None, basis=basis(REFORM))
    assert successors(SYSTEM, region.tax.pk) == ()
    leader = acting("leader", region.city, Role.LEADER)
    assert region.tax in organs_within(leader)
    assert region.tax not in subordinates(leader, region.city.pk)


def test_a_mistaken_closing_is_taken_back(region: Region) -> None:
    clerk = serving("clerk", region.health)
    heir = acting("heir", region.finance)
    close_organ(
        SYSTEM, organ_id=region.health.pk, successor_id=region.finance.pk, basis=basis(REFORM)
    )
    assert region.health in organs_within(heir)
    reopen_organ(SYSTEM, organ_id=region.health.pk, reason="登记错了机关")
    assert fresh(region.health).until is None
    assert region.health not in organs_within(heir)
    assert actor_of(clerk, TODAY).organ_id == region.health.pk
    assert Succession.objects.get().voided_reason == "登记错了机关"
    assert successors(SYSTEM, region.health.pk) == ()
    assert Entry.objects.get(verb="reopen_organ").before == {"until": "2024-03-01"}


def test_no_organ_lives_again_below_a_closed_one(region: Region) -> None:
    for row in (region.bureau, region.town, region.county):
        close_organ(SYSTEM, organ_id=row.pk, successor_id=None, basis=basis(REFORM))
    with pytest.raises(BlockedError, match="已经撤销"):
        reopen_organ(SYSTEM, organ_id=region.town.pk, reason="误")


def test_no_organ_lives_again_when_its_duties_would_clash(region: Region) -> None:
    user = serving("keeper", region.health, Role.AUDITOR)
    close_organ(SYSTEM, organ_id=region.health.pk, successor_id=None, basis=basis(REFORM))
    duty(user, region.finance, Role.ADMINISTRATOR)
    with pytest.raises(BlockedError, match="不能同时由一人担任"):
        reopen_organ(SYSTEM, organ_id=region.health.pk, reason="误")


def test_what_stands_in_the_way_of_closing(region: Region) -> None:
    with pytest.raises(BlockedError, match=r"之下还有：.*示范县财政局"):
        close_organ(SYSTEM, organ_id=region.county.pk, successor_id=None, basis=basis(REFORM))
    with pytest.raises(BlockedError, match="不能是被撤销的机关自己"):
        close_organ(SYSTEM, organ_id=region.tax.pk, successor_id=region.tax.pk, basis=basis(REFORM))
    with pytest.raises(BlockedError, match="早于"):
        close_organ(SYSTEM, organ_id=region.tax.pk, successor_id=None, basis=basis(FOUNDED - DAY))
    close_organ(SYSTEM, organ_id=region.tax.pk, successor_id=None, basis=basis(REFORM))
    with pytest.raises(BlockedError, match="已经撤销，不能再变更"):
        rename_organ(SYSTEM, organ_id=region.tax.pk, name="新名", basis=basis(REFORM))
    with pytest.raises(BlockedError, match="没有撤销"):
        reopen_organ(SYSTEM, organ_id=region.finance.pk, reason="误")
    with pytest.raises(BlockedError, match="写明原因"):
        reopen_organ(SYSTEM, organ_id=region.tax.pk, reason=" ")


def test_what_stands_in_the_way_of_merging(region: Region) -> None:
    def merge(closed: list[Organ], heir: Organ) -> None:
        pks = [row.pk for row in closed]
        merge_organs(SYSTEM, predecessor_ids=pks, successor_id=heir.pk, basis=basis(REFORM))

    with pytest.raises(BlockedError, match="没有选择要并入的机关"):
        merge([], region.finance)
    with pytest.raises(BlockedError, match="不能是被撤销的机关自己"):
        merge([region.finance, region.health], region.finance)
    with pytest.raises(BlockedError, match="在本机关之下"):
        merge([region.county], region.bureau)
    with pytest.raises(BlockedError, match="不能设在政府部门之下"):
        merge([region.county], region.finance)
    with pytest.raises(BlockedError, match="至少要选两个机关"):
        merge_into_new(
            SYSTEM,
            predecessor_ids=[region.finance.pk],
            name="新局",
            facts=OrganFacts(OrganKind.DEPARTMENT, region.city.pk),
            basis=basis(REFORM),
        )
    assert not Succession.objects.exists()


def test_what_stands_in_the_way_of_splitting(region: Region) -> None:
    def split(row: Organ, names: list[str], *, goes_on: bool) -> None:
        split_organ(SYSTEM, organ_id=row.pk, names=names, goes_on=goes_on, basis=basis(REFORM))

    with pytest.raises(BlockedError, match="不够"):
        split(region.health, ["一局"], goes_on=False)
    with pytest.raises(BlockedError, match="不够"):
        split(region.health, [" "], goes_on=True)
    with pytest.raises(BlockedError, match="名称相同"):
        split(region.health, ["一局", "一局"], goes_on=True)
    with pytest.raises(BlockedError, match="之下还有"):
        split(region.county, ["甲县人民政府", "乙县人民政府"], goes_on=False)
    with pytest.raises(BlockedError, match="已经有一个机关叫"):
        split(region.health, [region.finance.name], goes_on=True)
    assert fresh(region.health).until is None


def test_nothing_is_half_done_when_one_part_is_refused(region: Region) -> None:
    before = Organ.objects.count()
    with pytest.raises(BlockedError):
        split_organ(
            SYSTEM,
            organ_id=region.health.pk,
            names=["一局", region.finance.name],
            goes_on=False,
            basis=basis(REFORM),
        )
    assert Organ.objects.count() == before
    assert fresh(region.health).until is None


def test_only_who_administers_both_reforms(region: Region) -> None:
    leader = acting("leader", region.city, Role.LEADER)
    with pytest.raises(NotAllowedError):
        close_organ(leader, organ_id=region.tax.pk, successor_id=None, basis=basis(REFORM))
    actor = acting("administrator", region.county, Role.ADMINISTRATOR)
    with pytest.raises(Organ.DoesNotExist):
        merge_organs(
            actor,
            predecessor_ids=[region.bureau.pk],
            successor_id=region.finance.pk,
            basis=basis(REFORM),
        )
    with pytest.raises(Organ.DoesNotExist):
        reopen_organ(actor, organ_id=region.tax.pk, reason="误")
    facts = OrganFacts(OrganKind.DEPARTMENT, region.county.pk, "990121", "示范县")
    assert amend_organ(actor, organ_id=region.bureau.pk, facts=facts).region == "示范县"
