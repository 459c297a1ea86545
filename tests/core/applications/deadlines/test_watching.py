"""What the due day means today, faults of a history, the timeline's segments."""

from datetime import date

import pytest

from gongkai.core.applications.deadlines import (
    Cause,
    Clock,
    Entry,
    Level,
    Mark,
    SegmentKind,
    correction_watch,
    extension_faults,
    faults,
    reckon,
    segments,
    watch,
)
from tests.core.calendar.notices import announced

CALENDAR = announced()
CLOCK = Clock(CALENDAR)
RECEIVED = date(2025, 3, 3)
START = Entry(Mark.START, RECEIVED, Cause.RECEIPT)
ASKED = Entry(Mark.PAUSE, date(2025, 3, 5), Cause.THIRD_PARTY, "1")
ARRIVED = Entry(Mark.RESUME, date(2025, 3, 12), Cause.THIRD_PARTY, "1")
STOP = Entry(Mark.STOP, date(2025, 3, 14), Cause.FEE, "fee")
PAID = Entry(Mark.RESTART, date(2025, 3, 20), Cause.FEE, "fee")


@pytest.mark.parametrize(
    ("today", "left", "warning", "level"),
    [
        pytest.param("2025-03-03", 20, None, Level.CALM, id="收到当天"),
        pytest.param("2025-03-10", 15, 15, Level.CALM, id="还剩15日"),
        pytest.param("2025-03-14", 11, 15, Level.CALM, id="还剩11日"),
        pytest.param("2025-03-17", 10, 10, Level.NEAR, id="还剩10日"),
        pytest.param("2025-03-24", 5, 5, Level.NEAR, id="还剩5日"),
        pytest.param("2025-03-26", 3, 3, Level.SOON, id="还剩3日"),
        pytest.param("2025-03-28", 1, 1, Level.SOON, id="还剩1日"),
        pytest.param("2025-03-31", 0, 1, Level.SOON, id="当天到期"),
        pytest.param("2025-04-01", -1, None, Level.OVERDUE, id="逾期1日"),
        pytest.param("2025-04-08", -5, None, Level.OVERDUE, id="逾期5日"),
    ],
)
def test_days_left(today: str, left: int, warning: int | None, level: Level) -> None:
    found = watch(reckon((START,), CLOCK), date.fromisoformat(today), CALENDAR)
    assert (found.left, found.warning, found.level) == (left, warning, level)
    assert not found.is_paused
    assert found.level.label


def test_overdue_on_a_day_off_is_overdue() -> None:
    due_on_friday = reckon((Entry(Mark.START, date(2025, 2, 28), Cause.RECEIPT),), CLOCK)
    assert due_on_friday.due == date(2025, 3, 28)
    assert watch(due_on_friday, date(2025, 3, 29), CALENDAR).left == -1


def test_a_paused_clock_leaves_as_many_days_as_when_it_was_paused() -> None:
    found = reckon((START, ASKED, ARRIVED), CLOCK)
    assert watch(found, date(2025, 3, 5), CALENDAR).left == 18
    paused = watch(found, date(2025, 3, 10), CALENDAR)
    assert (paused.left, paused.is_paused) == (18, True)


def test_a_stopped_clock_warns_of_nothing() -> None:
    found = watch(reckon((START, STOP), CLOCK), date(2025, 6, 2), CALENDAR)
    assert (found.level, found.left, found.warning) == (Level.STANDING, None, None)


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        ("2025-03-07", None),
        ("2025-03-10", 5),
        ("2025-03-11", 5),
        ("2025-03-12", 7),
        ("2025-04-01", 7),
    ],
)
def test_reminders_to_ask_for_correction(today: str, mark: int | None) -> None:
    assert correction_watch(RECEIVED, date.fromisoformat(today), CALENDAR) == mark


