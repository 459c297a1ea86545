"""The worked examples, and what moves a due day, against Art. 30, 33 and 35."""

from datetime import date

import pytest

from gongkai.core.applications.deadlines import (
    READINGS,
    TERM,
    TERMS,
    Cause,
    Clock,
    Entry,
    Mark,
    Reckoning,
    Why,
    reckon,
)
from gongkai.core.calendar import OutOfReachError, WorkdayCalendar
from tests.core.calendar.notices import announced

CALENDAR = announced()
CLOCK = Clock(CALENDAR)


def day(text: str) -> date:
    return date.fromisoformat(text)


def started(received: str, *more: Entry, clock: Clock = CLOCK) -> Reckoning:
    return reckon((Entry(Mark.START, day(received), Cause.RECEIPT), *more), clock)


def pause(
    asked: str, arrived: str | None, key: str = "1", *, workdays: int = 0
) -> tuple[Entry, ...]:
    first = Entry(Mark.PAUSE, day(asked), Cause.THIRD_PARTY, key, workdays=workdays)
    if arrived is None:
        return (first,)
    return first, Entry(Mark.RESUME, day(arrived), Cause.THIRD_PARTY, key)


EXTENDED = Entry(Mark.EXTEND, day("2025-02-10"), Cause.EXTENSION, workdays=20)
EXAMPLES = {
    "跨元旦": "2023-12-29 2024-01-10 2024-01-22 2024-01-29 2024-02-29",
    "跨2024年春节": "2024-02-05 2024-02-20 2024-03-01 2024-03-08 2024-04-08",
    "跨2025年春节": "2025-01-20 2025-02-05 2025-02-14 2025-02-21 2025-03-21",
    "跨2025年国庆": "2025-09-22 2025-09-30 2025-10-17 2025-10-24 2025-11-21",
    "跨2026年春节": "2026-02-06 2026-02-24 2026-03-05 2026-03-12 2026-04-10",
    "跨2026年国庆": "2026-09-18 2026-09-29 2026-10-15 2026-10-22 2026-11-19",
}


@pytest.mark.parametrize("row", EXAMPLES.values(), ids=EXAMPLES)
def test_worked_examples(row: str) -> None:
    received, correction, third_party, reply, extended = row.split()
    assert str(TERM["correction"].last_day(day(received), CALENDAR)) == correction
    assert str(TERM["third_party"].last_day(day(received), CALENDAR)) == third_party
    found = started(received)
    assert str(found.due) == reply
    assert not found.provisional
    assert str(started(received, EXTENDED).due) == extended


def test_the_terms_are_those_of_the_statute() -> None:
    assert [(row.code, row.workdays, row.cite.article) for row in TERMS] == [
        ("C1", 7, 30),
        ("C2", 20, 33),
        ("C3", 20, 33),
        ("C4", 15, 32),
        ("C5", 15, 34),
        ("C6", None, 33),
        ("C7", None, 35),
        ("C8", 20, None),
    ]
    with pytest.raises(ValueError, match="no length"):
        TERM["deferral"].last_day(day("2025-03-03"), CALENDAR)


def test_every_day_says_why_it_counts_or_does_not() -> None:
    days = {str(row.day): row for row in started("2025-01-20").days}
    assert days["2025-01-20"].why is Why.BASE
    assert (days["2025-01-21"].why, days["2025-01-21"].number) == (Why.COUNTED, 1)
    assert (days["2025-01-25"].why, days["2025-01-25"].number) == (Why.WEEKEND, None)
    assert (days["2025-01-26"].why, days["2025-01-26"].number) == (Why.MAKEUP, 5)
    assert (days["2025-01-28"].why, days["2025-01-28"].number) == (Why.HOLIDAY, None)
    assert (days["2025-02-21"].why, days["2025-02-21"].number) == (Why.COUNTED, 20)
    assert [row.label for row in Why][1] == "计入"


def test_the_reckoning_is_told_step_by_step() -> None:
    steps = started("2025-01-20").steps
    assert steps[0].startswith("2025-01-20（星期一） 收到申请，当天不计算")
    assert "20 个工作日" in steps[1]
    assert "第三十三条第二款" in steps[1]
    assert "2025-01-28、2025-01-29" in steps[2]
    assert "2025-01-26、2025-02-08" in steps[3]
    assert steps[-1] == "数满 20 个工作日，期限至 2025-02-21（星期五）"


