"""What interrupts a dispute: suspension, resumption, and being sent back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from gongkai.apps.disputes.facts import Judgment
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.pausing import record_remand, resume_dispute, suspend_dispute
from gongkai.apps.disputes.reckoning import facts_of
from gongkai.apps.disputes.stepping import record_answer, record_appeal, record_judgment
from gongkai.apps.organs.queries import calendar
from gongkai.core.disputes.kinds import JudgmentForm
from gongkai.core.disputes.stages import stages
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.disputes.cases import LAWSUIT, NOW, REVIEW, UPHELD, Ledger, codes, told

ACCEPTED = replace(REVIEW, accepted_on=date(2025, 6, 2))
Step = Callable[..., Dispute]


def take(ledger: Ledger, row: Dispute, act: Step, day: date, note: str = "") -> Dispute:
    return act(ledger.handler, dispute_id=row.pk, expected=row.version, day=day, note=note, now=NOW)


def answered(ledger: Ledger) -> Dispute:
    return take(ledger, ledger.opened(ACCEPTED), record_answer, date(2025, 6, 4))


def appealed(ledger: Ledger) -> Dispute:
    opening = replace(LAWSUIT, accepted_on=date(2025, 6, 2), is_simplified=True)
    row = take(ledger, ledger.opened(opening), record_answer, date(2025, 6, 4))
    judgment = Judgment(JudgmentForm.RULING, date(2025, 6, 10))
    row = record_judgment(
        ledger.handler, dispute_id=row.pk, expected=row.version, judgment=judgment, now=NOW
    )
    return take(ledger, row, record_appeal, date(2025, 6, 12))


def due(row: Dispute, key: str) -> date | None:
    stage = next(one for one in stages(facts_of(row), calendar()) if one.key == key)
    return stage.due.day if stage.due else None


def test_a_suspended_review_goes_on_where_it_stood(ledger: Ledger) -> None:
    row = answered(ledger)
    assert due(row, "decide") == date(2025, 8, 1)
    row = take(ledger, row, suspend_dispute, date(2025, 6, 10), "等待有权机关解释")
    assert (row.state, due(row, "decide")) == ("suspended", None)
    row = take(ledger, row, resume_dispute, date(2025, 6, 20))
    assert (row.state, due(row, "decide")) == ("answered", date(2025, 8, 11))
    assert Dispute.objects.get().pauses == [["2025-06-10", "2025-06-20"]]
    assert told("suspend_dispute")[1]["note"] == "等待有权机关解释"


def test_the_second_instance_rests_by_itself(ledger: Ledger) -> None:
    row = take(ledger, appealed(ledger), suspend_dispute, date(2025, 6, 20))
    assert row.state == "stayed"
    row = take(ledger, row, resume_dispute, date(2025, 6, 30))
    assert (row.state, due(row, "second")) == ("appealed", date(2025, 9, 22))
    assert due(row, "judge") == date(2025, 7, 17)


def test_what_rests_counts_as_pending_and_can_end(ledger: Ledger) -> None:
    row = take(ledger, answered(ledger), suspend_dispute, date(2025, 6, 10))
    assert (row.due, row.duty) == (None, "")
    with pytest.raises(BlockedError) as error:
        ledger.closed(Dispute.objects.get(), replace(UPHELD, day=date(2025, 6, 9)))
    assert codes(error) == {"DISPUTE-ORDER"}
    row = ledger.closed(Dispute.objects.get(), replace(UPHELD, day=date(2025, 6, 30)))
    assert (row.state, row.result) == ("closed", "upheld")
    assert row.pauses == [["2025-06-10", "2025-06-30"]]


def test_what_is_sent_back_is_the_same_dispute_in_the_first_instance(ledger: Ledger) -> None:
    row = take(ledger, appealed(ledger), record_remand, date(2025, 6, 25), "事实不清")
    assert (row.state, row.judged_on, row.appealed_on) == ("answered", None, None)
    assert not row.is_simplified
    assert due(row, "judge") == date(2025, 12, 25)
    assert told("record_remand")[0]["appealed_on"] == "2025-06-12"
    early = Judgment(JudgmentForm.JUDGMENT, date(2025, 6, 24))
    with pytest.raises(BlockedError) as error:
        record_judgment(
            ledger.handler, dispute_id=row.pk, expected=row.version, judgment=early, now=NOW
        )
    assert codes(error) == {"DISPUTE-ORDER"}
    assert Dispute.objects.count() == 1


@pytest.mark.parametrize(
    ("days", "code"),
    [
        pytest.param(("2025-07-01",), "DISPUTE-FUTURE", id="还没有到"),
        pytest.param(("2025-06-02",), "DISPUTE-ORDER", id="早于收到副本"),
        pytest.param(("2025-06-10", "2025-06-09"), "DISPUTE-ORDER", id="恢复早于中止"),
        pytest.param(
            ("2025-06-10", "2025-06-20", "2025-06-19"), "DISPUTE-ORDER", id="再次中止早于恢复"
        ),
    ],
)
def test_days_that_cannot_be(ledger: Ledger, days: tuple[str, ...], code: str) -> None:
    row = answered(ledger)
    acts = (suspend_dispute, resume_dispute, suspend_dispute)
    *before, last = zip(acts, map(date.fromisoformat, days), strict=False)
    for act, day in before:
        row = take(ledger, row, act, day)
    with pytest.raises(BlockedError) as error:
        take(ledger, row, *last)
    assert codes(error) == {code}


def test_only_where_the_step_is_open_and_by_whom(ledger: Ledger) -> None:
    row = ledger.opened(ACCEPTED)
    for act in (suspend_dispute, resume_dispute, record_remand):
        with pytest.raises(BlockedError) as error:
            take(ledger, row, act, date(2025, 6, 10))
        assert codes(error) == {"DISPUTE-STATE"}
        with pytest.raises(NotAllowedError):
            act(
                ledger.drafter, dispute_id=row.pk, expected=row.version,
                day=date(2025, 6, 10), note="", now=NOW,
            )  # fmt: skip
        with pytest.raises(Dispute.DoesNotExist):
            act(
                ledger.stranger, dispute_id=row.pk, expected=row.version,
                day=date(2025, 6, 10), note="", now=NOW,
            )  # fmt: skip
