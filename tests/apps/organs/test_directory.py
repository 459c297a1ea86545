"""The list of organs: in the order of the tree, filtered, and never more than is seen."""

import pytest

from gongkai.apps.organs.directory_queries import (
    OrganFilter,
    governed,
    governed_organ,
    is_governed,
    organ,
    organs,
    predecessors,
    sees,
    serving,
)
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.succession import close_organ
from gongkai.core.identity import SYSTEM, VISITOR, Role
from tests.factories.organs import TODAY, Region, acting, basis
from tests.factories.organs import serving as made_serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    return Region()


def test_each_organ_is_followed_by_what_stands_below(region: Region) -> None:
    leader = acting("leader", region.city, Role.LEADER)
    rows = organs(leader, OrganFilter())
    assert [(row.name, row.depth) for row in rows] == [
        ("示范市人民政府", 0),
        ("示范县人民政府", 1),
        ("示范县一步镇人民政府", 2),
        ("示范县财政局", 2),
        ("示范市人民政府办公室", 1),
        ("示范市财政局", 1),
        ("示范市卫生健康委员会", 1),
        ("示范市税务局", 1),
    ]
    assert rows[1].superior == "示范市人民政府"


def test_what_is_seen_stands_at_the_top_when_its_superior_is_not(region: Region) -> None:
    (row,) = organs(acting("clerk", region.bureau), OrganFilter())
    assert (row.name, row.depth) == ("示范县财政局", 0)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(OrganFilter(text="示范县"), 3, id="名称"),
        pytest.param(OrganFilter(text="990121"), 2, id="区划代码"),
        pytest.param(OrganFilter(kind="vertical"), 1, id="类别"),
        pytest.param(OrganFilter(state="closed"), 1, id="已撤销"),
        pytest.param(OrganFilter(state="all"), 10, id="全部"),
        pytest.param(OrganFilter(), 9, id="现有"),
        pytest.param(OrganFilter(text="没有这个"), 0, id="没有"),
    ],
)
def test_the_list_is_filtered(region: Region, wanted: OrganFilter, expected: int) -> None:
    close_organ(SYSTEM, organ_id=region.health.pk, successor_id=None, basis=basis(TODAY))
    assert len(organs(SYSTEM, wanted)) == expected


def test_what_an_administrator_governs(region: Region) -> None:
    actor = acting("keeper", region.county, Role.ADMINISTRATOR)
    assert [row.name for row in governed(actor)] == [
        "示范县人民政府",
        "示范县一步镇人民政府",
        "示范县财政局",
    ]
    assert governed_organ(actor, region.town.pk) == region.town
    assert is_governed(actor, region.bureau.pk)
    assert not is_governed(actor, region.city.pk)
    assert not sees(actor, None)
    with pytest.raises(Organ.DoesNotExist):
        governed_organ(actor, region.finance.pk)


def test_another_organ_is_not_there(region: Region) -> None:
    actor = acting("clerk", region.bureau)
    for row in (region.county, region.stranger):
        with pytest.raises(Organ.DoesNotExist):
            organ(actor, row.pk)
    assert organs(VISITOR, OrganFilter(state="all")) == []


def test_a_successor_is_named_but_led_to_only_where_it_is_seen(region: Region) -> None:
    close_organ(SYSTEM, organ_id=region.tax.pk, successor_id=region.stranger.pk, basis=basis(TODAY))
    (link,) = predecessors(acting("clerk", region.stranger), region.stranger.pk)
    assert (link.name, link.organ_id) == (region.tax.name, region.tax.pk)
    assert predecessors(acting("other", region.finance), region.stranger.pk) == ()


def test_who_serves_in_an_organ(region: Region) -> None:
    user = made_serving("li", region.finance)
    leader = acting("leader", region.city, Role.LEADER)
    assert [row.user for row in serving(leader, region.finance.pk, TODAY)] == [user]
    assert not serving(acting("he", region.health), region.finance.pk, TODAY).exists()
