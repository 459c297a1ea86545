"""PDF in the measures of GB/T 9704, measured on the page."""

import io
import re
from dataclasses import replace
from itertools import groupby, pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest

from gongkai.adapters.letters.pdf import PdfWriter
from gongkai.core.ports import FormCell, FormTable, Letter, Paragraph
from tests.adapters.letters.samples import AT, LIST, NOTICE, REVIEW, Sign, pages, shown, signs

MM = 72 / 25.4
LONG = Letter("长文", (Paragraph("云" * 2000),))


def written(letter: Letter, **fonts: str) -> bytes:
    return PdfWriter(fonts=fonts).write(letter, made_at=AT).data


def lines(found: list[Sign]) -> list[list[Sign]]:
    """Signs on the same line of the same page together."""

    def place(sign: Sign) -> tuple[int, int]:
        return sign.page, round(sign.bottom)

    return [list(line) for _, line in groupby(sorted(found, key=place), place)]


def body(data: bytes) -> list[list[Sign]]:
    return lines([sign for sign in signs(data) if sign.text == "云"])


def test_a_page_is_a4() -> None:
    with pikepdf.open(io.BytesIO(written(NOTICE))) as document:
        assert [round(float(side) / MM) for side in document.pages[0].mediabox] == [0, 0, 210, 297]


def test_twenty_eight_characters_in_a_line_and_twenty_two_lines_on_a_page() -> None:
    rows = body(written(LONG))
    assert {len(row) for row in rows[1:-1]} == {28}
    assert len(rows[0]) == 26
    assert sum(row[0].page == 1 for row in rows) == 22


def test_lines_are_twenty_eight_points_apart() -> None:
    rows = [row[0].bottom for row in body(written(LONG)) if row[0].page == 1]
    assert {round(low - high, 1) for high, low in pairwise(rows)} == {28.0}


def test_the_margins_mirror_each_other() -> None:
    """The inner side is 28 mm: left on odd pages, right on even ones."""
    for row in body(written(LONG))[1:44]:
        inner_left = row[0].page % 2 == 0
        left, right = row[0].left / MM, 210 - row[-1].right / MM
        assert (left if inner_left else right) == pytest.approx(28, abs=0.3)
        assert (right if inner_left else left) == pytest.approx(26, abs=0.3)


def test_the_text_begins_and_ends_where_the_standard_says() -> None:
    rows = [row for row in body(written(LONG)) if row[0].page == 1]
    assert rows[0][0].top / MM >= 37 - 1
    assert rows[-1][0].bottom / MM <= 297 - 35 + 0.5


@pytest.mark.parametrize("attachments", [(), ("土地出让情况表", "收费标准")])
@pytest.mark.parametrize("length", [26 + 28 * lines for lines in (10, 14, 15, 16, 17, 18, 19, 30)])
def test_no_page_holds_the_signing_alone(length: int, attachments: tuple[str, ...]) -> None:
    """GB/T 9704 7.3.5: the seal stands on a page with text."""
    letter = Letter(
        "题",
        (Paragraph("云" * length), Paragraph("雨" * 30)),
        attachments=attachments,
        issuer="甲局",
        dated_on=AT.date(),
    )
    found = signs(written(letter))
    signed = {sign.page for sign in found if sign.text in "甲局"}
    assert len(signed) == 1
    assert signed <= {sign.page for sign in found if sign.text == "雨"}


def test_a_last_paragraph_longer_than_a_page_goes_on_overleaf() -> None:
    found = signs(written(replace(LONG, issuer="甲局", dated_on=AT.date())))
    assert [sign.text for sign in found].count("云") == 2000
    assert {sign.page for sign in found if sign.text == "云"} >= {0, 1, 2}


@pytest.mark.parametrize(
    ("title", "shown_as"),
    [
        pytest.param("告知书", ["云溪市财政局告知书"], id="一行"),
        pytest.param(
            "政府信息公开申请不予处理告知书",
            ["云溪市财政局", "政府信息公开申请不予处理告知书"],
            id="两行",
        ),
    ],
)
def test_a_long_title_breaks_after_the_name_of_the_organ(title: str, shown_as: list[str]) -> None:
    """GB/T 9704 7.3.1: a title in several lines keeps its words whole."""
    data = written(Letter(f"云溪市财政局{title}", (), issuer="云溪市财政局"))
    with pdfium.PdfDocument(data) as document:
        assert document[0].get_textpage().get_text_range().split()[: len(shown_as)] == shown_as


