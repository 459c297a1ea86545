"""Extension (Art. 33 (2)) and deferral (Art. 35): told before the reply is due, by the head."""

from datetime import date

import pytest

from gongkai.apps.applications.cases.casework_queries import in_hand, locked_case
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    ask_correction,
    record_correction,
)
from gongkai.apps.applications.handling.deferring import (
    Reasons,
    ReasonsNotice,
    ReasonsVerdict,
    ask_reasons,
    defer,
    judge_reasons,
    lapse_reasons,
    record_reasons,
    record_reasons_delivery,
    take_reasons,
)
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.reopening import Order, reopen
from gongkai.apps.applications.models import Application, Deferral, Entry, Extension
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR, NotAllowedError, Role
from tests.apps.applications.at_work import DUE, Desk, at, codes
from tests.factories.organs import acting

pytestmark = pytest.mark.django_db

YES, NO = Verdict(approved=True), Verdict(approved=False, note="时间足够")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def propose(
    desk: Desk, workdays: int = 20, day: str = "2025-06-20", why: str = "量大"
) -> Extension:
    return propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(workdays, why),
        now=at(day),
    )


def test_the_head_approves_before_the_reply_is_due(desk: Desk) -> None:
    row = propose(desk)
    assert desk.now().due == DUE
    row = decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-06-30"))
    case = desk.now()
    assert (case.due, case.is_extended) == (date(2025, 7, 28), True)
    assert (row.state, row.due_before, row.due_after) == ("approved", DUE, date(2025, 7, 28))


def test_a_declined_extension_moves_nothing_and_may_be_proposed_again(desk: Desk) -> None:
    row = decide_extension(
        desk.head, extension_id=propose(desk).pk, verdict=NO, now=at("2025-06-23")
    )
    assert (row.state, row.due_after, desk.now().due) == ("declined", None, DUE)
    assert propose(desk, 5, "2025-06-24").state == "proposed"


@pytest.mark.parametrize(
    ("workdays", "day", "why", "code"),
    [
        pytest.param(21, "2025-06-20", "量大", "EXTENSION-LENGTH", id="超过二十日"),
        pytest.param(20, "2025-07-01", "量大", "EXTENSION-LATE", id="已经逾期"),
        pytest.param(20, "2025-06-20", " ", "CASE-LACKING", id="没有理由"),
    ],
)
def test_what_stands_in_the_way(desk: Desk, workdays: int, day: str, why: str, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        propose(desk, workdays, day, why)
    assert codes(error) == {code}


def test_a_case_is_extended_once(desk: Desk) -> None:
    propose(desk)
    with pytest.raises(BlockedError) as error:
        propose(desk)
    assert codes(error) == {"EXTENSION-ONCE"}


def test_a_reply_that_is_given_anew_may_be_extended_anew(desk: Desk) -> None:
    decide_extension(desk.head, extension_id=propose(desk).pk, verdict=YES, now=at("2025-06-23"))
    Application.objects.filter(pk=desk.case.pk).update(
        state="replied",
        closed_on=DUE,
        result_row="refused_6",
        counted_on=DUE,
        counted_row="refused_6",
    )
    case = reopen(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        order=Order("示政复决〔2025〕9号", date(2025, 8, 29)),
        now=at("2025-09-01"),
    )
    assert (case.due, case.is_extended) == (date(2025, 9, 26), False)
    row = propose(desk, 5, "2025-09-02")
    decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-09-03"))
    assert (desk.now().due, desk.now().is_extended) == (date(2025, 10, 10), True)
    with pytest.raises(BlockedError) as error:
        propose(desk, 5, "2025-09-04")
    assert codes(error) == {"EXTENSION-ONCE"}


def test_the_term_of_the_corrected_application_may_be_extended(desk: Desk) -> None:
    row = propose(desk, 5, "2025-06-04")
    decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-06-04"))
    ask_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=CorrectionNotice(["年份"], "", date(2025, 6, 20)),
        now=at("2025-06-05"),
    )
    record_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        answer=CorrectionAnswer("2024 年", date(2025, 6, 12)),
        now=at("2025-06-12"),
    )
    assert desk.now().due == date(2025, 7, 10)
    row = propose(desk, 5, "2025-06-13")
    decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-06-13"))
    assert desk.now().due == date(2025, 7, 17)


