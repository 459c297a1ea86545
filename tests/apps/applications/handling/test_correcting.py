"""Correction (Art. 30): once, within seven working days; the clock stops and begins anew."""

from datetime import date

import pytest

from gongkai.apps.applications.cases.casework_queries import in_hand, locked_case
from gongkai.apps.applications.handling.correcting import (
    CorrectionAnswer,
    CorrectionNotice,
    abandon_uncorrected,
    ask_correction,
    record_correction,
    record_correction_delivery,
    take_correction,
)
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.models import Application, Correction, Entry
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR, Actor, NotAllowedError
from tests.apps.applications.at_work import Desk, at, codes, who

pytestmark = pytest.mark.django_db

NOTICE = CorrectionNotice(["写明文件的年份", " "], "可以只写年份和项目名称", date(2025, 6, 20))
ANSWER = CorrectionAnswer("是 2024 年的文件", date(2025, 6, 12))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def ask(desk: Desk, notice: CorrectionNotice = NOTICE, day: str = "2025-06-05") -> Correction:
    return ask_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=notice,
        now=at(day),
    )


def test_examining_begins_and_ends_with_whoever_takes_it_up(desk: Desk) -> None:
    case = desk.received(2, state="received")
    examine(desk.handler, application_id=case.pk, expected=0, now=at("2025-06-03"))
    accept(desk.colleague, application_id=case.pk, expected=1, now=at("2025-06-04"), note="齐全")
    case.refresh_from_db()
    assert (case.state, case.version, case.handler_key) == ("handling", 2, desk.handler.key)
    lines = Entry.objects.filter(application=case).values_list("verb", "before", "after", "note")
    assert list(lines) == [
        ("examine", "received", "examining", ""),
        ("accept", "examining", "handling", "齐全"),
    ]


def test_the_notice_stops_the_clock(desk: Desk) -> None:
    row = ask(desk)
    case = desk.now()
    assert (case.state, case.due, case.is_paused) == ("correcting", None, True)
    assert row.points == ["写明文件的年份"]
    line = Entry.objects.get(application=case, verb="ask_correction")
    assert line.is_public
    assert "2025-06-20" in line.note
    told = JournalEntry.objects.get(verb="ask_correction")
    assert told.cite == "《中华人民共和国政府信息公开条例》第三十条"


def test_the_corrected_application_begins_the_term_anew(desk: Desk) -> None:
    ask(desk)
    case = record_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        answer=ANSWER,
        now=at("2025-06-13"),
    )
    assert (case.state, case.due) == ("handling", date(2025, 7, 10))
    assert case.is_corrected
    assert not case.is_paused


def test_the_applicant_corrects_by_himself(desk: Desk) -> None:
    ask(desk)
    case = locked_case(desk.handler, desk.case.pk)
    hand = in_hand(case, "correct", actor=VISITOR, now=at("2025-06-12"))
    take_correction(hand, ANSWER)
    assert desk.now().state == "handling"
    assert Entry.objects.get(application=case, verb="correct").actor_key == VISITOR.key


@pytest.mark.parametrize(
    ("notice", "day", "code"),
    [
        pytest.param(NOTICE, "2025-06-12", "CORRECTION-LATE", id="过了七个工作日"),
        pytest.param(
            CorrectionNotice([" "], "", date(2025, 6, 20)),
            "2025-06-05",
            "CASE-LACKING",
            id="没有事项",
        ),
        pytest.param(
            CorrectionNotice(["年份"], "", date(2025, 6, 5)),
            "2025-06-05",
            "CASE-TERM",
            id="没有时间",
        ),
    ],
)
def test_what_stands_in_the_way(desk: Desk, notice: CorrectionNotice, day: str, code: str) -> None:
    with pytest.raises(BlockedError) as error:
        ask(desk, notice, day)
    assert codes(error) == {code}
    assert desk.now().state == "handling"


def test_correction_is_asked_for_once(desk: Desk) -> None:
    ask(desk)
    record_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        answer=CorrectionAnswer("年份", date(2025, 6, 6)),
        now=at("2025-06-06"),
    )
    with pytest.raises(BlockedError) as error:
        ask(desk, day="2025-06-09")
    assert codes(error) == {"CORRECTION-ONCE"}