def test_page_numbers_stand_outside_and_below() -> None:
    found = [sign for sign in signs(written(LONG)) if sign.text in "—1234"]
    for number, row in enumerate(lines(found), start=1):
        assert "".join(sign.text for sign in sorted(row, key=lambda s: s.left)) == f"—{number}—"
        assert row[0].bottom / MM > 297 - 35 + 7
        outside = (
            210 - max(sign.right for sign in row) / MM
            if number % 2
            else min(sign.left for sign in row) / MM
        )
        assert outside == pytest.approx(26 + 14 / MM, abs=1)


def test_the_mark_stands_on_every_page() -> None:
    data = written(replace(REVIEW, blocks=(LIST,)))
    marks = [sign for sign in signs(data) if sign.text == "急"]
    assert [sign.page for sign in marks] == list(range(pages(data)))
    assert all(sign.bottom / MM < 37 for sign in marks)


def test_the_heads_of_a_long_table_stand_on_every_page() -> None:
    data = written(Letter("清单", (LIST,)))
    assert pages(data) > 2
    assert shown(data).count("序号文件名称备注") == pages(data)


def test_what_is_sent_back_has_pages_of_its_own() -> None:
    found = signs(written(replace(NOTICE, enclosed=(Paragraph("囍"),))))
    (sent_back,) = [sign.page for sign in found if sign.text == "囍"]
    assert sent_back == max(sign.page for sign in found if sign.text == "发") + 1


def test_a_long_address_stays_on_the_page() -> None:
    address = "https://www.example.gov.cn/" + "abcdefgh" * 40
    form = FormTable((1, 3), ((FormCell("网址"), FormCell(address)),))
    data = written(Letter("题", (form, Paragraph(address))))
    assert shown(data).count(address) == 2
    assert max(sign.right for sign in signs(data)) / MM < 210 - 26 + 0.5


def test_it_can_be_kept_in_an_archive() -> None:
    written_ = PdfWriter().write(NOTICE, made_at=AT)
    with pikepdf.open(io.BytesIO(written_.data)) as document, document.open_metadata() as about:
        assert about["pdfaid:part"] == "2"
        assert about["pdfaid:conformance"] == "A"
        assert document.Root.MarkInfo.Marked
        assert str(document.docinfo["/Title"]) == NOTICE.title
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261121093000")
    assert [note.code for note in written_.notes] in ([], ["LETTER-FONT"])


def test_boxes_to_tick_are_in_the_fonts_that_stand_in() -> None:
    ticked = Letter("题", (Paragraph("■主动公开　□依申请公开　√"),))
    assert all(note.code != "LETTER-GLYPH" for note in PdfWriter().write(ticked, made_at=AT).notes)


@pytest.mark.parametrize("sign", ["\ue123", "\U000f0000"])
def test_a_sign_without_a_glyph_is_said(sign: str) -> None:
    done = PdfWriter().write(Letter("题", (Paragraph(f"姓名{sign}"),)), made_at=AT)
    assert done.notes[-1].code == "LETTER-GLYPH"
    assert "姓名" in shown(done.data)
    assert re.search(r"“\\?u\{|“.”", done.notes[-1].text)


def test_a_font_of_ones_own_is_used_and_not_remarked_on() -> None:
    faces = ("title", "body", "black", "script", "plain")
    fonts = dict.fromkeys(faces, "Noto Sans CJK SC")
    done = PdfWriter(fonts=fonts).write(NOTICE, made_at=AT)
    assert done.notes == ()
    with pikepdf.open(io.BytesIO(done.data)) as document:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.Resources.Font.values()
        }
    assert names
    assert all(name.startswith("NotoSansCJKsc") for name in names)


def test_what_stands_in_is_said() -> None:
    note = PdfWriter(fonts={"body": "没有这种字体"}).write(REVIEW, made_at=AT).notes[0]
    assert note.code == "LETTER-FONT"
    assert "Noto" in note.text


@pytest.mark.parametrize("length", range(14, 23))
def test_an_address_breaks_where_a_sign_parts_it(length: int) -> None:
    address = "https://gk.example.gov.cn/applications/track/"
    letter = Letter("题", (Paragraph("云" * length + address),))
    with pdfium.PdfDocument(written(letter)) as document:
        told = document[0].get_textpage().get_text_range().replace("\u200b", "").splitlines()
    broken = [line for line in told if any(sign.isascii() and sign.isalpha() for sign in line)]
    assert "".join(broken).endswith(address)
    assert len(broken) > 1
    assert all(line[-1] in "/.云" for line in broken[:-1])
