"""更正收到日期 (条例第三十一条): the evidence is put right before the reply, the day follows it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gongkai.apps.applications.cases.clocks import history_of
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    ask_correction,
    record_correction,
)
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.handling.transferring import Destination, transfer
from gongkai.apps.applications.letters.receipts import issue_receipt
from gongkai.apps.applications.models import Application, Entry
from gongkai.apps.applications.receiving.opening import Arrival, arrival_of
from gongkai.apps.applications.receiving.receipt_correcting import (
    ReceiptCorrection,
    correct_receipt,
)
from gongkai.apps.applications.receiving.registering import confirm_receipt
from gongkai.apps.applications.receiving.submitting import submit
from gongkai.apps.applications.tracking.queries import tracked
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.applications.deadlines import Mark
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, VISITOR, Actor, NotAllowedError
from tests.factories.intakes import TODAY, TOKEN, Desk, counter, drafted, registered
from tests.factories.organs import organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
EARLIER, YESTERDAY = TODAY - timedelta(days=4), TODAY - timedelta(days=3)
DUE, DUE_EARLIER = date(2025, 7, 28), date(2025, 7, 24)
"""Twenty working days after TODAY, a Monday, and after the Thursday before it."""
REASON = "登记时看错了签收单"


@pytest.fixture
def desk() -> Desk:
    return Desk(organ("示范市财政局"))


def corrected(
    case: Application, who: Actor, *, reason: str = REASON, **changes: Any
) -> Application:
    """The case with other evidence, as somebody enters it who has its page before him."""
    case.refresh_from_db()
    arrival = replace(arrival_of(case), **changes)
    return correct_receipt(
        who,
        application_id=case.pk,
        expected=case.version,
        correction=ReceiptCorrection(arrival, reason),
        now=NOW,
    )


def refused(case: Application, who: Actor, **changes: Any) -> set[str]:
    """Why it cannot be corrected; nothing has changed."""
    before = Application.objects.filter(pk=case.pk).values().get()
    with pytest.raises(BlockedError) as error:
        corrected(case, who, **changes)
    assert Application.objects.filter(pk=case.pk).values().get() == before
    return {finding.code for finding in error.value.findings}


def through_the_portal(desk: Desk) -> Application:
    """An application that came through the portal and was confirmed on a wrong day."""
    drafted(desk.organ, now=NOW - timedelta(days=4))
    case = submit(VISITOR, token=TOKEN, now=NOW - timedelta(days=4))
    return confirm_receipt(
        desk.handler, application_id=case.pk, confirmed_on=TODAY, method="电话", now=NOW
    )


@pytest.mark.parametrize(
    ("arrival", "right"),
    [
        pytest.param(counter(), {"arrived_on": EARLIER}, id="当面提交，提交之日"),
        pytest.param(
            Arrival(SubmissionWay.EMS, EARLIER, signed_on=TODAY, mail_number="EM1"),
            {"signed_on": EARLIER},
            id="邮寄，签收之日",
        ),
        pytest.param(
            Arrival(SubmissionWay.FAX, EARLIER, confirmed_on=TODAY, confirm_method="电话"),
            {"confirmed_on": EARLIER},
            id="传真，双方确认之日",
        ),
    ],
)
def test_the_right_evidence_gives_the_right_day_and_the_clock_runs_from_it(
    desk: Desk, arrival: Arrival, right: dict[str, Any]
) -> None:
    case = registered(desk.handler, arrival=arrival)
    assert (case.received_on, case.due) == (TODAY, DUE)
    case = corrected(case, desk.office, **right)
    case.refresh_from_db()
    assert (case.received_on, case.due) == (EARLIER, DUE_EARLIER)
    assert [entry.day for entry in history_of(case)] == [EARLIER]
    assert case.clock_entries.count() == 3
    move = case.due_moves.order_by("-pk")[0]
    assert (move.before, move.after) == (DUE, DUE_EARLIER)
    assert REASON in move.reason


def test_a_portal_case_is_put_right_and_its_submission_stays(desk: Desk) -> None:
    case = through_the_portal(desk)
    case = corrected(case, desk.office, confirmed_on=YESTERDAY, arrived_on=TODAY)
    assert case.received_on == YESTERDAY
    assert case.arrived_on == EARLIER


def test_the_applicant_and_the_journal_are_told_why(desk: Desk) -> None:
    case = corrected(registered(desk.handler), desk.office, arrived_on=EARLIER)
    told = Entry.objects.get(application=case, verb="correct_receipt")
    assert told.is_public
    for said in (str(TODAY), str(EARLIER), REASON, "第三十一条"):
        assert said in told.note
    entry = JournalEntry.objects.filter(verb="correct_receipt").get()
    assert entry.subject == f"application:{case.pk}"


def test_a_new_receipt_takes_the_place_of_the_wrong_one_and_back_again(desk: Desk) -> None:
    case = registered(desk.handler)
    wrong = issue_receipt(SYSTEM, application_id=case.pk, now=NOW)
    corrected(case, desk.office, arrived_on=EARLIER)
    right = issue_receipt(SYSTEM, application_id=case.pk, now=NOW)
    assert wrong is not None
    assert right is not None
    wrong.refresh_from_db()
    assert wrong.state == "voided"
    assert right.number != wrong.number
    assert right.source == f"receipt:{EARLIER}"
    assert [row.pk for row in tracked(case.pk).letters] == [right.pk]
    corrected(case, desk.office, arrived_on=TODAY)
    assert issue_receipt(SYSTEM, application_id=case.pk, now=NOW) is not None


def test_other_evidence_for_the_same_day_moves_nothing(desk: Desk) -> None:
    arrival = Arrival(SubmissionWay.EMS, EARLIER, signed_on=TODAY, mail_number="EM1")
    case = corrected(registered(desk.handler, arrival=arrival), desk.office, mail_number="EM2")
    assert (case.received_on, case.due, case.mail_number) == (TODAY, DUE, "EM2")
    assert case.clock_entries.count() == 1


def test_what_a_correction_began_anew_stays_as_it_is(desk: Desk) -> None:
    case = registered(desk.handler)
    for act in (examine, accept):
        act(desk.handler, application_id=case.pk, expected=case.version, now=NOW)
        case.refresh_from_db()
    notice = CorrectionNotice(("写明年份",), "", TODAY + timedelta(days=15))
    ask_correction(
        desk.handler, application_id=case.pk, expected=case.version, notice=notice, now=NOW
    )
    case.refresh_from_db()
    record_correction(
        desk.handler,
        application_id=case.pk,
        expected=case.version,
        answer=CorrectionAnswer("指 2024 年的方案", TODAY),
        now=NOW,
    )
    corrected(case, desk.office, arrived_on=EARLIER)
    case.refresh_from_db()
    assert [row.mark for row in history_of(case)] == [Mark.START, Mark.STOP, Mark.RESTART]
    assert (case.received_on, case.due) == (EARLIER, DUE)


def test_it_is_not_received_after_the_clock_was_stopped(desk: Desk) -> None:
    case = registered(desk.handler, arrival=counter(EARLIER))
    case.clock_entries.create(
        verb="pause", cause="third_party", day=YESTERDAY, source="consultation:1", at=NOW
    )
    assert refused(case, desk.office, arrived_on=TODAY) == {"CLOCK-EARLY"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"arrived_on": TODAY + timedelta(days=1)}, "RECEIPT-FUTURE", id="日期在将来"),
        pytest.param({"arrived_on": EARLIER, "reason": " "}, "APPLY-REASON", id="没有写原因"),
        pytest.param({}, "RECEIPT-SAME", id="没有变化"),
    ],
)
def test_what_proves_nothing_is_refused(desk: Desk, changes: dict[str, object], code: str) -> None:
    assert code in refused(registered(desk.handler), desk.office, **changes)


def test_evidence_without_its_day_is_refused(desk: Desk) -> None:
    case = through_the_portal(desk)
    assert "RECEIPT-MISSING" in refused(case, desk.office, confirmed_on=None)


@pytest.mark.parametrize("state", ["in_review", "approved", "replied", "archived", "void"])
def test_with_the_reply_it_is_too_late(desk: Desk, state: str) -> None:
    case = registered(desk.handler)
    Application.objects.filter(pk=case.pk).update(state=state)
    assert refused(case, desk.office, arrived_on=EARLIER) == {"RECEIPT-SETTLED"}


def test_a_case_that_has_been_counted_keeps_its_day(desk: Desk) -> None:
    case = registered(desk.handler)
    counted = {"counted_on": TODAY, "counted_row": "granted"}
    Application.objects.filter(pk=case.pk).update(state="handling", **counted)
    assert refused(case, desk.office, arrived_on=EARLIER) == {"RECEIPT-COUNTED"}


def test_what_was_sent_on_was_received_with_its_transfer(desk: Desk) -> None:
    other = Desk(organ("示范市审计局"), "示审")
    case = registered(desk.handler)
    sent = transfer(
        desk.office,
        application_id=case.pk,
        expected=case.version,
        destination=Destination(other.organ.pk, "由该局制作"),
        now=NOW,
    )
    arrived = sent.arrived_as
    assert arrived is not None
    assert refused(arrived, other.office, arrived_on=EARLIER) == {"RECEIPT-TRANSFER"}


def test_without_a_day_of_receipt_there_is_nothing_to_correct(desk: Desk) -> None:
    case = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, EARLIER))
    changes = {"confirmed_on": TODAY, "confirm_method": "电话"}
    assert refused(case, desk.office, **changes) == {"RECEIPT-UNKNOWN"}


def test_the_known_day_says_where_it_is_corrected(desk: Desk) -> None:
    case = through_the_portal(desk)
    with pytest.raises(BlockedError) as error:
        confirm_receipt(
            desk.handler, application_id=case.pk, confirmed_on=TODAY, method="电话", now=NOW
        )
    assert "更正收到日期" in error.value.findings[0].hint


def test_only_the_disclosure_office_of_the_organ_corrects(desk: Desk) -> None:
    case = registered(desk.handler)
    neighbour = Desk(organ("邻市财政局"), "邻财")
    with pytest.raises(NotAllowedError):
        corrected(case, desk.handler, arrived_on=EARLIER)
    with pytest.raises(Application.DoesNotExist):
        corrected(case, neighbour.office, arrived_on=EARLIER)


def test_somebody_was_quicker(desk: Desk) -> None:
    case = registered(desk.handler)
    correction = ReceiptCorrection(replace(arrival_of(case), arrived_on=EARLIER), REASON)
    with pytest.raises(BlockedError) as error:
        correct_receipt(
            desk.office,
            application_id=case.pk,
            expected=case.version + 1,
            correction=correction,
            now=NOW,
        )
    assert {finding.code for finding in error.value.findings} == {"APPLY-CHANGED"}
