"""Working days, terms and what is provisional."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.calendar import OutOfReachError, WorkdayCalendar
from tests.core.calendar.notices import OFF, WORKDAYS, WORKED, announced, days

CALENDAR = announced()
DAYS = st.dates(date(2019, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(("year", "expected"), WORKDAYS.items())
def test_working_days_of_a_year(year: int, expected: int) -> None:
    assert CALENDAR.count(date(year - 1, 12, 31), date(year, 12, 31)) == expected


@pytest.mark.parametrize("year", OFF)
def test_days_off_and_days_made_up(year: int) -> None:
    assert not any(CALENDAR.is_workday(day) for day in days(year, OFF[year]))
    assert all(CALENDAR.is_workday(day) for day in days(year, WORKED[year]))


@pytest.mark.parametrize(
    ("received", "dues"),
    [
        pytest.param("2023-12-29", "2024-01-10 2024-01-22 2024-01-29 2024-02-29", id="跨元旦"),
        pytest.param(
            "2024-02-05", "2024-02-20 2024-03-01 2024-03-08 2024-04-08", id="跨2024年春节"
        ),
        pytest.param(
            "2025-01-20", "2025-02-05 2025-02-14 2025-02-21 2025-03-21", id="跨2025年春节"
        ),
        pytest.param(
            "2025-09-22", "2025-09-30 2025-10-17 2025-10-24 2025-11-21", id="跨2025年国庆"
        ),
        pytest.param(
            "2026-02-06", "2026-02-24 2026-03-05 2026-03-12 2026-04-10", id="跨2026年春节"
        ),
        pytest.param(
            "2026-09-18", "2026-09-29 2026-10-15 2026-10-22 2026-11-19", id="跨2026年国庆"
        ),
    ],
)
def test_terms_of_7_15_20_and_40_working_days(received: str, dues: str) -> None:
    start = date.fromisoformat(received)
    assert " ".join(str(CALENDAR.add(start, term)) for term in (7, 15, 20, 40)) == dues


@given(start=DAYS, workdays=st.integers(1, 60))
def test_adding_and_counting_are_inverse(start: date, workdays: int) -> None:
    due = CALENDAR.add(start, workdays)
    assert CALENDAR.is_workday(due)
    assert CALENDAR.count(start, due) == workdays


@given(start=DAYS, first=st.integers(0, 20), second=st.integers(0, 20))
def test_terms_add_up(start: date, first: int, second: int) -> None:
    assert CALENDAR.add(CALENDAR.add(start, first), second) == CALENDAR.add(start, first + second)


def test_skipped_days_are_not_counted() -> None:
    start, pause = date(2025, 3, 3), {date(2025, 3, 4), date(2025, 3, 5)}
    assert CALENDAR.add(start, 3) == date(2025, 3, 6)
    assert CALENDAR.add(start, 3, pause.__contains__) == date(2025, 3, 10)
    assert CALENDAR.count(start, date(2025, 3, 10), pause.__contains__) == 3


def test_a_term_of_no_days_ends_where_it_begins() -> None:
    assert CALENDAR.add(date(2025, 10, 1), 0) == date(2025, 10, 1)
    assert CALENDAR.count(date(2025, 10, 1), date(2025, 10, 1)) == 0


def test_counting_backwards_finds_nothing() -> None:
    assert CALENDAR.count(date(2025, 10, 20), date(2025, 10, 1)) == 0


def test_next_workday() -> None:
    assert CALENDAR.next_workday(date(2025, 10, 1)) == date(2025, 10, 9)
    assert CALENDAR.next_workday(date(2025, 10, 11)) == date(2025, 10, 11)


def test_impossible_terms() -> None:
    with pytest.raises(ValueError, match="no fewer than 0"):
        CALENDAR.add(date(2025, 1, 1), -1)
    with pytest.raises(OutOfReachError, match="within ten years"):
        CALENDAR.add(date(2025, 1, 1), 1, lambda _day: True)


def test_a_reckoning_into_an_unannounced_year_is_provisional() -> None:
    received = date(2026, 12, 25)
    due = CALENDAR.add(received, 20)
    assert due.year == 2027
    assert CALENDAR.provisional(received, due)
    assert not CALENDAR.provisional(date(2025, 12, 25), date(2026, 2, 1))


def test_an_unannounced_year_is_off_on_weekends_and_statutory_holidays_only() -> None:
    assert not CALENDAR.is_workday(date(2027, 2, 8))  # 正月初三
    assert CALENDAR.is_workday(date(2027, 2, 9))
    assert not CALENDAR.is_workday(date(2027, 10, 1))
    assert not CALENDAR.is_workday(date(2027, 10, 9))  # Saturday


def test_loading_the_notice_replaces_the_provisional_days() -> None:
    off, worked = date(2027, 2, 9), date(2027, 2, 20)
    loaded = WorkdayCalendar(CALENDAR.announced | {2027}, {off: False, worked: True})
    assert not loaded.is_workday(off)
    assert loaded.is_workday(worked)
    assert not loaded.provisional(off, worked)


def test_a_notice_may_reach_into_the_year_before() -> None:
    saturday = date(2018, 12, 29)
    assert WorkdayCalendar(frozenset({2019}), {saturday: True}).is_workday(saturday)


def test_a_calendar_without_any_notice_is_provisional_throughout() -> None:
    empty = WorkdayCalendar()
    assert empty.is_workday(date(2025, 9, 28) + timedelta(days=1))
    assert not empty.is_workday(date(2025, 10, 1))
    assert empty.provisional(date(2025, 1, 1), date(2025, 1, 2))
