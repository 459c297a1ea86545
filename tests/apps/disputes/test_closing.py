"""The steps of a dispute, its end, and what a corrected decision sets going."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gongkai.apps.disputes.closing import record_redo, reopen_dispute, void_dispute
from gongkai.apps.disputes.facts import Closing, Judgment
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.pausing import suspend_dispute
from gongkai.apps.disputes.stepping import (
    note_lessons,
    record_answer,
    record_appeal,
    record_judgment,
)
from gongkai.core.disputes.kinds import JudgmentForm, Result
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.disputes.cases import CORRECTED, LAWSUIT, NOW, UPHELD, Ledger, at, codes, told


def answer(ledger: Ledger, row: Dispute, day: date = date(2025, 6, 10)) -> Dispute:
    return record_answer(
        ledger.handler, dispute_id=row.pk, expected=row.version, day=day, note="", now=NOW
    )


def judge(ledger: Ledger, row: Dispute, form: JudgmentForm = JudgmentForm.JUDGMENT) -> Dispute:
    judgment = Judgment(form, date(2025, 6, 20), "驳回")
    return record_judgment(
        ledger.handler, dispute_id=row.pk, expected=row.version, judgment=judgment, now=NOW
    )


def test_an_answer_ends_the_duty(ledger: Ledger) -> None:
    row = answer(ledger, ledger.opened())
    assert (row.state, row.duty, row.due) == ("answered", "", None)
    assert [entry.verb for entry in row.entries.all()] == ["open_dispute", "record_answer"]


@pytest.mark.parametrize(
    ("form", "due"),
    [(JudgmentForm.JUDGMENT, date(2025, 7, 7)), (JudgmentForm.RULING, date(2025, 6, 30))],
    ids=["判决", "裁定"],
)
def test_a_judgment_opens_the_term_of_appeal(ledger: Ledger, form: JudgmentForm, due: date) -> None:
    row = judge(ledger, answer(ledger, ledger.opened(LAWSUIT)), form)
    assert (row.state, row.duty, row.due) == ("judged", "appeal", due)


def test_an_appeal_and_the_end(ledger: Ledger) -> None:
    row = judge(ledger, answer(ledger, ledger.opened(LAWSUIT)))
    row = record_appeal(
        ledger.handler, dispute_id=row.pk, expected=row.version, day=date(2025, 6, 25),
        note="", now=NOW,
    )  # fmt: skip
    assert (row.state, row.due) == ("appealed", None)
    row = ledger.closed(row, replace(UPHELD, day=date(2025, 6, 30)))
    assert (row.state, row.result) == ("closed", "upheld")


def test_reconsideration_knows_no_judgment(ledger: Ledger) -> None:
    with pytest.raises(BlockedError) as error:
        judge(ledger, ledger.opened())
    assert codes(error) == {"DISPUTE-KIND"}


@pytest.mark.parametrize(
    ("closing", "code"),
    [
        pytest.param(replace(UPHELD, result=Result.PENDING), "DISPUTE-RESULT", id="未结"),
        pytest.param(replace(UPHELD, outcome=" "), "DISPUTE-LACKING", id="没有要旨"),
        pytest.param(replace(UPHELD, day=date(2025, 7, 1)), "DISPUTE-FUTURE", id="未来"),
        pytest.param(replace(UPHELD, day=date(2025, 6, 1)), "DISPUTE-ORDER", id="早于收到"),
        pytest.param(replace(UPHELD, asks_again=True), "DISPUTE-AGAIN", id="维持却要重办"),
        pytest.param(replace(UPHELD, redo_by=date(2025, 8, 1)), "DISPUTE-AGAIN", id="维持却有限期"),
    ],
)
def test_an_end_that_cannot_be(ledger: Ledger, closing: Closing, code: str) -> None:
    row = ledger.opened()
    with pytest.raises(BlockedError) as error:
        ledger.closed(row, closing)
    assert codes(error) == {code}
    assert Dispute.objects.get().state == "notified"


def test_doing_it_again_has_its_day(ledger: Ledger) -> None:
    row = ledger.closed(ledger.opened(), replace(CORRECTED, redo_by=date(2025, 7, 20)))
    assert (row.duty, row.due) == ("redo", date(2025, 7, 20))
    done = record_redo(
        ledger.handler, dispute_id=row.pk, expected=row.version, day=date(2025, 6, 30),
        note="已重新答复", now=NOW,
    )  # fmt: skip
    assert (done.duty, done.redone_on) == ("", date(2025, 6, 30))


@pytest.mark.parametrize(
    ("closing", "day", "code"),
    [
        pytest.param(UPHELD, date(2025, 6, 30), "DISPUTE-REDO", id="没有要求"),
        pytest.param(CORRECTED, date(2025, 7, 1), "DISPUTE-FUTURE", id="未来"),
        pytest.param(CORRECTED, date(2025, 6, 1), "DISPUTE-ORDER", id="早于审结"),
    ],
)
def test_doing_it_again_on_a_wrong_day(
    ledger: Ledger, closing: Closing, day: date, code: str
) -> None:
    row = ledger.closed(ledger.opened(), closing)
    with pytest.raises(BlockedError) as error:
        record_redo(
            ledger.handler, dispute_id=row.pk, expected=row.version, day=day, note="", now=NOW
        )
    assert codes(error) == {code}


def test_a_result_is_taken_back_by_the_office(ledger: Ledger) -> None:
    row = ledger.closed(ledger.opened())
    given: dict[str, Any] = {
        "dispute_id": row.pk,
        "expected": row.version,
        "reason": "录错",
        "now": NOW,
    }
    with pytest.raises(NotAllowedError):
        reopen_dispute(ledger.handler, **given)
    again = reopen_dispute(ledger.office, **given)
    assert (again.state, again.result, again.closed_on) == ("notified", "pending", None)
    assert told("reopen_dispute")[0]["result"] == "upheld"


def suspended(ledger: Ledger, row: Dispute) -> Dispute:
    given: dict[str, Any] = {"dispute_id": row.pk, "expected": row.version, "note": "", "now": NOW}
    return suspend_dispute(ledger.handler, day=date(2025, 6, 15), **given)


def appealed(ledger: Ledger, row: Dispute) -> Dispute:
    judged = judge(ledger, row)
    given: dict[str, Any] = {"dispute_id": judged.pk, "expected": judged.version}
    given |= {"note": "", "now": NOW}
    return record_appeal(ledger.handler, day=date(2025, 6, 20), **given)


@pytest.mark.parametrize(
    ("before", "state"),
    [
        pytest.param(lambda _, row: row, "notified", id="待答复举证"),
        pytest.param(answer, "answered", id="审理中"),
        pytest.param(judge, "judged", id="一审已裁判"),
        pytest.param(appealed, "appealed", id="二审审理中"),
        pytest.param(lambda one, row: suspended(one, answer(one, row)), "suspended", id="中止"),
    ],
)
def test_a_result_taken_back_leaves_it_where_it_was(
    ledger: Ledger, before: Callable[[Ledger, Dispute], Dispute], state: str
) -> None:
    stood = before(ledger, ledger.opened(LAWSUIT))
    kept = (stood.state, stood.duty, stood.due, stood.pauses)
    row = ledger.closed(stood)
    again = reopen_dispute(
        ledger.office, dispute_id=row.pk, expected=row.version, reason="录错", now=NOW
    )
    assert kept[0] == state
    assert (again.state, again.duty, again.due, again.pauses) == kept


def test_a_wrong_entry_is_struck_out_and_can_be_entered_again(ledger: Ledger) -> None:
    row = ledger.opened()
    void_dispute(
        ledger.office, dispute_id=row.pk, expected=row.version, reason="不是本机关的", now=NOW
    )
    assert Dispute.objects.get().state == "void"
    ledger.opened()


def test_lessons_are_kept(ledger: Ledger) -> None:
    row = ledger.closed(ledger.opened())
    row = note_lessons(
        ledger.handler, dispute_id=row.pk, expected=row.version, lessons="检索要留痕", now=NOW
    )
    assert (row.state, row.lessons) == ("closed", "检索要留痕")
    with pytest.raises(BlockedError):
        note_lessons(ledger.handler, dispute_id=row.pk, expected=row.version, lessons="", now=NOW)


def test_moments_are_days_of_the_clock(ledger: Ledger) -> None:
    row = ledger.opened()
    with pytest.raises(BlockedError) as error:
        record_answer(
            ledger.handler, dispute_id=row.pk, expected=row.version, day=date(2025, 6, 30),
            note="", now=at("2025-06-29"),
        )  # fmt: skip
    assert codes(error) == {"DISPUTE-FUTURE"}
