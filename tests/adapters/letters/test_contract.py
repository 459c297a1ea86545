"""What every writer of documents does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.adapters.documents.reader import FileReader
from gongkai.adapters.letters.docx import DocxWriter
from gongkai.adapters.letters.pdf import PdfWriter
from gongkai.core.finding import Severity
from gongkai.core.ports import (
    FormCell,
    FormTable,
    Heading,
    Letter,
    LetterWriter,
    Paragraph,
    ReadingLimits,
    Signature,
)
from tests.adapters.letters.samples import (
    AT,
    FORM,
    HOSTILE,
    NOTICE,
    OPINION,
    REVIEW,
    shown,
    squeezed,
)


def of_docx(data: bytes) -> str:
    document = FileReader().read("文件.docx", data, ReadingLimits())
    return squeezed("".join(line.text for line in document.lines()))


WRITERS: list[tuple[LetterWriter, Callable[[bytes], str]]] = [
    (PdfWriter(), shown),
    (DocxWriter(), of_docx),
]
each = pytest.mark.parametrize(("writer", "seen"), WRITERS, ids=["PDF", "DOCX"])


def text_of(writer: LetterWriter, seen: Callable[[bytes], str], letter: Letter) -> str:
    return seen(writer.write(letter, made_at=AT).data)


@each
def test_the_same_document_gives_the_same_bytes(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    first = writer.write(NOTICE, made_at=AT)
    assert writer.write(NOTICE, made_at=AT) == first
    later = writer.write(NOTICE, made_at=AT + timedelta(days=1)).data
    assert later != first.data
    assert seen(later) == seen(first.data)


@each
def test_everything_of_a_letter_is_there_in_its_order(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    text = text_of(writer, seen, NOTICE)
    parts = [
        "政府信息公开告知书", "云资公开告〔2026〕17号", "张某某：", "你提出的申请收悉。",
        "现答复如下。",
        "一、关于申请内容", "（一）土地出让", "1.地块情况", "（1）坐落", "特此告知。",
        "序号文件名称备注",
        "80第80号文件", "附件：1.土地出让情况表", "2.收费标准", "云溪市自然资源和规划局",
        "2026年11月5日", "（此件公开发布）",
    ]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert "张某某：：" not in text


@each
def test_what_is_sent_back_stands_after_the_signing(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    form = FormTable((1,), ((FormCell("不同意的原因"),),))
    letter = replace(NOTICE, enclosed=(Heading("意见回执"), form))
    text = text_of(writer, seen, letter)
    assert text.find("此件公开发布") < text.find("意见回执") < text.find("不同意的原因")


@each
def test_a_form_says_who_signed_when_and_leaves_room_for_the_pen(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    text = text_of(writer, seen, REVIEW)
    for part in (OPINION, "签名：李明远2026年11月3日", "签名：年月日", "第十六条第二款"):
        assert part in text


@each
def test_nothing_of_a_text_is_taken_for_markup(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    everywhere = Letter(
        HOSTILE,
        (
            Heading(HOSTILE),
            Paragraph(HOSTILE),
            FormTable(
                (1, 1), ((FormCell(HOSTILE, columns=2),), Signature(HOSTILE, HOSTILE, HOSTILE))
            ),
        ),
        HOSTILE,
        "",
        HOSTILE,
        (HOSTILE,),
        HOSTILE,
        None,
        HOSTILE,
    )
    assert text_of(writer, seen, everywhere).count(squeezed(HOSTILE)) == 12


@each
def test_a_document_of_nothing(writer: LetterWriter, seen: Callable[[bytes], str]) -> None:
    empty = Letter("", (Paragraph(""), FormTable((1,), ((FormCell(""),),)), Paragraph("末")))
    assert "末" in text_of(writer, seen, empty)


@each
def test_signs_that_no_document_may_hold(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    text = text_of(writer, seen, Letter("题", (Paragraph("甲\x00\x0b\ud800\u202e\ufffe乙\r\n丙"),)))
    assert "甲乙丙" in text


@each
def test_one_attachment_has_no_number(writer: LetterWriter, seen: Callable[[bytes], str]) -> None:
    assert "附件：清单" in text_of(writer, seen, Letter("题", (), attachments=("清单",)))


@each
def test_notes_are_findings_that_block_nothing(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    del seen
    for note in writer.write(NOTICE, made_at=AT).notes:
        assert note.severity is not Severity.ERROR
        assert note.title
        assert note.text
        assert note.hint


@each
@settings(max_examples=25)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_can_be_written(
    writer: LetterWriter, seen: Callable[[bytes], str], text: str
) -> None:
    form = FormTable((1, 2), (Signature(text, text, text), (FormCell(text), FormCell(text))))
    letter = Letter(text, (Heading(text), Paragraph(text), form, Paragraph("完")), text, text, text)
    assert "完" in text_of(writer, seen, letter)


@each
def test_a_very_long_opinion_goes_on_overleaf(
    writer: LetterWriter, seen: Callable[[bytes], str]
) -> None:
    long = Signature("意见", "很长的意见。" * 800, "甲某某")
    text = text_of(
        writer, seen, replace(REVIEW, header="", blocks=(FormTable((1, 4), (long,)), FORM))
    )
    assert text.count("长的意见") > 750  # page numbers stand between some of them
    assert "签名：甲某某" in text