def test_a_pause_takes_out_the_days_after_asking_up_to_the_arrival() -> None:
    found = started("2025-03-03", *pause("2025-03-05", "2025-03-12"))
    assert str(found.due) == "2025-04-08"
    assert CALENDAR.count(day("2025-03-31"), day("2025-04-08")) == 5
    out = [str(row.day) for row in found.days if row.why is Why.PAUSED]
    assert out == ["2025-03-06", "2025-03-07", "2025-03-10", "2025-03-11", "2025-03-12"]
    assert any(
        "其间 5 个工作日不计算" in step and "第三十三条第三款" in step for step in found.steps
    )


@pytest.mark.parametrize(("reading", "out"), [("after_asked", 5), ("both_ends", 6), ("between", 4)])
def test_the_reading_of_a_pause_is_a_setting(reading: str, out: int) -> None:
    clock = Clock(CALENDAR, READINGS[reading])
    found = started("2025-03-03", *pause("2025-03-05", "2025-03-12"), clock=clock)
    assert sum(1 for row in found.days if row.why is Why.PAUSED) == out
    assert any(READINGS[reading].label in step for step in found.steps)
    assert READINGS[reading].cite.article == 33
    assert next(iter(READINGS)) == "after_asked"


def test_an_opinion_that_comes_the_same_day_takes_nothing_out() -> None:
    assert started("2025-03-03", *pause("2025-03-05", "2025-03-05")).due == day("2025-03-31")


def test_overlapping_pauses_are_counted_once() -> None:
    both = (*pause("2025-03-05", "2025-03-12"), *pause("2025-03-10", "2025-03-14", "2"))
    found = started("2025-03-03", *both)
    assert found.due == started("2025-03-03", *pause("2025-03-05", "2025-03-14")).due
    assert "几次征求意见重叠的日期只扣除一次，共扣除 7 个工作日" in found.steps


def test_a_pause_ends_with_the_term_of_the_opinion() -> None:
    late = started("2025-03-03", *pause("2025-03-05", "2025-04-30", workdays=15))
    silent = started("2025-03-03", *pause("2025-03-05", None, workdays=15))
    assert late.due == silent.due
    assert any("2025-03-26 意见期限届满" in step for step in silent.steps)


def test_the_term_of_the_opinion_runs_from_the_proven_delivery() -> None:
    told = Entry(
        Mark.PAUSE, day("2025-03-05"), Cause.THIRD_PARTY, "1", workdays=15, since=day("2025-03-10")
    )
    found = started("2025-03-03", *pause("2025-03-05", None, workdays=15), told)
    assert found.stands[0].ends == day("2025-03-31")
    answered = Entry(Mark.RESUME, day("2025-03-20"), Cause.THIRD_PARTY, "1")
    assert started("2025-03-03", told, answered).stands[0].ends == day("2025-03-20")


def test_a_pause_without_an_end_leaves_the_due_day_open() -> None:
    found = started("2025-03-03", *pause("2025-03-05", None))
    assert (found.due, found.term, found.days, found.provisional) == (None, None, (), False)
    assert any("尚未结束" in step for step in found.steps)
    assert found.steps[-1].startswith("期限停止计算")


def test_a_pause_after_the_due_day_changes_nothing() -> None:
    assert started("2025-03-03", *pause("2025-04-01", None)).due == day("2025-03-31")


def test_a_long_pause_without_delivery_is_remarked() -> None:
    found = started("2025-03-03", *pause("2025-03-05", "2025-04-30"))
    assert any("请核对征求意见书的送达日期" in step for step in found.steps)


def test_correction_begins_the_term_anew() -> None:
    stop = Entry(Mark.STOP, day("2025-03-05"), Cause.CORRECTION, "c")
    assert started("2025-03-03", stop).due is None
    again = Entry(Mark.RESTART, day("2025-03-18"), Cause.CORRECTION, "c")
    found = started("2025-03-03", stop, again)
    assert found.base == day("2025-03-18")
    assert found.due == CALENDAR.add(day("2025-03-18"), 20)
    assert "补正" in found.steps[0]
    assert "第三十条" in found.steps[0]


