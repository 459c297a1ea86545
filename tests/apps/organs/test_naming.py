"""Names of organs: changed from a day on, asked for as of a day, set right when mistaken."""

from datetime import date, timedelta

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.directory_queries import (
    OrganFilter,
    name_on,
    names,
    organs,
    was_renamed,
)
from gongkai.apps.organs.facts import Basis
from gongkai.apps.organs.models import Organ, OrganName
from gongkai.apps.organs.naming import rename_organ, undo_rename
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, NotAllowedError, Role
from tests.factories.organs import FOUNDED, TODAY, Region, acting, basis

pytestmark = pytest.mark.django_db
CHANGED = date(2024, 3, 1)
DAY = timedelta(days=1)
NEW = "示范市财政和国有资产管理局"


@pytest.fixture
def region() -> Region:
    return Region()


def test_the_history_of_names_as_of_a_day(region: Region) -> None:
    old = region.finance.name
    actor = acting("administrator", region.city, Role.ADMINISTRATOR)
    rename_organ(
        actor, organ_id=region.finance.pk, name=NEW, short_name="市财政", basis=basis(CHANGED)
    )
    asked = {day: name_on(actor, region.finance.pk, day) for day in (FOUNDED - DAY, FOUNDED)}
    assert asked == {FOUNDED - DAY: None, FOUNDED: old}
    assert name_on(actor, region.finance.pk, CHANGED - DAY) == old
    assert name_on(actor, region.finance.pk, CHANGED) == NEW
    assert [row.name for row in names(actor, region.finance.pk)] == [old, NEW]
    entry = Entry.objects.get(verb="rename_organ")
    assert entry.before == {"name": old}
    assert entry.after is not None
    assert entry.after["name"] == NEW


def test_the_list_as_of_a_day_bears_the_names_of_that_day(region: Region) -> None:
    old = region.finance.name
    rename_organ(SYSTEM, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
    then = organs(SYSTEM, OrganFilter(on=CHANGED - DAY, text="财政"))
    assert old in [row.name for row in then]
    assert NEW not in [row.name for row in then]
    assert NEW in [row.name for row in organs(SYSTEM, OrganFilter(text=old))]


def test_an_organ_is_found_by_a_name_it_bore(region: Region) -> None:
    rename_organ(SYSTEM, organ_id=region.health.pk, name="示范市健康委员会", basis=basis(CHANGED))
    (row,) = organs(SYSTEM, OrganFilter(text="卫生健康"))
    assert row.name == "示范市健康委员会"


def test_a_mistaken_rename_is_set_right_with_an_entry_of_its_own(region: Region) -> None:
    old = region.finance.name
    rename_organ(SYSTEM, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
    assert was_renamed(SYSTEM, region.finance.pk)
    undo_rename(SYSTEM, organ_id=region.finance.pk, reason="登记错了机关")
    region.finance.refresh_from_db()
    assert region.finance.name == old
    assert name_on(SYSTEM, region.finance.pk, CHANGED) == old
    assert [row.voided_reason for row in names(SYSTEM, region.finance.pk)] == ["", "登记错了机关"]
    verbs = Entry.objects.filter(subject=f"organ:{region.finance.pk}").values_list(
        "verb", flat=True
    )
    assert set(verbs) == {"found_organ", "rename_organ", "undo_rename"}
    assert not was_renamed(SYSTEM, region.finance.pk)


def test_what_was_never_renamed_cannot_be_taken_back(region: Region) -> None:
    with pytest.raises(BlockedError, match="没有登记过更名"):
        undo_rename(SYSTEM, organ_id=region.finance.pk, reason="误")


def test_taking_back_needs_a_reason_and_a_name_that_is_free(region: Region) -> None:
    old = region.finance.name
    rename_organ(SYSTEM, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
    with pytest.raises(BlockedError, match="写明原因"):
        undo_rename(SYSTEM, organ_id=region.finance.pk, reason=" ")
    rename_organ(SYSTEM, organ_id=region.health.pk, name=old, basis=basis(CHANGED))
    with pytest.raises(BlockedError, match="已经有一个机关叫"):
        undo_rename(SYSTEM, organ_id=region.finance.pk, reason="误")


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        pytest.param("", basis(CHANGED), "名称是空的", id="没有名称"),
        pytest.param("示范市财政局", basis(CHANGED), "现在的名称就是", id="名称没有变"),
        pytest.param("示范市税务局", basis(CHANGED), "已经有一个机关叫", id="名称已有"),
        pytest.param(NEW, Basis(CHANGED, "", TODAY), "依据文件", id="没有文件"),
        pytest.param(NEW, basis(TODAY + DAY), "还没有到", id="日期在以后"),
        pytest.param(NEW, basis(FOUNDED - DAY), "早于", id="早于设立"),
    ],
)
def test_what_stands_in_the_way(region: Region, name: str, given: Basis, said: str) -> None:
    with pytest.raises(BlockedError, match=said):
        rename_organ(SYSTEM, organ_id=region.finance.pk, name=name, basis=given)
    assert Organ.objects.filter(name="示范市财政局").exists()
    assert OrganName.objects.filter(organ=region.finance).count() == 1


def test_an_organ_without_a_history_gets_one(region: Region) -> None:
    OrganName.objects.all().delete()
    rename_organ(SYSTEM, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
    assert [row.name for row in names(SYSTEM, region.finance.pk)] == ["示范市财政局", NEW]


def test_only_who_administers_it_renames_an_organ(region: Region) -> None:
    leader = acting("leader", region.finance, Role.LEADER)
    with pytest.raises(NotAllowedError):
        rename_organ(leader, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
    other = acting("administrator", region.other, Role.ADMINISTRATOR)
    with pytest.raises(Organ.DoesNotExist):
        rename_organ(other, organ_id=region.finance.pk, name=NEW, basis=basis(CHANGED))
