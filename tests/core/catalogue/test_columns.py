"""Columns as data: queries that survive storing, and when a column is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.catalogue.clicks import Place, clicks
from gongkai.core.catalogue.columns import (
    DEEPEST,
    ColumnKind,
    ColumnQuery,
    Freshness,
    freshness,
    stale_since,
    unpack,
)
from gongkai.core.catalogue.statutory_columns import PLATFORM, USUAL
from gongkai.core.publishing.catalogue import ENTRIES, ENTRY
from gongkai.core.publishing.kinds import KIND

DAY = date(2025, 6, 30)
WORDS = st.lists(st.text(min_size=1, max_size=5), max_size=3).map(tuple)


@given(
    st.builds(
        ColumnQuery,
        codes=WORDS,
        kinds=WORDS,
        tags=WORDS,
        organ_ids=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    )
)
def test_a_query_comes_back_as_it_was_stored(query: ColumnQuery) -> None:
    assert unpack(query.pack()) == query


@pytest.mark.parametrize("stored", [{}, {"codes": "20"}, {"codes": [1], "organ_ids": ["x"]}])
def test_what_has_another_shape_is_left_out(stored: dict[str, object]) -> None:
    assert unpack(stored).is_empty  # type: ignore[arg-type] # wrong on purpose


def test_the_last_day_of_the_period_is_not_late() -> None:
    period = ColumnKind.NEWS.period
    assert freshness(period, None, DAY) is Freshness.BLANK
    assert freshness(period, DAY - timedelta(days=14), DAY) is Freshness.FRESH
    assert freshness(period, DAY - timedelta(days=15), DAY) is Freshness.STALE


@given(st.integers(1, 3660), st.integers(0, 4000))
def test_a_column_is_stale_from_the_day_that_is_said(period: int, ago: int) -> None:
    newest = DAY - timedelta(days=ago)
    late = freshness(period, newest, DAY) is Freshness.STALE
    assert late == (stale_since(period, newest) <= DAY)


def test_every_item_of_article_20_has_a_column_for_every_organ() -> None:
    shown = {code for row in PLATFORM if row.parent for code in row.query.codes}
    assert {entry.code for entry in ENTRIES if entry.code.startswith("20")} <= shown
    assert all(row.each_organ for row in PLATFORM)


def test_usual_columns_have_addresses_and_conditions_of_their_own() -> None:
    assert len({row.key for row in USUAL}) == len(USUAL)
    reaches = [(row.each_organ, row.query) for row in USUAL]
    assert len(set(reaches)) == len(reaches)
    assert not any(row.query.is_empty for row in USUAL)


def test_usual_columns_ask_for_what_there_is_and_stand_below_earlier_ones() -> None:
    seen = {""}
    for row in USUAL:
        assert row.parent in seen
        assert set(row.query.codes) <= {*ENTRY, "20", "21"}
        assert set(row.query.kinds) <= set(KIND)
        seen.add(row.key)


def test_usual_columns_show_items_within_three_clicks() -> None:
    numbers = {row.key: number for number, row in enumerate(USUAL)}
    places = {
        numbers[row.key]: Place(numbers.get(row.parent), row.on_home, row.each_organ)
        for row in USUAL
    }
    assert max(clicks(places).values()) + 1 <= DEEPEST


def test_clicks_count_from_home_and_take_the_short_way() -> None:
    places = {1: Place(None), 2: Place(1), 3: Place(2), 4: Place(3, on_home=True), 5: Place(4)}
    assert clicks(places) == {1: 1, 2: 2, 3: 3, 4: 1, 5: 2}
    assert clicks({1: Place(None), 2: Place(1), 3: Place(2, each_organ=True)})[3] == 2


def test_what_cannot_be_reached_has_no_clicks() -> None:
    assert clicks({1: Place(2), 2: Place(1), 3: Place(9), 4: Place(None)}) == {4: 1}
