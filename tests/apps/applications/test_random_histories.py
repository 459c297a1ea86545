"""Random histories, step by step: the due day never moves without an entry, a case that is over has
exactly one row, and what was refused has changed nothing."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from gongkai.apps.applications.cases.clocks import history_of, reckoning_of
from gongkai.apps.applications.handling.consulting import (
    Answered,
    Asked,
    consult,
    note_silence,
    record_consultation_delivery,
    record_opinion,
)
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    abandon_uncorrected,
    ask_correction,
    record_correction,
    record_correction_delivery,
)
from gongkai.apps.applications.handling.deferring import (
    Reasons,
    ReasonsNotice,
    ReasonsVerdict,
    ask_reasons,
    defer,
    judge_reasons,
    record_reasons,
)
from gongkai.apps.applications.handling.ending import end_case
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.fees import (
    Charge,
    Payment,
    abandon_unpaid,
    notice_fee,
    record_fee_delivery,
    record_payment,
    suggest_fee,
    waive_fee,
)
from gongkai.apps.applications.handling.retracting import Retraction, record_retraction
from gongkai.apps.applications.models import (
    ClockEntry,
    Consultation,
    DueMove,
    Entry,
    Extension,
    FeeNotice,
)
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import faults
from gongkai.core.applications.decisions_rows import ROWS
from gongkai.core.applications.lifecycle import CLOSED, UNANSWERED
from gongkai.core.finding import BlockedError
from tests.apps.applications.at_work import RECEIVED, Desk, at

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
STEPS = 25
REFUSED = (
    BlockedError,
    Consultation.DoesNotExist,
    Extension.DoesNotExist,
    FeeNotice.DoesNotExist,
)
Deed = Callable[[Desk, date], object]


def last(model: type[Consultation] | type[Extension] | type[FeeNotice], desk: Desk) -> int:
    """The newest row of a kind; a number that leads nowhere where there is none."""
    row = model.objects.filter(application=desk.case).last()
    return 0 if row is None else row.pk


DEEDS: dict[str, Deed] = {
    "告知补正": lambda desk, today: ask_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=CorrectionNotice(["年份"], "", today + 9 * DAY),
        now=at(today),
    ),
    "补正送达": lambda desk, today: record_correction_delivery(
        desk.handler, application_id=desk.case.pk, delivered_on=today, now=at(today)
    ),
    "补正": lambda desk, today: record_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        answer=CorrectionAnswer("2024年", today),
        now=at(today),
    ),
    "逾期不补正": lambda desk, today: abandon_uncorrected(
        desk.handler, application_id=desk.case.pk, expected=desk.version, now=at(today)
    ),
    "征求意见": lambda desk, today: consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=Asked("third_party", "某公司", "", "合同", today),
        now=at(today),
    ),
    "意见书送达": lambda desk, today: record_consultation_delivery(
        desk.handler,
        consultation_id=last(Consultation, desk),
        delivered_on=today,
        proof="签收单",
        now=at(today),
    ),
    "收到意见": lambda desk, today: record_opinion(
        desk.handler,
        consultation_id=last(Consultation, desk),
        answered=Answered("agree", "", today),
        now=at(today),
    ),
    "逾期未提出意见": lambda desk, today: note_silence(
        desk.handler, consultation_id=last(Consultation, desk), now=at(today)
    ),
    "申请延长": lambda desk, today: propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(10, "量大"),
        now=at(today),
    ),
    "批准延长": lambda desk, today: decide_extension(
        desk.head,
        extension_id=last(Extension, desk),
        verdict=Verdict(approved=True),
        now=at(today),
    ),
    "要求说明理由": lambda desk, today: ask_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=ReasonsNotice("60件", today + 5 * DAY),
        now=at(today),
    ),
    "说明理由": lambda desk, today: record_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        reasons=Reasons("研究", today),
        now=at(today),
    ),
    "认定理由": lambda desk, today: judge_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        verdict=ReasonsVerdict(is_reasonable=True, judged="有计划"),
        now=at(today),
    ),
    "延迟": lambda desk, today: defer(
        desk.head,
        application_id=desk.case.pk,
        expected=desk.version,
        until=today + 60 * DAY,
        now=at(today),
    ),
    "建议收费": lambda desk, today: suggest_fee(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=Charge("pages", "多", 150),
        now=at(today),
    ),
    "通知缴费": lambda desk, today: notice_fee(
        desk.office, fee_id=last(FeeNotice, desk), now=at(today)
    ),
    "收费通知送达": lambda desk, today: record_fee_delivery(
        desk.handler, fee_id=last(FeeNotice, desk), delivered_on=today, now=at(today)
    ),
    "缴费": lambda desk, today: record_payment(
        desk.handler,
        fee_id=last(FeeNotice, desk),
        payment=Payment(today, "票1"),
        now=at(today),
    ),
    "减免": lambda desk, today: waive_fee(
        desk.office, fee_id=last(FeeNotice, desk), reason="困难", now=at(today)
    ),
    "逾期不缴费": lambda desk, today: abandon_unpaid(
        desk.handler, fee_id=last(FeeNotice, desk), now=at(today)
    ),
}
ENDS: dict[str, Deed] = {
    "撤销申请": lambda desk, today: record_retraction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        retraction=Retraction(today, "声明"),
        now=at(today),
    ),
    "终止": lambda desk, today: end_case(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        reason="注销",
        now=at(today),
    ),
}


def attempt(deed: Deed, desk: Desk, today: date) -> bool:
    """Whether the step could be taken."""
    before = (desk.now().version, Entry.objects.count(), JournalEntry.objects.count())
    try:
        deed(desk, today)
    except REFUSED:
        is_done = False
    else:
        is_done = True
    assert is_done or before == (
        desk.now().version,
        Entry.objects.count(),
        JournalEntry.objects.count(),
    )
    return is_done


def holds_together(desk: Desk) -> None:
    """The row says what its entries come to."""
    case = desk.now()
    history = history_of(case)
    assert list(faults(history)) == []
    found = reckoning_of(case, calendar())
    assert found
    assert case.due == found.due
    assert (case.state in CLOSED) == (case.closed_on is not None) == (case.result_row in ROWS)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens(seed: int) -> None:
    desk, dice = Desk(), Random(seed)
    today, taken = RECEIVED, 0
    for _ in range(STEPS):
        today += dice.randint(0, 3) * DAY
        due, entries = desk.now().due, ClockEntry.objects.count()
        moves = DueMove.objects.count()
        taken += attempt(DEEDS[dice.choice(list(DEEDS))], desk, today)
        if desk.now().due != due:
            assert ClockEntry.objects.count() == entries + 1
            assert DueMove.objects.count() == moves + 1
        holds_together(desk)
    if desk.now().state in UNANSWERED:
        assert attempt(ENDS[dice.choice(list(ENDS))], desk, today)
    holds_together(desk)
    assert desk.now().state in CLOSED
    assert taken > 1