def test_the_term_runs_anew_from_the_day_after_full_payment() -> None:
    stop = Entry(Mark.STOP, day("2025-03-10"), Cause.FEE, "fee")
    paid = Entry(Mark.RESTART, day("2025-03-20"), Cause.FEE, "fee")
    found = started("2025-03-03", stop, paid)
    assert found.days[1].day == day("2025-03-21")
    assert found.days[1].number == 1
    assert found.due == CALENDAR.add(day("2025-03-20"), 20)
    assert "次日是第一天" in found.steps[0]


def test_a_waived_fee_lets_the_clock_go_on() -> None:
    stop = Entry(Mark.STOP, day("2025-03-10"), Cause.FEE, "fee")
    waived = Entry(Mark.RESUME, day("2025-03-12"), Cause.FEE, "fee")
    found = started("2025-03-03", stop, waived)
    assert found.due == CALENDAR.add(day("2025-03-31"), 2)
    assert any("恢复计算，其间 2 个工作日不计算" in step for step in found.steps)
    assert any("停止计算，尚未结束" in step for step in started("2025-03-03", stop).steps)


def test_what_was_paused_before_the_new_count_is_not_told_again() -> None:
    before = pause("2025-03-04", "2025-03-06")
    again = Entry(Mark.RESTART, day("2025-03-18"), Cause.CORRECTION)
    found = started("2025-03-03", *before, again)
    assert found.due == CALENDAR.add(day("2025-03-18"), 20)
    assert not any("征求" in step for step in found.steps)


def test_an_extension_is_never_longer_than_twenty_days_and_ends_with_the_count() -> None:
    found = started("2025-01-20", EXTENDED, EXTENDED)
    assert (found.extension, found.workdays) == (20, 40)
    assert any("经批准延长 20 个工作日，共 40 个工作日" in step for step in found.steps)
    again = Entry(Mark.RESTART, day("2025-02-18"), Cause.FEE)
    assert started("2025-01-20", EXTENDED, again).extension == 0


def test_a_deferral_is_to_the_day_told() -> None:
    deferred = Entry(Mark.DEFER, day("2025-03-20"), Cause.DEFERRAL, until=day("2025-06-30"))
    found = started("2025-03-03", deferred)
    assert (found.term, found.due) == (day("2025-03-31"), day("2025-06-30"))
    assert any("延迟答复，至 2025-06-30" in step and "第三十五条" in step for step in found.steps)
    early = Entry(Mark.DEFER, day("2025-03-20"), Cause.DEFERRAL, until=day("2025-03-21"))
    assert started("2025-03-03", early).due == day("2025-03-31")


def test_a_year_without_notice_is_provisional() -> None:
    found = started("2026-12-10")
    assert found.provisional
    assert any("2027 年的放假安排还没有公布或者录入" in step for step in found.steps)
    without = WorkdayCalendar()
    assert reckon(
        (Entry(Mark.START, day("2025-03-03"), Cause.RECEIPT),), Clock(without)
    ).provisional


def test_the_internal_clock_is_shorter_and_stands_still_with_the_other() -> None:
    inner = Clock(CALENDAR, workdays=12)
    found = started("2025-03-03", *pause("2025-03-05", "2025-03-12"), clock=inner)
    assert found.due == CALENDAR.add(CALENDAR.add(day("2025-03-03"), 12), 5)
    assert any("内部办理期限为 12 个工作日，短于法定的 20" in step for step in found.steps)


def test_a_decision_may_set_another_term() -> None:
    again = Entry(Mark.RESTART, day("2025-05-06"), Cause.REOPENED, workdays=10)
    found = started("2025-03-03", again)
    assert found.due == CALENDAR.add(day("2025-05-06"), 10)
    assert "本次期限为 10 个工作日" in found.steps


def test_applications_under_the_old_law_are_remarked() -> None:
    assert any("适用修订前的条例" in step for step in started("2019-03-01").steps)


def test_a_clock_that_was_not_started_has_no_due_day() -> None:
    with pytest.raises(ValueError, match="not started"):
        reckon((), CLOCK)
    with pytest.raises(ValueError, match="not started"):
        reckon(pause("2025-03-05", None), CLOCK)


def test_a_pause_of_decades_is_out_of_reach() -> None:
    with pytest.raises(OutOfReachError):
        started("2025-03-03", *pause("2025-03-05", "2065-03-05"))