@pytest.mark.parametrize(
    ("history", "today", "workdays", "codes"),
    [
        pytest.param((START,), "2025-03-31", 20, [], id="届满当天"),
        pytest.param((START,), "2025-04-01", 20, ["EXTENSION-LATE"], id="届满以后"),
        pytest.param((START,), "2025-03-10", 21, ["EXTENSION-LENGTH"], id="超过20日"),
        pytest.param((START,), "2025-03-10", 0, ["EXTENSION-LENGTH"], id="零日"),
        pytest.param((START, STOP), "2025-03-20", 5, ["EXTENSION-STANDING"], id="停止计算"),
        pytest.param(
            (START, Entry(Mark.EXTEND, RECEIVED, Cause.EXTENSION, workdays=5)),
            "2025-03-20",
            5,
            ["EXTENSION-TWICE"],
            id="再次延长",
        ),
    ],
)
def test_an_extension_comes_before_the_due_day_once_and_within_twenty_days(
    history: tuple[Entry, ...], today: str, workdays: int, codes: list[str]
) -> None:
    found = extension_faults(reckon(history, CLOCK), date.fromisoformat(today), workdays)
    assert [finding.code for finding in found] == codes


@pytest.mark.parametrize(
    ("history", "code"),
    [
        pytest.param((), "CLOCK-START", id="没有记录"),
        pytest.param((ASKED, ARRIVED), "CLOCK-START", id="没有开始"),
        pytest.param(
            (START, Entry(Mark.PAUSE, date(2025, 3, 2), Cause.OTHER_ORGAN, "1")),
            "CLOCK-EARLY",
            id="早于收到",
        ),
        pytest.param((START, ARRIVED), "CLOCK-RESUME", id="没有暂停"),
        pytest.param(
            (START, ASKED, Entry(Mark.RESUME, date(2025, 3, 4), Cause.THIRD_PARTY, "1")),
            "CLOCK-ORDER",
            id="收到早于发出",
        ),
        pytest.param(
            (START, Entry(Mark.DEFER, date(2025, 3, 4), Cause.DEFERRAL)),
            "CLOCK-DEFER",
            id="没有日期",
        ),
    ],
)
def test_impossible_histories_are_refused(history: tuple[Entry, ...], code: str) -> None:
    found = list(faults(history))
    assert [finding.code for finding in found] == [code]
    assert found[0].hint


def test_a_possible_history_has_no_faults() -> None:
    later = Entry(Mark.DEFER, date(2025, 3, 24), Cause.DEFERRAL, until=date(2025, 5, 30))
    assert list(faults((START, ASKED, ARRIVED, STOP, PAID, later))) == []


def test_segments_of_a_timeline() -> None:
    end = Entry(Mark.END, date(2025, 4, 1), Cause.CLOSED)
    found = segments((START, ASKED, ARRIVED, STOP, PAID, end), CLOCK, date(2025, 9, 1))
    assert [(row.kind, str(row.first), str(row.last), row.cause) for row in found] == [
        (SegmentKind.RUNNING, "2025-03-04", "2025-03-05", Cause.RECEIPT),
        (SegmentKind.PAUSED, "2025-03-06", "2025-03-12", Cause.THIRD_PARTY),
        (SegmentKind.RUNNING, "2025-03-13", "2025-03-14", Cause.RECEIPT),
        (SegmentKind.STOPPED, "2025-03-15", "2025-03-20", Cause.FEE),
        (SegmentKind.RUNNING, "2025-03-21", "2025-04-01", Cause.FEE),
    ]


def test_a_stop_outweighs_a_pause_in_the_timeline() -> None:
    found = segments((START, ASKED, STOP), CLOCK, date(2025, 3, 18))
    assert [row.kind for row in found] == [
        SegmentKind.RUNNING,
        SegmentKind.PAUSED,
        SegmentKind.STOPPED,
    ]
    assert segments((START,), CLOCK, RECEIVED) == ()


def test_words() -> None:
    assert all(row.label for enum in (Mark, Cause, Level, SegmentKind) for row in enum)
    assert all(row.cite for row in Cause)


def test_a_case_that_was_opened_again_runs_from_then_on() -> None:
    over = Entry(Mark.END, date(2025, 3, 20), Cause.CLOSED)
    again = Entry(Mark.RESTART, date(2025, 4, 10), Cause.REOPENED)
    found = segments((START, over, again), CLOCK, date(2025, 4, 20))
    assert [(row.kind, str(row.first), str(row.last), row.cause) for row in found] == [
        (SegmentKind.RUNNING, "2025-03-04", "2025-03-20", Cause.RECEIPT),
        (SegmentKind.STOPPED, "2025-03-21", "2025-04-10", Cause.CLOSED),
        (SegmentKind.RUNNING, "2025-04-11", "2025-04-20", Cause.REOPENED),
    ]
