"""The stages of a dispute, against the words of the two statutes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.disputes.kinds import DisputeKind, JudgmentForm
from gongkai.core.disputes.pauses import Pause
from gongkai.core.disputes.reckoning import months_on
from gongkai.core.disputes.stages import Facts, Stage, next_duty, stages
from gongkai.core.disputes.terms import TERMS, Day, Side

REVIEW, DIRECT, AFTER = DisputeKind.RECONSIDERATION, DisputeKind.DIRECT, DisputeKind.AFTER
DAYS = WorkdayCalendar(
    announced=frozenset({2025}),
    special={
        date(2025, 5, 1): False,
        date(2025, 5, 2): False,
        date(2025, 5, 5): False,
        date(2025, 4, 27): True,
    },
)


def stage(facts: Facts, key: str) -> Stage:
    return next(row for row in stages(facts, DAYS) if row.key == key)


def due(facts: Facts, key: str) -> date:
    found = stage(facts, key).due
    assert found is not None
    return found.day


@pytest.mark.parametrize(
    ("facts", "key", "day", "cite"),
    [
        pytest.param(
            Facts(REVIEW, {Day.KNOWN: date(2025, 3, 3)}),
            "apply", date(2025, 5, 6), "第二十条第一款", id="复议申请60日，末日放假顺延",
        ),
        pytest.param(
            Facts(REVIEW, {Day.FILED: date(2025, 3, 3)}),
            "accept", date(2025, 3, 10), "第三十条第一款", id="受理5个工作日",
        ),
        pytest.param(
            Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 3)}),
            "forward", date(2025, 3, 12), "第四十八条", id="发送副本7个工作日",
        ),
        pytest.param(
            Facts(REVIEW, {Day.RECEIVED: date(2025, 4, 22)}),
            "answer", date(2025, 5, 8), "第四十八条", id="答复10个工作日，跨五一和调休",
        ),
        pytest.param(
            Facts(REVIEW, {Day.RECEIVED: date(2025, 3, 3)}, is_simplified=True),
            "answer", date(2025, 3, 10), "第五十四条第一款", id="简易程序答复5个工作日",
        ),
        pytest.param(
            Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 10)}),
            "decide", date(2025, 5, 9), "第六十二条第一款", id="复议决定60日",
        ),
        pytest.param(
            Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 10)}, is_simplified=True),
            "decide", date(2025, 4, 9), "第六十二条第二款", id="简易程序复议决定30日",
        ),
        pytest.param(
            Facts(REVIEW, {Day.CLOSED: date(2025, 5, 6)}),
            "sue", date(2025, 5, 21), "第四十五条", id="收到复议决定15日起诉",
        ),
        pytest.param(
            Facts(DIRECT, {Day.KNOWN: date(2025, 1, 15)}),
            "sue", date(2025, 7, 15), "第四十六条第一款", id="直接起诉6个月",
        ),
        pytest.param(
            Facts(AFTER, {Day.KNOWN: date(2025, 6, 10)}),
            "sue", date(2025, 6, 25), "第四十五条", id="复议后起诉15日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.RECEIVED: date(2025, 6, 10)}),
            "answer", date(2025, 6, 25), "第六十七条第一款", id="答辩举证15日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 6, 10)}),
            "judge", date(2025, 12, 10), "第八十一条", id="一审6个月",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 6, 10)}, is_simplified=True),
            "judge", date(2025, 7, 25), "第八十三条", id="简易程序45日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.JUDGED: date(2025, 6, 10)}),
            "appeal", date(2025, 6, 25), "第八十五条", id="判决上诉15日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.JUDGED: date(2025, 6, 10)}, judgment=JudgmentForm.RULING),
            "appeal", date(2025, 6, 20), "第八十五条", id="裁定上诉10日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.APPEALED: date(2025, 6, 10)}),
            "second", date(2025, 9, 10), "第八十八条", id="二审3个月",
        ),
    ],
)  # fmt: skip
def test_a_term_ends_on_its_day_by_its_article(
    facts: Facts, key: str, day: date, cite: str
) -> None:
    assert due(facts, key) == day
    found = stage(facts, key)
    assert cite in str(found.cite)
    assert found.due is not None
    assert any(cite in step for step in found.due.steps)
    assert str(day) in "".join(found.due.steps)


def test_a_last_day_off_moves_and_says_why() -> None:
    found = stage(Facts(REVIEW, {Day.KNOWN: date(2025, 3, 3)}), "apply").due
    assert found is not None
    assert found.steps[0].startswith("2025-03-03（星期一） 对方知道被申请复议的行为，当天不计算")
    assert "最后一日是 2025-05-02" in found.steps[2]
    assert "顺延到其后第一个工作日 2025-05-06" in found.steps[3]
    assert "第八十八条第一款" in found.steps[3]


def test_courts_move_a_last_day_off_by_their_own_article() -> None:
    found = stage(Facts(DIRECT, {Day.RECEIVED: date(2025, 4, 18)}), "answer").due
    assert found is not None
    assert found.day == date(2025, 5, 6)
    assert "第一百零一条" in found.steps[-1]


@pytest.mark.parametrize(
    ("facts", "key", "day"),
    [
        pytest.param(
            Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 10)}, extended_until=date(2025, 6, 5)),
            "decide", date(2025, 6, 5), id="复议延期",
        ),
        pytest.param(
            Facts(DIRECT, {Day.RECEIVED: date(2025, 6, 10)}, evidence_until=date(2025, 7, 4)),
            "answer", date(2025, 7, 4), id="准许延期举证",
        ),
        pytest.param(
            Facts(DIRECT, {Day.CLOSED: date(2025, 6, 10)}, redo_by=date(2025, 7, 10)),
            "redo", date(2025, 7, 10), id="限期重新办理",
        ),
    ],
)  # fmt: skip
def test_a_day_that_the_body_names_holds(facts: Facts, key: str, day: date) -> None:
    assert due(facts, key) == day


@pytest.mark.parametrize(
    ("state", "key"), [("notified", "answer"), ("judged", "appeal"), ("closed", "redo")]
)
def test_the_next_duty_follows_from_the_state(state: str, key: str) -> None:
    days = dict.fromkeys((Day.RECEIVED, Day.JUDGED, Day.CLOSED), date(2025, 6, 10))
    found = next_duty(Facts(DIRECT, days, redo_by=date(2025, 8, 1)), state, DAYS)
    assert found is not None
    assert found.key == key
    assert found.side is Side.ORGAN


def test_there_is_no_duty_while_others_work_or_when_it_is_done() -> None:
    days = {Day.RECEIVED: date(2025, 6, 10)}
    assert next_duty(Facts(DIRECT, days), "answered", DAYS) is None
    answered = {**days, Day.ANSWERED: date(2025, 6, 12)}
    assert next_duty(Facts(DIRECT, answered), "notified", DAYS) is None


def test_what_was_late_and_what_is_overdue() -> None:
    days = {Day.RECEIVED: date(2025, 6, 10)}
    found = stage(Facts(DIRECT, days), "answer")
    assert not found.is_overdue(date(2025, 6, 25))
    assert found.is_overdue(date(2025, 6, 26))
    late = stage(Facts(DIRECT, {**days, Day.ANSWERED: date(2025, 6, 26)}), "answer")
    assert late.is_late
    assert not late.is_overdue(date(2025, 7, 1))


REST = Pause(date(2025, 3, 20), date(2025, 4, 9))


@pytest.mark.parametrize(
    ("facts", "key", "day"),
    [
        pytest.param(
            Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 10)}, pauses=(REST,)),
            "decide", date(2025, 5, 29), id="复议中止二十日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 3, 10)}, pauses=(REST,)),
            "judge", date(2025, 9, 30), id="诉讼中止二十日",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 3, 10), Day.JUDGED: date(2025, 3, 12),
                           Day.APPEALED: date(2025, 3, 14)}, pauses=(REST,)),
            "judge", date(2025, 9, 10), id="一审以后的中止",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 3, 10), Day.JUDGED: date(2025, 3, 12),
                           Day.APPEALED: date(2025, 3, 14)}, pauses=(REST,)),
            "second", date(2025, 7, 4), id="二审的中止",
        ),
        pytest.param(
            Facts(DIRECT, {Day.ACCEPTED: date(2025, 1, 10)}, remanded_on=date(2025, 3, 10)),
            "judge", date(2025, 9, 10), id="发回重审",
        ),
    ],
)  # fmt: skip
def test_what_interrupts_moves_the_term_of_the_body(facts: Facts, key: str, day: date) -> None:
    assert due(facts, key) == day


def test_while_it_rests_the_term_of_the_body_is_open() -> None:
    days = {Day.ACCEPTED: date(2025, 3, 10), Day.RECEIVED: date(2025, 3, 12)}
    facts = Facts(REVIEW, days, pauses=(Pause(date(2025, 3, 20)),))
    decided = stage(facts, "decide")
    assert (decided.due, decided.waits_for) == (None, "恢复审理")
    assert stage(facts, "answer").due is not None


def test_the_days_that_do_not_count_are_told_with_their_article() -> None:
    found = stage(Facts(REVIEW, {Day.ACCEPTED: date(2025, 3, 10)}, pauses=(REST,)), "decide").due
    assert found is not None
    assert "中止审理的 20 日不计算" in found.steps[-1]
    assert "第三十九条第一款" in found.steps[-1]
    sent_back = stage(Facts(DIRECT, {}, remanded_on=date(2025, 3, 10)), "judge").due
    assert sent_back is not None
    assert "发回重审以后重新立案" in sent_back.steps[0]


def test_a_year_without_its_notice_is_provisional() -> None:
    found = stage(Facts(DIRECT, {Day.ACCEPTED: date(2025, 8, 1)}), "judge").due
    assert found is not None
    assert found.is_provisional
    assert "暂定" in found.steps[-1]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        pytest.param(date(2025, 8, 31), 6, date(2026, 2, 28), id="没有这一天"),
        pytest.param(date(2023, 8, 31), 6, date(2024, 2, 29), id="闰年"),
        pytest.param(date(2025, 11, 30), 3, date(2026, 2, 28), id="跨年"),
        pytest.param(date(2025, 6, 15), 6, date(2025, 12, 15), id="十二月"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day: date, months: int, later: date) -> None:
    assert months_on(day, months) == later


@given(
    st.sampled_from(DisputeKind),
    st.dictionaries(st.sampled_from(Day), st.dates(date(2020, 1, 1), date(2027, 1, 1))),
    st.booleans(),
)
def test_every_due_day_is_worked_and_explained(
    kind: DisputeKind, days: dict[Day, date], is_simplified: bool
) -> None:
    for row in stages(Facts(kind, days, is_simplified=is_simplified), DAYS):
        assert row.cite
        if row.due is not None:
            assert DAYS.is_workday(row.due.day)
            assert len(row.due.steps) >= 3


@pytest.mark.parametrize("kind", DisputeKind)
@pytest.mark.parametrize("is_simplified", [False, True], ids=["普通", "简易"])
def test_every_kind_has_each_stage_once(kind: DisputeKind, is_simplified: bool) -> None:
    keys = [row.key for row in stages(Facts(kind, is_simplified=is_simplified), DAYS)]
    assert len(keys) == len(set(keys))
    assert set(keys) == {term.key for term in TERMS[kind]}
