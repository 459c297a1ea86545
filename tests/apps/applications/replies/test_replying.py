"""Replying: what is missing stops it; issuing does everything at once, once."""

import pytest
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from gongkai.apps.applications.cases.clocks import history_of
from gongkai.apps.applications.models import (
    Application,
    CaseFile,
    Correction,
    Deferral,
    Letter,
    Profile,
    Reply,
    RequestItem,
)
from gongkai.apps.applications.previews.letter_queries import download_letter, previewed_reply
from gongkai.apps.applications.replies.deciding import Choice, begin_reply, save_decision, save_text
from gongkai.apps.applications.replies.replying import issue_reply, propose_reply, reply_at_once
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.applications.deadlines import Mark
from gongkai.core.applications.decisions import DECISION, DECISIONS, Decision
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from gongkai.core.ports import LetterFormat
from tests.apps.applications.answering import NOON, Answering, choice, pdf_text
from tests.apps.applications.at_work import codes

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
ANSWERABLE = [row for row in DECISIONS if row.letter and row.key not in {"uncorrected", "unpaid"}]


@pytest.fixture
def desk() -> Answering:
    return Answering()


def key_of(row: Decision) -> str:
    return row.key


def propose(desk: Answering, row: Reply) -> Reply:
    return propose_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)


@pytest.mark.parametrize("row", ANSWERABLE, ids=key_of)
def test_one_choice_gives_letter_article_remedy_and_row(desk: Answering, row: Decision) -> None:
    desk.asked_before()
    letter = desk.answered(row.key)
    case = desk.now()
    assert (case.state, case.decision, case.result_row) == ("replied", row.key, row.row)
    assert case.remedy == row.remedy.value
    assert (case.replied_on, case.closed_on) == (TODAY, TODAY)
    assert letter.code == row.letter
    assert ("先向示范市人民政府申请行政复议" in letter.content) is (row.remedy.value == "A")
    assert ("6个月内直接向" in letter.content) is (row.remedy.value == "B" or row.key == "partial")
    assert "https://fuyi.example.gov.cn" in letter.content


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param("still_unclear", "REPLY-CORRECTION", id="没有补正过"),
        pytest.param("excessive", "REPLY-REASONS", id="没有要求说明理由"),
    ],
)
def test_what_has_to_come_before_a_decision(desk: Answering, kind: str, code: str) -> None:
    row = desk.drafted(kind)
    with pytest.raises(BlockedError) as error:
        propose(desk, row)
    assert codes(error) == {code}
    desk.asked_before()
    Correction.objects.update(answered_on=None)
    Deferral.objects.update(is_reasonable=True)
    with pytest.raises(BlockedError) as error:
        propose(desk, row)
    assert codes(error) == {code}


def test_everything_happens_at_once(desk: Answering) -> None:
    letter = desk.answered("not_held")
    assert letter.number == "示财依申请告知〔2025〕1号"
    assert letter.addressee == "张明"
    assert (letter.dated_on, letter.issued_by) == (TODAY, "handler")
    assert letter.pdf is not None
    assert letter.docx is not None
    assert letter.pdf.state == letter.docx.state == "ready"
    text = pdf_text(letter)
    assert "示范市财政局政府信息不存在告知书" in text
    assert "2026年3月5日" in text
    assert "张示例" not in text
    assert history_of(desk.now())[-1].mark is Mark.END
    reply = Reply.objects.get(letters=letter)
    assert (reply.state, reply.issued_at) == ("issued", NOON)
    told = JournalEntry.objects.get(verb="issue_reply")
    assert (told.after or {})["row"] == "unable_1"


def test_the_areas_are_told(desk: Answering) -> None:
    with override_settings(GONGKAI_LISTENERS="tests.apps.applications.answering.LISTENERS"):
        desk.answered()
    args = [row.args_kwargs["args"] for row in DBTaskResult.objects.all()]
    told = [values for values in args if "ApplicationReplied" in values]
    assert len(told) == 1


