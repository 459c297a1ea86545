"""Deciding: the choice with its facts makes the text; nothing is lost, nobody is overwritten."""

import pytest

from gongkai.apps.applications.letters.templates import save_template
from gongkai.apps.applications.models import (
    CaseFile,
    Correction,
    Redaction,
    RedactionBox,
    Reply,
    RequestItem,
)
from gongkai.apps.applications.replies.deciding import (
    Choice,
    begin_reply,
    discard_reply,
    save_decision,
    save_text,
)
from gongkai.apps.applications.replies.deciding_queries import (
    reply_page,
    wizard_page,
)
from gongkai.apps.applications.waiting.waiting_queries import to_issue, to_review
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.core.applications.decisions_checks import withheld
from gongkai.core.applications.decisions_review import OPEN
from gongkai.core.applications.letters import wording
from gongkai.core.applications.letters.kinds import LETTER
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from gongkai.core.law.grounds import GROUND
from tests.apps.applications.answering import NOON, Answering, choice
from tests.apps.applications.at_work import codes

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


@pytest.fixture
def desk() -> Answering:
    return Answering()


def test_a_decision_writes_the_letter(desk: Answering) -> None:
    row = desk.drafted("not_held")
    text = "\n".join(row.body)
    assert desk.case.number in text
    assert "所申请的政府信息不存在" in text
    assert "第三十六条第（四）项" in text
    assert text.endswith("{救济途径}")
    assert reply_page(desk.handler, row.pk, today=TODAY).findings == []


def test_there_is_one_open_reply(desk: Answering) -> None:
    first = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    again = begin_reply(desk.colleague, application_id=desk.case.pk, now=NOON)
    assert first.pk == again.pk
    assert Reply.objects.get(application=desk.case) == first


def test_a_reply_that_is_given_up_makes_room(desk: Answering) -> None:
    row = desk.drafted()
    discard_reply(desk.handler, reply_id=row.pk, expected=row.version, now=NOON)
    assert not Reply.objects.filter(application=desk.case, state__in=OPEN).exists()
    second = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON, reason="重写")
    assert (second.number, second.reason) == (2, "重写")


def test_only_a_case_that_is_worked_on_gets_a_reply(desk: Answering) -> None:
    case = desk.received(2, state="retracted")
    with pytest.raises(BlockedError) as error:
        begin_reply(desk.handler, application_id=case.pk, now=NOON)
    assert codes(error) == {"REPLY-CASE"}


def test_what_was_edited_stays_while_the_decision_does(desk: Answering) -> None:
    row = desk.drafted("granted")
    text = "\n".join(["# 一、情况", *row.body])
    row = save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    same = save_decision(
        desk.handler, reply_id=row.pk, expected=row.version, choice=choice("granted"), now=NOON
    )
    assert same.body[0] == "# 一、情况"
    other = save_decision(
        desk.handler, reply_id=row.pk, expected=same.version, choice=choice("petition"), now=NOON
    )
    assert other.body[0] != "# 一、情况"


def test_a_remedy_that_was_edited_away_is_told(desk: Answering) -> None:
    row = desk.drafted("petition")
    text = "\n".join(row.body[:-1])
    row = save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    page = reply_page(desk.handler, row.pk, today=TODAY)
    assert [finding.code for finding in page.findings] == ["LETTER-LOST"]
    assert page.text == text


@pytest.mark.parametrize(
    ("text", "code"), [(" \n", "REPLY-TEXT"), ("字" * (wording.MOST + 1), "REPLY-LONG")]
)
def test_a_text_has_bounds(desk: Answering, text: str, code: str) -> None:
    row = desk.drafted()
    with pytest.raises(BlockedError) as error:
        save_text(desk.handler, reply_id=row.pk, expected=row.version, text=text, now=NOON)
    assert codes(error) == {code}


def test_missing_facts_are_told_and_do_not_hinder_saving(desk: Answering) -> None:
    row = desk.drafted("not_held", search_places="")
    page = reply_page(desk.handler, row.pk, today=TODAY)
    assert [finding.code for finding in page.findings] == ["DECISION-FACT", "LETTER-UNFILLED"]


def test_the_second_of_two_who_write_is_told(desk: Answering) -> None:
    row = desk.drafted()
    with pytest.raises(BlockedError) as error:
        save_text(desk.colleague, reply_id=row.pk, expected=0, text="另一稿", now=NOON)
    assert codes(error) == {"REPLY-CHANGED"}


def test_an_unknown_kind_is_refused(desk: Answering) -> None:
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    with pytest.raises(BlockedError) as error:
        save_decision(
            desk.handler, reply_id=row.pk, expected=0, choice=Choice("forgotten"), now=NOON
        )
    assert codes(error) == {"REPLY-KIND"}


def test_without_a_decision_there_is_no_text_yet(desk: Answering) -> None:
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    row = save_decision(
        desk.handler,
        reply_id=row.pk,
        expected=0,
        choice=Choice(answers={"goes_on": "goes_on"}),
        now=NOON,
    )
    assert (row.body, row.answers) == ([], {"goes_on": "goes_on"})


def test_facts_nobody_asked_for_are_not_kept(desk: Answering) -> None:
    row = desk.drafted("petition", search_places="档案室")
    assert set(row.facts) == {"petition_nature", "proper_channel"}


def test_whoever_works_elsewhere_finds_nothing(desk: Answering) -> None:
    row = desk.drafted()
    with pytest.raises(Reply.DoesNotExist):
        reply_page(desk.stranger, row.pk, today=TODAY)
    with pytest.raises(Reply.DoesNotExist):
        save_text(desk.stranger, reply_id=row.pk, expected=row.version, text="x", now=NOON)
    with pytest.raises(NotAllowedError):
        save_text(desk.legal, reply_id=row.pk, expected=row.version, text="x", now=NOON)