def test_the_day_that_was_due_is_the_one_at_the_approval(desk: Desk) -> None:
    row = propose(desk, 5)
    Extension.objects.filter(pk=row.pk).update(due_before=date(2025, 6, 27))
    row = decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-06-23"))
    assert (row.due_before, row.due_after) == (DUE, date(2025, 7, 7))


@pytest.mark.parametrize(
    ("verdict", "day", "code"),
    [
        pytest.param(YES, "2025-07-01", "EXTENSION-LATE", id="届满以后不能批准"),
        pytest.param(Verdict(approved=False), "2025-06-23", "CASE-LACKING", id="不批准没有理由"),
    ],
)
def test_a_verdict_that_cannot_be(desk: Desk, verdict: Verdict, day: str, code: str) -> None:
    row = propose(desk)
    with pytest.raises(BlockedError) as error:
        decide_extension(desk.head, extension_id=row.pk, verdict=verdict, now=at(day))
    assert codes(error) == {code}


def test_nobody_decides_his_own_or_twice(desk: Desk) -> None:
    both = acting("both", desk.organ, Role.HANDLER, Role.HEAD)
    row = propose_extension(
        both,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(5, "量大"),
        now=at("2025-06-20"),
    )
    with pytest.raises(BlockedError) as error:
        decide_extension(both, extension_id=row.pk, verdict=YES, now=at("2025-06-20"))
    assert codes(error) == {"CASE-OWN"}
    decide_extension(desk.head, extension_id=row.pk, verdict=YES, now=at("2025-06-20"))
    with pytest.raises(BlockedError) as error:
        decide_extension(desk.head, extension_id=row.pk, verdict=NO, now=at("2025-06-20"))
    assert codes(error) == {"CASE-DECIDED"}


def test_only_the_head_of_the_same_organ_decides(desk: Desk) -> None:
    row = propose(desk)
    with pytest.raises(NotAllowedError):
        decide_extension(desk.handler, extension_id=row.pk, verdict=YES, now=at("2025-06-20"))
    with pytest.raises(Extension.DoesNotExist):
        decide_extension(desk.stranger, extension_id=row.pk, verdict=YES, now=at("2025-06-20"))


def ask(desk: Desk, facts: str = "本月提出 60 件", until: date = date(2025, 6, 12)) -> Deferral:
    return ask_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=ReasonsNotice(facts, until),
        now=at("2025-06-05"),
    )


def explain(desk: Desk, text: str = "研究需要", day: str = "2025-06-10") -> None:
    record_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        reasons=Reasons(text, date.fromisoformat(day)),
        now=at("2025-06-11"),
    )


def judge(desk: Desk, judged: str = "有研究计划为证", *, holds: bool = True) -> Deferral:
    return judge_reasons(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        verdict=ReasonsVerdict(holds, judged),
        now=at("2025-06-12"),
    )


def put_off(desk: Desk, until: date = date(2025, 8, 29), day: str = "2025-06-25") -> Deferral:
    return defer(
        desk.head, application_id=desk.case.pk, expected=desk.version, until=until, now=at(day)
    )


def test_reasons_that_hold_lead_to_a_deferral(desk: Desk) -> None:
    ask(desk)
    assert (desk.now().state, desk.now().due) == ("reasons_asked", DUE)
    explain(desk)
    judge(desk)
    put_off(desk)
    case = desk.now()
    assert (case.state, case.due) == ("handling", date(2025, 8, 29))


def test_the_applicant_explains_by_himself(desk: Desk) -> None:
    ask(desk)
    case = locked_case(desk.handler, desk.case.pk)
    hand = in_hand(case, "give_reasons", actor=VISITOR, now=at("2025-06-10"))
    assert take_reasons(hand, Reasons("研究需要", date(2025, 6, 10))).reasons == "研究需要"


def reached(desk: Desk, day: str) -> Deferral:
    return record_reasons_delivery(
        desk.handler,
        application_id=desk.case.pk,
        delivered_on=date.fromisoformat(day),
        now=at("2025-06-20"),
    )


def lapse(desk: Desk, day: str) -> Application:
    return lapse_reasons(
        desk.handler, application_id=desk.case.pk, expected=desk.version, now=at(day)
    )