def test_a_reply_is_issued_once(desk: Answering) -> None:
    row = desk.signed()
    issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    with pytest.raises(BlockedError) as error:
        issue_reply(desk.colleague, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REPLY-CHANGED"}
    assert Letter.objects.count() == 1


def test_only_a_signed_reply_is_issued(desk: Answering) -> None:
    row = desk.proposed()
    with pytest.raises(BlockedError) as error:
        issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REPLY-STATE"}
    with pytest.raises(NotAllowedError):
        issue_reply(desk.legal, reply_id=row.pk, expected=row.version, now=NOON)


def test_what_is_missing_stops_it(desk: Answering) -> None:
    row = desk.drafted("not_held", search_places="")
    with pytest.raises(BlockedError) as error:
        propose(desk, row)
    assert codes(error) == {"DECISION-FACT", "LETTER-UNFILLED"}
    assert desk.now().state == "handling"


def test_without_a_decision_nothing_is_proposed(desk: Answering) -> None:
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    with pytest.raises(BlockedError) as error:
        propose(desk, row)
    assert codes(error) == {"REPLY-KIND"}


@pytest.mark.parametrize("kind", ["retracted", "uncorrected", "unpaid"])
def test_what_needs_no_reply_is_done_elsewhere(desk: Answering, kind: str) -> None:
    row = desk.drafted(kind)
    with pytest.raises(BlockedError) as error:
        propose(desk, row)
    assert codes(error) == {"REPLY-NO-LETTER"}


def test_without_a_day_of_receipt_nothing_is_answered(desk: Answering) -> None:
    Application.objects.filter(pk=desk.case.pk).update(received_on=None)
    with pytest.raises(BlockedError):
        propose(desk, desk.drafted())


def test_an_organ_without_anybody_above_says_who_reviews(desk: Answering) -> None:
    tax = desk.region.tax
    tax.superior = None
    tax.save()
    Application.objects.filter(pk=desk.case.pk).update(organ=tax)
    Profile.objects.filter(pk=desk.profile.pk).update(organ=tax)
    handler = desk.handler.__class__("user:0", "handler", tax.pk, desk.handler.roles)
    row = begin_reply(handler, application_id=desk.case.pk, now=NOON)
    row = save_decision(handler, reply_id=row.pk, expected=0, choice=choice("granted"), now=NOON)
    with pytest.raises(BlockedError) as error:
        propose_reply(handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REMEDY-BODY"}


def test_what_is_handed_out_is_attached(desk: Answering) -> None:
    for purpose, name in (("given", "开放计划"), ("redacted", "名册（遮盖）"), ("other", "底稿")):
        file = StoredFile.objects.create(
            organ=desk.organ,
            name=name,
            kind="pdf",
            size=1,
            digest=purpose,
            key=purpose,
            state="ready",
            queued_at=NOON,
            stored_at=NOON,
            stored_by="user:0",
        )
        CaseFile.objects.create(
            application=desk.case,
            file=file,
            purpose=purpose,
            name=name,
            added_at=NOON,
            added_by="handler",
        )
    text = pdf_text(desk.answered("partial"))
    assert "附件：1．开放计划" in text or "附件：1.开放计划" in text
    assert "名册（遮盖）" in text
    assert "底稿" not in text


def test_leaving_out_what_is_no_information_can_be_sued_directly(desk: Answering) -> None:
    row = desk.drafted("partial", withheld="第9页广告；非政府信息；是商业广告")
    row = propose_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    row = desk.passed(row, desk.office, desk.legal, desk.leader)
    letter = issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert "如不服本答复，可以自收到之日起60日内" in letter.content
    assert "应当自收到之日起60日内先向" not in letter.content
    assert (desk.now().remedy, desk.now().result_row) == ("B", "partial")


# Several things


def several(desk: Answering, *kinds: str) -> Reply:
    items = [
        RequestItem.objects.create(application=desk.case, position=n, text=f"第{n}份文件")
        for n in range(1, len(kinds) + 1)
    ]
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    chosen = {item.pk: (kind, choice(kind).facts) for item, kind in zip(items, kinds, strict=True)}
    return save_decision(
        desk.handler, reply_id=row.pk, expected=0, choice=Choice(items=chosen), now=NOON
    )


def test_one_application_counts_once_whatever_its_parts_come_to(desk: Answering) -> None:
    row = desk.passed(
        propose(desk, several(desk, "refused_secret", "granted", "not_held")),
        desk.office,
        desk.legal,
        desk.leader,
    )
    letter = issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    case = desk.now()
    assert (case.decision, case.result_row, case.remedy) == ("granted", "granted", "A")
    results = RequestItem.objects.values_list("decision", flat=True)
    assert list(results) == ["refused_secret", "granted", "not_held"]
    assert letter.code == "DOC-09M"
    assert "一、关于“第1份文件”" in letter.content
    assert "答复中不予公开的部分" in letter.content
    assert "6个月" in letter.content


@override_settings(GONGKAI_RESULT_PRIORITY=("not_held",))
def test_which_part_counts_is_configurable(desk: Answering) -> None:
    assert several(desk, "granted", "not_held").kind == "not_held"


@override_settings(GONGKAI_COUNTED_ROWS={"consultation": "refused_8"})
def test_where_a_question_counts_is_configurable(desk: Answering) -> None:
    desk.answered("consultation")
    assert desk.now().result_row == "refused_8"


# On the spot


def test_what_is_given_may_be_given_at_once(desk: Answering) -> None:
    row = desk.drafted("granted")
    letter = reply_at_once(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    case = desk.now()
    assert (case.state, case.is_on_the_spot, case.result_row) == ("replied", True, "granted")
    assert letter.number == "示财依申请公开〔2025〕1号"


def test_nobody_is_refused_at_once(desk: Answering) -> None:
    row = desk.drafted("refused_secret")
    with pytest.raises(BlockedError) as error:
        reply_at_once(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REPLY-AT-ONCE"}


def test_several_things_are_not_answered_at_once(desk: Answering) -> None:
    row = several(desk, "granted", "granted")
    with pytest.raises(BlockedError) as error:
        reply_at_once(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert codes(error) == {"REPLY-AT-ONCE-ITEMS"}


# Looking at it


@pytest.mark.parametrize("written_as", LetterFormat)
def test_a_draft_can_be_looked_at(desk: Answering, written_as: LetterFormat) -> None:
    row = desk.drafted()
    seen = previewed_reply(desk.handler, row.pk, written_as, now=NOON)
    assert seen.data
    assert seen.name.endswith(written_as.value)
    assert not Letter.objects.exists()


def test_before_a_decision_there_is_nothing_to_look_at(desk: Answering) -> None:
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    with pytest.raises(BlockedError) as error:
        previewed_reply(desk.handler, row.pk, LetterFormat.PDF, now=NOON)
    assert codes(error) == {"REPLY-KIND"}


def test_whoever_downloads_a_letter_is_written_down(desk: Answering) -> None:
    letter = desk.answered()
    for written_as, file in ((LetterFormat.PDF, letter.pdf), (LetterFormat.DOCX, letter.docx)):
        assert file is not None
        found = download_letter(desk.handler, letter_id=letter.pk, written_as=written_as)
        assert found.data == keeping.bytes_of(file.key)
    assert JournalEntry.objects.filter(verb="read").count() == 2
    with pytest.raises(Letter.DoesNotExist):
        download_letter(desk.stranger, letter_id=letter.pk, written_as=LetterFormat.PDF)


def test_an_edited_text_is_what_goes_out(desk: Answering) -> None:
    row = desk.drafted("petition")
    text = "\n".join(["# 一、说明", "另加的一段。", *row.body])
    row = save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    row = desk.passed(propose(desk, row), desk.office, desk.legal, desk.leader)
    letter = issue_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert letter.content.startswith("一、说明\n另加的一段。")
    assert DECISION["petition"].row == desk.now().result_row