def test_several_things_have_decisions_of_their_own(desk: Answering) -> None:
    items = [
        RequestItem.objects.create(application=desk.case, position=n, text=f"第{n}份文件")
        for n in (1, 2)
    ]
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    chosen = {
        item.pk: (kind, choice(kind).facts)
        for item, kind in zip(items, ("not_held", "granted"), strict=True)
    }
    row = save_decision(
        desk.handler, reply_id=row.pk, expected=0, choice=Choice(items=chosen), now=NOON
    )
    assert row.kind == "granted"
    assert "# 一、关于“第1份文件”" in row.body
    page = reply_page(desk.handler, row.pk, today=TODAY)
    assert (page.decided.is_several, page.findings) == (True, [])
    assert page.decided.letter is LETTER["DOC-09M"]


@pytest.mark.parametrize("which", ["only one", "unknown kind"])
def test_every_thing_needs_a_decision(desk: Answering, which: str) -> None:
    items = [
        RequestItem.objects.create(application=desk.case, position=n, text=f"第{n}份")
        for n in (1, 2)
    ]
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    wanted = items[:1] if which == "only one" else items
    kind = "granted" if which == "only one" else "forgotten"
    with pytest.raises(BlockedError) as error:
        save_decision(
            desk.handler,
            reply_id=row.pk,
            expected=0,
            choice=Choice(items={item.pk: (kind, {}) for item in wanted}),
            now=NOON,
        )
    assert codes(error) == {"REPLY-ITEMS"}


def test_the_organ_words_its_letters(desk: Answering) -> None:
    own = "我局答复如下。\n" + LETTER["DOC-15"].text
    save_template(desk.office, code="DOC-15", text=own, now=NOON)
    assert desk.drafted("petition").body[0] == "我局答复如下。"


def test_the_wizard_asks_on(desk: Answering) -> None:
    row = begin_reply(desk.handler, application_id=desk.case.pk, now=NOON)
    page = wizard_page(desk.handler, row.pk, {"goes_on": "goes_on"})
    assert page.question is not None
    assert page.question.key == "asks_for"
    assert [question.key for question, _ in page.way] == ["goes_on"]
    end = wizard_page(desk.handler, row.pk, {"goes_on": "retracted"})
    assert (end.question, [one.key for one in end.left]) == (None, ["retracted"])


def test_the_case_suggests_facts(desk: Answering) -> None:
    Correction.objects.create(
        application=desk.case, asked_on=TODAY, answer_by=TODAY, points=["年份"]
    )
    row = desk.drafted()
    assert reply_page(desk.handler, row.pk, today=TODAY).suggested == {
        "correction_asked_on": "2026-03-05",
        "correction_due": "2026-03-05",
    }


def test_what_is_covered_is_suggested_with_its_ground(desk: Answering) -> None:
    redaction = Redaction.objects.create(
        application=desk.case,
        source=stored_file(desk, "名册.pdf"),
        name="名册.pdf",
        state="released",
        made_by_key="user:0",
        made_by="handler",
        made_at=NOON,
    )
    RedactionBox.objects.create(
        redaction=redaction,
        page=3,
        x=0.1,
        y=0.1,
        width=0.2,
        height=0.1,
        ground="PERSONAL_PRIVACY",
        what="身份证号码",
    )
    CaseFile.objects.create(
        application=desk.case,
        file=stored_file(desk, "名册（遮盖）.pdf"),
        purpose="redacted",
        name="名册（遮盖）.pdf",
        added_at=NOON,
        added_by="handler",
    )
    row = desk.drafted("partial", provided="", withheld="")
    page = reply_page(desk.handler, row.pk, today=TODAY)
    assert page.suggested["provided"] == "名册（遮盖）.pdf"
    (part,) = withheld(page.suggested["withheld"])
    assert part.ground is GROUND["PERSONAL_PRIVACY"]
    assert "第3页" in part.what
    assert "provided" not in row.facts


def stored_file(desk: Answering, name: str) -> StoredFile:
    return StoredFile.objects.create(
        organ=desk.organ,
        name=name,
        kind="pdf",
        size=1,
        digest=name,
        key=name,
        state="ready",
        queued_at=NOON,
        stored_at=NOON,
        stored_by="user:0",
    )


def test_an_earlier_reply_to_the_same_applicant_is_suggested(desk: Answering) -> None:
    letter = desk.answered()
    desk.case = desk.received(2, identity_key=desk.now().identity_key)
    row = desk.drafted("repeated")
    suggested = reply_page(desk.handler, row.pk, today=TODAY).suggested
    assert suggested == {"earlier_number": letter.number, "earlier_on": "2026-03-05"}


def test_each_level_finds_what_waits_for_it(desk: Answering) -> None:
    row = desk.proposed()
    assert [one.pk for one in to_review(desk.office)] == [row.pk]
    assert not to_review(desk.legal).exists()
    row = desk.passed(row, desk.office, desk.legal, desk.leader)
    assert not to_review(desk.office).exists()
    assert [one.pk for one in to_issue(desk.handler)] == [row.pk]


def test_the_journal_tells_what_was_done(desk: Answering) -> None:
    desk.drafted()
    verbs = JournalEntry.objects.filter(subject=f"application:{desk.case.pk}")
    assert set(verbs.values_list("verb", flat=True)) == {"begin_reply", "save_decision"}