def test_silence_lets_the_work_go_on(desk: Desk) -> None:
    ask(desk)
    reached(desk, "2025-06-06")
    with pytest.raises(BlockedError) as error:
        lapse(desk, "2025-06-12")
    assert codes(error) == {"CASE-NOT-EXPIRED"}
    assert lapse(desk, "2025-06-13").state == "handling"


def test_nobody_keeps_silent_whom_the_notice_did_not_reach(desk: Desk) -> None:
    ask(desk)
    with pytest.raises(BlockedError) as error:
        lapse(desk, "2025-12-12")
    assert codes(error) == {"CASE-NOT-DELIVERED"}
    assert desk.now().state == "reasons_asked"


def test_whom_the_notice_reached_after_its_term_has_as_much_time_from_then(desk: Desk) -> None:
    ask(desk)
    row = reached(desk, "2025-06-16")
    assert row.answer_by == date(2025, 6, 23)  # 原来给了五个工作日，送达以后同样给五个
    with pytest.raises(BlockedError) as error:
        lapse(desk, "2025-06-23")
    assert codes(error) == {"CASE-NOT-EXPIRED"}
    line = Entry.objects.get(application=desk.case, verb="deliver_reasons")
    assert line.is_public
    assert "2025-06-23" in line.note
    assert lapse(desk, "2025-06-24").state == "handling"


def test_the_notice_arrives_on_a_day_that_can_be(desk: Desk) -> None:
    ask(desk)
    for day, code in (("2025-06-04", "CASE-ORDER"), ("2025-06-21", "CASE-FUTURE")):
        with pytest.raises(BlockedError) as error:
            reached(desk, day)
        assert codes(error) == {code}


@pytest.mark.parametrize(
    ("facts", "until", "code"),
    [
        pytest.param(" ", date(2025, 6, 12), "CASE-LACKING", id="没有情况"),
        pytest.param("60 件", date(2025, 6, 5), "CASE-TERM", id="没有时间"),
    ],
)
def test_a_notice_that_cannot_be(desk: Desk, facts: str, until: date, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        ask(desk, facts, until)
    assert codes(error) == {code}


def test_reasons_are_asked_for_once_and_have_words(desk: Desk) -> None:
    ask(desk)
    with pytest.raises(BlockedError) as error:
        explain(desk, " ")
    assert codes(error) == {"CASE-LACKING"}
    explain(desk)
    with pytest.raises(BlockedError) as error:
        ask(desk)
    assert codes(error) == {"REASONS-ONCE"}
    with pytest.raises(BlockedError) as error:
        judge(desk, " ")
    assert codes(error) == {"CASE-LACKING"}


def test_nothing_is_judged_that_was_not_asked(desk: Desk) -> None:
    with pytest.raises(BlockedError) as error:
        judge(desk)
    assert codes(error) == {"DEFERRAL-REASONS"}


@pytest.mark.parametrize(
    ("holds", "until", "day", "code"),
    [
        pytest.param(False, date(2025, 8, 29), "2025-06-25", "DEFERRAL-REASONS", id="理由不合理"),
        pytest.param(True, DUE, "2025-06-25", "DEFERRAL-DAY", id="不晚于期限"),
        pytest.param(True, date(2025, 8, 29), "2025-07-01", "DEFERRAL-LATE", id="已经逾期"),
    ],
)
def test_a_deferral_that_cannot_be(
    desk: Desk, holds: bool, until: date, day: str, code: str
) -> None:
    ask(desk)
    explain(desk)
    judge(desk, holds=holds)
    with pytest.raises(BlockedError) as error:
        put_off(desk, until, day)
    assert codes(error) == {code}


def test_a_standing_clock_is_not_deferred(desk: Desk) -> None:
    ask(desk)
    explain(desk)
    judge(desk)
    case = desk.now()
    case.due = None
    case.save()
    with pytest.raises(BlockedError) as error:
        put_off(desk)
    assert codes(error) == {"CASE-STANDING"}


def test_only_the_head_defers(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        defer(
            desk.handler,
            application_id=desk.case.pk,
            expected=desk.version,
            until=date(2025, 8, 29),
            now=at("2025-06-25"),
        )
