"""The printed forms: what stands in them, and that taking one is noted."""

import pytest

from gongkai.apps.journal.models import Entry
from gongkai.apps.publishing.determining import Wanted, decide_change, propose_change
from gongkai.apps.publishing.models import AttributeChange, Edition, Item
from gongkai.apps.publishing.printed_queries import change_letter, determination_letter
from gongkai.apps.publishing.printing import print_change, print_determination, printed_edition
from gongkai.core.identity import Role
from gongkai.core.ports import FormTable, Letter, LetterFormat, Signature
from tests.factories.organs import Region, acting
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    correcting,
    drafted,
    filed,
    passed_on,
    released,
    returned,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().finance, "cz")


def signatures(letter: Letter) -> list[Signature]:
    (table,) = letter.blocks
    assert isinstance(table, FormTable)
    return [row for row in table.rows if isinstance(row, Signature)]


def cells(letter: Letter) -> list[str]:
    (table,) = letter.blocks
    assert isinstance(table, FormTable)
    return [cell.text for row in table.rows if isinstance(row, tuple) for cell in row]


def form_of(edition: Edition) -> Letter:
    item = Item.objects.get(pk=edition.item_id)
    assert edition.revision is not None
    return determination_letter(item, edition, edition.revision)


def change_of(staff: Staff) -> AttributeChange:
    wanted = Wanted("proactive", "已经办结")
    item_id = filed(staff).item_id
    return propose_change(staff.drafter, item_id=item_id, wanted=wanted, now=NOW)


def test_every_level_has_a_row_and_who_has_signed_stands_in_it(staff: Staff) -> None:
    edition = passed_on(staff, passed_on(staff, submitted(staff)))
    rows = signatures(form_of(edition))
    assert [(row.label, row.name) for row in rows] == [
        ("科室负责人", "cz-unit-head"),
        ("保密审查", "cz-secrecy"),
        ("分管领导", ""),
        ("主要领导", ""),
    ]
    assert rows[0].opinion == "同意；已校对"
    assert rows[1].opinion == "同意；逐项审查无涉密内容：正文；已校对"
    assert rows[0].signed_on == NOW.date()


def test_a_sending_back_is_printed_with_its_reason(staff: Staff) -> None:
    row = signatures(form_of(returned(staff)))[0]
    assert row.opinion == f"退回；{REASON}"


def test_grounds_are_printed_with_their_article(staff: Staff) -> None:
    said = cells(form_of(filed(staff)))
    assert any("过程性信息：讨论记录" in text and "第十六条" in text for text in said)
    assert "版记前标注：（此件不公开）" in said


def test_urgency_is_printed(staff: Staff) -> None:
    said = cells(form_of(submitted(staff, urgent_reason="暴雨红色预警")))
    assert any("暴雨红色预警" in text for text in said)


def test_the_form_is_of_what_was_decided_unless_another_is_asked_for(staff: Staff) -> None:
    first = released(staff)
    item = Item.objects.get(pk=first.item_id)
    again = correcting(staff, item.pk)
    assert printed_edition(item, None) == first
    assert printed_edition(item, again.number) is None
    assert printed_edition(Item.objects.get(pk=drafted(staff).item_id), None) is None
    waiting = submitted(staff)
    assert printed_edition(waiting.item, None) == waiting


def test_opinions_on_a_change_stand_in_their_rows(staff: Staff) -> None:
    change = change_of(staff)
    rows = signatures(change_letter(change))
    assert [(row.label, row.opinion) for row in rows] == [("公开办", ""), ("主要领导", "")]
    decided = decide_change(
        staff.office, change_id=change.pk, agrees=True, opinion="情况属实", now=NOW
    )
    rows = signatures(change_letter(decided))
    assert (rows[0].name, rows[0].opinion) == ("cz-office", "同意，报领导审批；情况属实")
    assert rows[1].name == ""


@pytest.mark.parametrize(
    ("written_as", "begins"), [(LetterFormat.PDF, "%PDF-"), (LetterFormat.DOCX, "PK")]
)
def test_a_form_is_written_and_that_is_noted(
    staff: Staff, written_as: LetterFormat, begins: str
) -> None:
    edition = submitted(staff)
    printed = print_determination(
        staff.drafter, item_id=edition.item_id, written_as=written_as, now=NOW
    )
    assert printed.data.startswith(begins.encode())
    assert printed.name == f"政府信息公开属性认定审核表-{edition.item_id}-20250630.{written_as}"
    entry = Entry.objects.get(verb="read")
    assert entry.after == {"purpose": "下载政府信息公开属性认定审核表"}


def test_nobody_else_prints(staff: Staff) -> None:
    change = change_of(staff)
    stranger = acting("stranger", staff.organ.superior or staff.organ, Role.LEADER)
    with pytest.raises(AttributeChange.DoesNotExist):
        print_change(stranger, change_id=change.pk, written_as=LetterFormat.PDF, now=NOW)
    with pytest.raises(Item.DoesNotExist):
        print_determination(stranger, item_id=change.item_id, written_as=LetterFormat.PDF, now=NOW)
    assert not Entry.objects.filter(verb="read").exists()


def test_nothing_is_printed_before_it_was_submitted(staff: Staff) -> None:
    with pytest.raises(Edition.DoesNotExist):
        print_determination(
            staff.drafter, item_id=drafted(staff).item_id, written_as=LetterFormat.PDF, now=NOW
        )
