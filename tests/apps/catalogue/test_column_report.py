"""How the columns stand: blank, stale, the same as another, too deep; for each organ."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.catalogue.column_report_queries import ColumnState, column_report
from gongkai.apps.catalogue.installing import install_usual
from gongkai.apps.catalogue.preview_queries import preview
from gongkai.core.catalogue.columns import ColumnQuery, Freshness
from gongkai.core.identity import OrganKind
from tests.apps.catalogue.sites import City, public
from tests.factories.organs import organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)
NEWS = ColumnQuery(kinds=("news",))


def states(city: City, organ_id: int | None = None) -> dict[tuple[str, int | None], ColumnState]:
    """The report by address and organ."""
    rows = column_report(city.site, today=TODAY, organ_id=organ_id)
    return {(row.column.key, row.organ.pk if row.organ else None): row for row in rows}


def test_blank_stale_and_fresh_with_the_day_it_became_late(city: City) -> None:
    for key, kind in (("blank", "leader"), ("stale", "news"), ("fresh", "notice")):
        city.column(key, query=ColumnQuery(kinds=(kind,)), period=14)
    public(city.region.finance, kind="news", at=NOW - timedelta(days=20))
    public(city.region.finance, kind="notice", at=NOW - timedelta(days=14))
    public(city.region.finance, kind="leader", state="withdrawn")
    found = states(city)
    assert {key: row.freshness for (key, _), row in found.items()} == {
        "blank": Freshness.BLANK,
        "stale": Freshness.STALE,
        "fresh": Freshness.FRESH,
    }
    stale = found["stale", None]
    assert (stale.newest, stale.since) == (
        TODAY - timedelta(days=20),
        TODAY - timedelta(days=5),
    )
    assert [key for (key, _), row in found.items() if row.has_fault] == ["blank", "stale"]


def test_a_later_correction_does_not_make_a_column_new(city: City) -> None:
    city.column("news", query=NEWS, period=14)
    item = public(city.region.finance, kind="news", at=NOW - timedelta(days=20))
    item.released_at = NOW
    item.save()
    assert states(city)["news", None].freshness is Freshness.STALE


def test_columns_that_every_organ_has_are_looked_at_one_by_one(city: City) -> None:
    city.column("news", query=NEWS, each_organ=True)
    public(city.region.finance, kind="news")
    found = states(city)
    assert len(found) == 8
    assert ("news", city.region.stranger.pk) not in found
    assert found["news", city.region.finance.pk].items == 1
    assert found["news", city.region.health.pk].freshness is Freshness.BLANK
    assert set(states(city, city.region.health.pk)) == {("news", city.region.health.pk)}


def test_only_organs_that_are_named_have_to_fill_a_column(city: City) -> None:
    mine = city.region.finance.pk
    city.column("news", query=ColumnQuery(kinds=("news",), organ_ids=(mine,)), each_organ=True)
    assert list(states(city)) == [("news", mine)]


@pytest.mark.parametrize("tags", [(), ("甲",)], ids=["按条件", "按标签"])
def test_two_columns_with_the_same_items_are_told(city: City, tags: tuple[str, ...]) -> None:
    city.column("notices")
    city.column("others", query=ColumnQuery(codes=("20-15",), tags=tags))
    public(city.region.finance, tags=("甲",))
    found = states(city)
    assert [row.key for row in found["notices", None].same] == ["others"]
    assert [row.key for row in found["others", None].same] == ["notices"]
    public(city.region.finance, code="20-01")
    assert not any(row.same for row in states(city).values())


def test_tags_that_pick_single_items_are_compared_one_by_one(city: City) -> None:
    city.column("first", query=ColumnQuery(tags=("甲",)))
    city.column("second", query=ColumnQuery(tags=("乙",)))
    public(city.region.finance, tags=("甲",))
    public(city.region.finance, tags=("乙",))
    assert not any(row.same for row in states(city).values())
    public(city.region.finance)
    both = public(city.region.finance, tags=("甲", "乙"))
    assert not any(row.same for row in states(city).values())
    assert states(city)["first", None].items == 2
    assert both.pk


def test_blank_columns_are_not_the_same_and_a_parent_may_gather(city: City) -> None:
    city.column("blank", query=NEWS)
    city.column("also-blank", query=ColumnQuery(kinds=("leader",)))
    top = city.column("top", query=ColumnQuery(codes=("20",)))
    city.column("below", top)
    public(city.region.finance)
    assert not any(row.same for row in states(city).values())


def test_items_more_than_three_clicks_away_are_told(city: City) -> None:
    a = city.column("a")
    b = city.column("b", a, query=NEWS)
    city.column("c", b, query=ColumnQuery(kinds=("policy",)))
    city.column("d", b, query=ColumnQuery(kinds=("leader",)), on_home=True)
    found = states(city)
    assert {key: (row.clicks, row.is_deep) for (key, _), row in found.items()} == {
        "a": (2, False),
        "b": (3, False),
        "c": (4, True),
        "d": (2, False),
    }


def test_forty_organs_with_all_columns_cost_a_handful_of_statements(
    city: City, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    install_usual(city.keeper, now=NOW)
    for number in range(30):
        place = organ(f"示范市第{number}局", city.region.city, OrganKind.DEPARTMENT, "990100")
        public(place, tags=("政府信息公开年报",))
    with django_assert_max_num_queries(6):
        found = column_report(city.site, today=TODAY)
    assert len(found) > 700


def test_a_preview_says_what_comes_what_goes_and_what_is_the_same(city: City) -> None:
    column = city.column("column", query=ColumnQuery(kinds=("news", "notice")))
    city.column("policies", query=ColumnQuery(kinds=("policy", "notice")))
    goes = public(city.region.finance, kind="news")
    stays, comes = public(city.region.finance), public(city.region.health, kind="policy")
    public(city.region.health, kind="policy", state="withdrawn")
    query = ColumnQuery(kinds=("notice", "policy"))
    found = preview(city.keeper, query, column=column)
    assert (found.items, found.coming, found.leaving) == (2, 1, 1)
    assert set(found.newest) == {stays, comes}
    assert list(found.last_seen) == [goes]
    assert [row.key for row in found.same] == ["policies"]


def test_a_preview_of_a_new_column(city: City) -> None:
    item = public(city.region.finance)
    found = preview(city.keeper, ColumnQuery(kinds=("notice",)))
    assert (found.items, found.coming, found.leaving) == (1, 1, 0)
    assert list(found.newest) == [item]
    assert not preview(city.keeper, NEWS).items
