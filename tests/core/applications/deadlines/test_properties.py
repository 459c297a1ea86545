"""What holds for every history: the due day obeys its entries and nothing else."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.applications.deadlines import (
    READINGS,
    Cause,
    Clock,
    Entry,
    Mark,
    Why,
    reckon,
    watch,
)
from tests.core.calendar.notices import announced

CALENDAR = announced()
RECEIVED = st.dates(date(2019, 6, 1), date(2026, 3, 31))
LENGTHS = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), max_size=4)
CLOCKS = st.builds(Clock, st.just(CALENDAR), st.sampled_from(list(READINGS.values())))


def pauses(received: date, lengths: list[tuple[int, int]]) -> list[tuple[Entry, Entry]]:
    """Pauses that begin some days after receipt and last some days."""
    made = []
    for number, (after, length) in enumerate(lengths):
        asked = received + timedelta(days=after)
        made.append(
            (
                Entry(Mark.PAUSE, asked, Cause.THIRD_PARTY, str(number)),
                Entry(Mark.RESUME, asked + timedelta(days=length), Cause.THIRD_PARTY, str(number)),
            )
        )
    return made


def due(received: date, rows: list[tuple[Entry, Entry]], clock: Clock) -> date:
    start = Entry(Mark.START, received, Cause.RECEIPT)
    found = reckon((start, *(entry for row in rows for entry in row)), clock).due
    assert found is not None
    return found


@given(received=RECEIVED, lengths=LENGTHS, clock=CLOCKS, today=RECEIVED)
def test_the_due_day_never_moves_without_an_entry(
    received: date, lengths: list[tuple[int, int]], clock: Clock, today: date
) -> None:
    start = Entry(Mark.START, received, Cause.RECEIPT)
    history = (start, *(entry for row in pauses(received, lengths) for entry in row))
    before = reckon(history, clock)
    watch(before, today, CALENDAR)
    assert reckon(history, clock) == before


@given(received=RECEIVED, lengths=LENGTHS, clock=CLOCKS)
def test_more_pause_never_brings_it_earlier(
    received: date, lengths: list[tuple[int, int]], clock: Clock
) -> None:
    rows = pauses(received, lengths)
    days = [due(received, rows[:number], clock) for number in range(len(rows) + 1)]
    assert days == sorted(days)


@given(received=RECEIVED, lengths=LENGTHS, clock=CLOCKS, data=st.data())
def test_the_order_of_overlapping_pauses_does_not_matter(
    received: date, lengths: list[tuple[int, int]], clock: Clock, data: st.DataObject
) -> None:
    rows = pauses(received, lengths)
    assert due(received, rows, clock) == due(received, data.draw(st.permutations(rows)), clock)


@given(received=RECEIVED, lengths=LENGTHS, clock=CLOCKS)
def test_twenty_days_count_and_the_last_of_them_is_the_due_day(
    received: date, lengths: list[tuple[int, int]], clock: Clock
) -> None:
    start = Entry(Mark.START, received, Cause.RECEIPT)
    found = reckon((start, *(e for row in pauses(received, lengths) for e in row)), clock)
    counted = [row for row in found.days if row.number is not None]
    assert [row.number for row in counted] == list(range(1, 21))
    assert counted[-1].day == found.due
    assert {row.why for row in counted} <= {Why.COUNTED, Why.MAKEUP}
    assert all(CALENDAR.is_workday(row.day) for row in counted)


@given(received=RECEIVED, lengths=LENGTHS)
def test_the_internal_clock_is_never_later_than_the_statutory(
    received: date, lengths: list[tuple[int, int]]
) -> None:
    rows = pauses(received, lengths)
    inner = due(received, rows, Clock(CALENDAR, workdays=15))
    assert inner <= due(received, rows, Clock(CALENDAR))
