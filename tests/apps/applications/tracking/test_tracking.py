"""办理进度: what an applicant sees after number and code, what he does, what nobody else sees."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from gongkai.apps.applications.cases.applicants import applicant, own_case
from gongkai.apps.applications.handling.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.handling.deferring import ReasonsNotice, ask_reasons
from gongkai.apps.applications.handling.examining import accept, examine
from gongkai.apps.applications.letters.receipts import issue_receipt
from gongkai.apps.applications.models import Application, Correction, FeeNotice, Letter
from gongkai.apps.applications.receiving.opening import Arrival
from gongkai.apps.applications.tracking import answering
from gongkai.apps.applications.tracking.answering import SentFile, Told
from gongkai.apps.applications.tracking.queries import case_of, letter_for, loosened, tracked
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR
from tests.factories.intakes import TODAY, Desk, intake, registered
from tests.factories.organs import organ
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=20)


@pytest.fixture(autouse=True)
def one_storage(settings: Settings) -> None:
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}


@pytest.fixture
def desk() -> Desk:
    return Desk(organ("示范市财政局"))


@pytest.fixture
def case(desk: Desk) -> Application:
    return registered(desk.handler)


def handled(desk: Desk, case: Application) -> Application:
    """The case, accepted."""
    for act in (examine, accept):
        case.refresh_from_db()
        act(desk.handler, application_id=case.pk, expected=case.version, now=NOW)
    case.refresh_from_db()
    return case


def to_correct(desk: Desk, case: Application) -> Application:
    """The case, its applicant asked to correct."""
    handled(desk, case)
    notice = CorrectionNotice(("写明年份",), "", LATER)
    ask_correction(
        desk.handler, application_id=case.pk, expected=case.version, notice=notice, now=NOW
    )
    return case


@pytest.mark.parametrize(
    "written",
    [
        "示财依申请〔2025〕1号",
        "示财依申请[2025]1号",
        " 示财依申请（2025） 1号 ",
        "示财依申请【2025】1号",
        "\u200b示财依申请〔2025〕1号\x00",
    ],
    ids=["六角括号", "方括号", "圆括号", "方头括号", "看不见的字符"],
)
def test_a_number_is_found_whatever_the_brackets(case: Application, written: str) -> None:
    assert loosened(written) == case.number
    code = case.query_code
    for said in (code, code.lower(), code.replace("-", ""), f" {code} "):
        assert case_of(written, said) == case.pk


def test_a_wrong_number_and_a_wrong_code_get_the_same_answer(case: Application) -> None:
    answers = []
    for number, code in (
        (case.number, "AAAA-AAAA-AAAA"),
        ("示财依申请〔2025〕99号", case.query_code),
        ("", ""),
        (case.number, ""),
        ("x" * 5000, "x" * 5000),
    ):
        with pytest.raises(BlockedError) as error:
            case_of(number, code)
        answers.append(error.value.findings)
    assert len({*answers}) == 1


def test_the_stages_have_their_days_and_the_due_day_its_reckoning(
    desk: Desk, case: Application
) -> None:
    handled(desk, case)
    found = tracked(case.pk)
    assert [row.day for row in found.stages] == [TODAY, TODAY, TODAY, None, None]
    assert [row.is_now for row in found.stages] == [False, False, True, False, False]
    assert found.reckoning is not None
    assert found.reckoning.due == case.due
    assert all(
        "条例" in step or "办法" in step or "期限至" in step for step in found.reckoning.steps
    )


def test_before_the_confirmation_there_is_no_due_day(desk: Desk) -> None:
    waiting = registered(desk.handler, arrival=Arrival(SubmissionWay.FAX, TODAY))
    found = tracked(waiting.pk)
    assert found.reckoning is None
    assert found.stages[0].day is not None


def test_only_what_is_meant_for_the_applicant_is_shown(desk: Desk, case: Application) -> None:
    receipt = issue_receipt(desk.handler, application_id=case.pk, now=NOW)
    assert receipt is not None
    for code, state in (("DOC-04", "issued"), ("DOC-09", "issued"), ("DOC-02", "voided")):
        Letter.objects.create(
            application=case, code=code, title=code, addressee="x", content="x", state=state,
            pdf=receipt.pdf, dated_on=TODAY, issued_at=NOW, issued_by="x",
        )  # fmt: skip
    case.entries.create(
        verb="accept", day=TODAY, note="内部", actor_key="x", actor_name="x", at=NOW
    )
    found = tracked(case.pk)
    assert [row.pk for row in found.letters] == [receipt.pk]
    assert "内部" not in {entry.note for entry in found.entries}
    assert letter_for(case.pk, receipt.pk)[1].startswith(b"%PDF")


def test_a_letter_of_another_case_is_not_there(desk: Desk, case: Application) -> None:
    other = registered(desk.handler, intake(2))
    receipt = issue_receipt(desk.handler, application_id=other.pk, now=NOW)
    assert receipt is not None
    with pytest.raises(Letter.DoesNotExist):
        letter_for(case.pk, receipt.pk)


def test_the_applicant_corrects_and_the_clock_begins_anew(desk: Desk, case: Application) -> None:
    to_correct(desk, case)
    assert tracked(case.pk).correction is not None
    sender = applicant(case.pk)
    told = Told("指 2024 年的方案。", [SentFile("图.txt", b"x")])
    answering.correct(sender, application_id=case.pk, told=told, now=NOW)
    case.refresh_from_db()
    assert (case.state, case.is_corrected) == ("handling", True)
    assert Correction.objects.get().answer == "指 2024 年的方案。"
    assert case.files.get().purpose == "correction"
    assert tracked(case.pk).correction is None


@pytest.mark.parametrize("last", [b"MZ\x90\x00", b""], ids=["不能收的文件", "空文件"])
def test_an_answer_that_is_refused_leaves_no_file_and_the_next_one_brings_it_once(
    desk: Desk, case: Application, last: bytes
) -> None:
    to_correct(desk, case)
    sender = applicant(case.pk)
    good, bad = SentFile("图.txt", b"x"), SentFile("坏.exe", last)
    with pytest.raises(BlockedError):
        answering.correct(sender, application_id=case.pk, told=Told("内容", [good, bad]), now=NOW)
    case.refresh_from_db()
    assert case.state == "correcting"
    assert not case.files.exists()
    answering.correct(sender, application_id=case.pk, told=Told("内容", [good]), now=NOW)
    assert [row.name for row in case.files.all()] == ["图.txt"]


def test_nothing_is_read_of_an_answer_that_will_not_do(desk: Desk, case: Application) -> None:
    to_correct(desk, case)
    read = iter([SentFile("图.txt", b"x")])
    with pytest.raises(BlockedError):
        answering.correct(applicant(case.pk), application_id=case.pk, told=Told(" ", read), now=NOW)
    assert next(read).name == "图.txt"


def test_reasons_are_given_on_the_page(desk: Desk, case: Application) -> None:
    handled(desk, case)
    notice = ReasonsNotice("本月申请 40 件。", LATER)
    ask_reasons(desk.handler, application_id=case.pk, expected=case.version, notice=notice, now=NOW)
    assert tracked(case.pk).deferral is not None
    answering.give_reasons(
        applicant(case.pk), application_id=case.pk, told=Told("研究需要。"), now=NOW
    )
    case.refresh_from_db()
    assert case.state == "handling"
    assert tracked(case.pk).deferral is None


def test_a_payment_is_told_and_entered_by_staff(desk: Desk, case: Application) -> None:
    Application.objects.filter(pk=case.pk).update(state="fee_pending")
    FeeNotice.objects.create(
        application=case, state="noticed", method="items", quantity=12, amount=200,
        suggested_key="x", suggested_by="x", pay_by=LATER,
    )  # fmt: skip
    fee = tracked(case.pk).fee
    assert fee is not None
    answering.tell_paid(
        applicant(case.pk), application_id=case.pk, told=Told("今天汇出。"), now=NOW
    )
    case.refresh_from_db()
    assert case.state == "fee_pending"
    assert tracked(case.pk).entries[-1].verb == "tell_paid"


def test_the_applicant_retracts(desk: Desk, case: Application) -> None:
    assert tracked(case.pk).can_retract
    answering.retract(applicant(case.pk), application_id=case.pk, reason="", now=NOW)
    case.refresh_from_db()
    assert (case.state, case.closed_on, case.result_row) == ("retracted", TODAY, "other_3")
    assert not tracked(case.pk).can_retract
    with pytest.raises(BlockedError):
        answering.retract(applicant(case.pk), application_id=case.pk, reason="", now=NOW)


def test_nothing_is_taken_that_was_not_asked_for(case: Application) -> None:
    sender = applicant(case.pk)
    with pytest.raises(BlockedError):
        answering.correct(
            sender, application_id=case.pk, told=Told("内容", [SentFile("a.txt", b"x")]), now=NOW
        )
    with pytest.raises(BlockedError):
        answering.give_reasons(
            sender, application_id=case.pk, told=Told("内容", [SentFile("a.txt", b"x")]), now=NOW
        )
    with pytest.raises(BlockedError):
        answering.tell_paid(
            sender, application_id=case.pk, told=Told("内容", [SentFile("a.txt", b"x")]), now=NOW
        )
    assert not case.files.exists()


def test_an_answer_is_counted_as_the_browser_counts_it_and_kept_without_unseen_signs(
    desk: Desk, case: Application
) -> None:
    to_correct(desk, case)
    lines = ["字" * 299, "字" * 299, "字" * 300]
    text = "\x00" + "\r\n".join(lines) + "\u200b"
    answering.correct(applicant(case.pk), application_id=case.pk, told=Told(text), now=NOW)
    assert Correction.objects.get().answer == "\n".join(lines)


@pytest.mark.parametrize(
    "text", [" ", "\u200b\x00", "字" * 901], ids=["没有内容", "只有看不见的字符", "太长"]
)
def test_an_answer_has_words_and_not_too_many(desk: Desk, case: Application, text: str) -> None:
    to_correct(desk, case)
    with pytest.raises(BlockedError):
        answering.correct(applicant(case.pk), application_id=case.pk, told=Told(text), now=NOW)
    case.refresh_from_db()
    assert case.state == "correcting"


def test_nobody_reaches_another_case(desk: Desk, case: Application) -> None:
    other = registered(desk.handler, intake(2))
    for who in (applicant(other.pk), desk.handler, VISITOR):
        with pytest.raises(Application.DoesNotExist):
            own_case(who, case.pk)
        with pytest.raises(Application.DoesNotExist):
            answering.retract(who, application_id=case.pk, reason="", now=NOW)
