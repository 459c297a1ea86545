"""What a column shows: released items that fit, the newest first, and nothing else."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from gongkai.apps.catalogue.column_queries import (
    column_of,
    column_tree,
    home_columns,
    items_of,
    matching,
    site,
    walked,
)
from gongkai.apps.catalogue.columns import close_column
from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.catalogue.shown import Counts
from gongkai.core.catalogue.columns import ColumnQuery
from tests.apps.catalogue.sites import City, public
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
CODES, KINDS, TAGS = ("20", "20-01", "20-15", "21-A1"), ("notice", "news"), ("甲", "乙", "丙")


def test_the_newest_come_first_in_one_statement(
    city: City, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    column = city.column("notices")
    old = public(city.region.finance, at=NOW - timedelta(days=3))
    new = public(city.region.health)
    public(city.region.finance, kind="news")
    with django_assert_num_queries(1):
        assert [(row.pk, row.organ.name) for row in items_of(column)] == [
            (new.pk, "示范市卫生健康委员会"),
            (old.pk, "示范市财政局"),
        ]


@pytest.mark.parametrize("state", ["unpublished", "withdrawn", "replaced", "filed"])
def test_what_is_not_public_is_in_no_column(city: City, state: str) -> None:
    column = city.column("notices")
    public(city.region.finance, state=state)
    assert not items_of(column).exists()
    assert Counts().cells == {}


def test_an_organs_page_shows_its_own(city: City) -> None:
    column = city.column("notices", each_organ=True)
    mine = public(city.region.finance)
    public(city.region.health)
    assert list(items_of(column, organ_id=city.region.finance.pk)) == [mine]
    assert items_of(column).count() == 2


def test_a_code_is_exact_and_an_article_holds_all_of_its_codes(city: City) -> None:
    first, last = (
        public(city.region.finance, code="20-01"),
        public(city.region.finance, code="20-15"),
    )
    other = public(city.region.finance, code="21-A1")
    assert set(matching(ColumnQuery(codes=("20",)))) == {first, last}
    assert set(matching(ColumnQuery(codes=("20-01", "21")))) == {first, other}
    assert not matching(ColumnQuery(codes=("20-1",))).exists()


def test_an_item_with_two_fitting_tags_is_shown_once(city: City) -> None:
    item = public(city.region.finance, tags=("年报", "制度"))
    assert list(matching(ColumnQuery(tags=("年报", "制度")))) == [item]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sets(st.sampled_from(CODES)),
    st.sets(st.sampled_from(KINDS)),
    st.sets(st.sampled_from(TAGS)),
    st.booleans(),
)
def test_counts_agree_with_what_is_listed(
    full_city: City, codes: set[str], kinds: set[str], tags: set[str], of_one: bool
) -> None:
    query = ColumnQuery(tuple(codes), tuple(kinds), tuple(tags))
    organ = full_city.region.finance.pk if of_one else None
    listed = list(matching(query, organ_id=organ))
    shown = Counts(tags).shown(query, organ)
    assert shown.items == len(listed)
    assert shown.newest == max(
        (row.first_released_at for row in listed if row.first_released_at), default=None
    )


@pytest.fixture
def full_city(city: City) -> City:
    for number, code in enumerate(CODES[1:]):
        for kind in KINDS:
            tags = TAGS[: number + 1] if kind == "news" else ()
            for organ in (city.region.finance, city.region.health):
                public(organ, kind=kind, code=code, tags=tags, at=NOW - timedelta(days=number))
    return city


def test_the_tree_leaves_out_what_is_closed(city: City) -> None:
    top = city.column("top")
    below = city.column("below", top, query=ColumnQuery(kinds=("news",)))
    city.column("beside", query=ColumnQuery(kinds=("policy",)), on_home=True)
    assert [(row.column.key, row.depth) for row in walked(column_tree(city.site))] == [
        ("top", 1),
        ("below", 2),
        ("beside", 1),
    ]
    assert [row.key for row in home_columns(city.site)] == ["beside"]
    close_column(city.keeper, column_id=below.pk, now=NOW)
    assert column_tree(city.site)[0].children == ()
    with pytest.raises(Column.DoesNotExist):
        column_of("below")
    assert column_of("top") == top


def test_the_site_is_that_of_the_government_at_the_top(city: City) -> None:
    Site.objects.create(organ=city.region.county, name="示范县", changed_at=NOW)
    assert site() == city.site


def test_without_a_site_there_is_no_column(db: None) -> None:
    assert site() is None
    with pytest.raises(Column.DoesNotExist):
        column_of("news")
