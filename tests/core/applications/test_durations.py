"""How long applications took: quartiles of weighted working days, many spans counted at once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.applications.durations import Spread, WorkdayRuler, spread
from gongkai.core.calendar import WorkdayCalendar

CALENDAR = WorkdayCalendar(frozenset({2025}), {date(2025, 10, 11): True, date(2025, 10, 8): False})
FIRST = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({7: 1}, Spread(1, 7, 7, 7, 7, 7)),
        ({1: 1, 2: 1, 3: 1, 4: 1}, Spread(4, 1, 1, 2, 3, 4)),
        ({5: 9, 20: 1}, Spread(10, 5, 5, 5, 5, 20)),
        ({0: 1, 10: 1, 20: 2}, Spread(4, 0, 0, 10, 20, 20)),
    ],
    ids=["一件", "四件各不相同", "大多数一样", "有当天办结的"],
)
def test_quartiles(weights: dict[int, int], expected: Spread) -> None:
    assert spread(weights) == expected


def test_nothing_has_no_spread() -> None:
    assert spread({}) is None
    assert spread({3: 0}) is None


@given(st.lists(st.integers(0, 60), min_size=1))
def test_weights_say_the_same_as_the_values_one_by_one(values: list[int]) -> None:
    ordered = sorted(values)
    found = spread({value: values.count(value) for value in values})
    assert found is not None
    assert found.median == ordered[-(-len(ordered) // 2) - 1]
    assert found.lower <= found.median <= found.upper
    assert (found.least, found.most, found.count) == (ordered[0], ordered[-1], len(ordered))


@given(st.integers(0, 364), st.integers(0, 364))
def test_the_ruler_counts_as_the_calendar_does(one: int, other: int) -> None:
    after, until = (
        FIRST + timedelta(days=min(one, other)),
        FIRST + timedelta(days=max(one, other)),
    )
    ruler = WorkdayRuler(CALENDAR, FIRST, FIRST + timedelta(days=364))
    assert ruler.between(after, until) == CALENDAR.count(after, until)
    assert ruler.between(until, after) == 0