def test_seven_working_days_are_in_time(desk: Desk) -> None:
    assert ask(desk, day="2025-06-11").asked_on == date(2025, 6, 11)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(CorrectionAnswer(" ", date(2025, 6, 12)), "CASE-LACKING", id="没有内容"),
        pytest.param(CorrectionAnswer("年份", date(2025, 6, 14)), "CASE-FUTURE", id="在将来"),
        pytest.param(CorrectionAnswer("年份", date(2025, 6, 4)), "CASE-ORDER", id="早于告知"),
    ],
)
def test_a_bad_answer_is_refused(desk: Desk, answer: CorrectionAnswer, code: str) -> None:
    ask(desk)
    with pytest.raises(BlockedError) as error:
        record_correction(
            desk.handler,
            application_id=desk.case.pk,
            expected=desk.version,
            answer=answer,
            now=at("2025-06-13"),
        )
    assert codes(error) == {code}


def abandon(desk: Desk, day: str) -> Application:
    return abandon_uncorrected(
        desk.handler, application_id=desk.case.pk, expected=desk.version, now=at(day)
    )


def test_who_does_not_correct_in_time_has_abandoned(desk: Desk) -> None:
    ask(desk)
    with pytest.raises(BlockedError) as error:
        abandon(desk, "2025-06-20")
    assert codes(error) == {"CASE-NOT-DELIVERED", "CASE-NOT-EXPIRED"}
    record_correction_delivery(
        desk.handler,
        application_id=desk.case.pk,
        delivered_on=date(2025, 6, 6),
        now=at("2025-06-07"),
    )
    case = abandon(desk, "2025-06-21")
    assert (case.state, case.result_row, case.decision) == ("abandoned", "other_1", "uncorrected")
    assert case.closed_on == date(2025, 6, 21)
    assert Correction.objects.get(application=case).closed_on == date(2025, 6, 21)


def test_whom_the_notice_reached_after_its_term_has_as_much_time_from_then(desk: Desk) -> None:
    ask(desk)
    row = record_correction_delivery(
        desk.handler,
        application_id=desk.case.pk,
        delivered_on=date(2025, 6, 23),
        now=at("2025-06-23"),
    )
    assert row.answer_by == date(2025, 7, 8)  # 原来给了十一个工作日，送达以后同样给十一个
    with pytest.raises(BlockedError) as error:
        abandon(desk, "2025-07-08")
    assert codes(error) == {"CASE-NOT-EXPIRED"}
    line = Entry.objects.get(application=desk.case, verb="deliver_correction")
    assert line.is_public
    assert "2025-07-08" in line.note
    assert abandon(desk, "2025-07-09").state == "abandoned"


def test_a_delivery_has_a_day_that_can_be(desk: Desk) -> None:
    ask(desk)
    with pytest.raises(BlockedError) as error:
        record_correction_delivery(
            desk.handler,
            application_id=desk.case.pk,
            delivered_on=date(2025, 6, 4),
            now=at("2025-06-07"),
        )
    assert codes(error) == {"CASE-ORDER"}


def test_what_waits_for_payment_is_not_abandoned_for_want_of_correction(desk: Desk) -> None:
    desk.case = desk.received(2, state="fee_pending")
    with pytest.raises(BlockedError) as error:
        abandon(desk, "2025-07-21")
    assert codes(error) == {"CASE-STATE"}


def test_two_handlers_at_once_have_one_winner(desk: Desk) -> None:
    seen = desk.version
    ask(desk)
    with pytest.raises(BlockedError) as error:
        ask_correction(
            desk.colleague,
            application_id=desk.case.pk,
            expected=seen,
            notice=NOTICE,
            now=at("2025-06-05", 11),
        )
    assert codes(error) == {"CASE-CHANGED"}
    assert Correction.objects.count() == 1


def test_a_step_that_is_not_open_is_refused(desk: Desk) -> None:
    with pytest.raises(BlockedError) as error:
        abandon(desk, "2025-06-21")
    assert codes(error) == {"CASE-STATE"}


def test_nothing_is_reckoned_before_the_receipt_is_proved(desk: Desk) -> None:
    desk.case = desk.received(2, state="examining", received_on=None)
    with pytest.raises(BlockedError) as error:
        ask(desk)
    assert codes(error) == {"CASE-RECEIPT"}


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        pytest.param("drafter", NotAllowedError, id="拟稿人"),
        pytest.param("head", NotAllowedError, id="负责人"),
        pytest.param("stranger", Application.DoesNotExist, id="其他机关"),
    ],
)
def test_who_may_not(desk: Desk, name: str, refusal: type[Exception]) -> None:
    actor: Actor = who(desk, name)
    with pytest.raises(refusal):
        ask_correction(
            actor, application_id=desk.case.pk, expected=0, notice=NOTICE, now=at("2025-06-05")
        )
    assert desk.now().state == "handling"
