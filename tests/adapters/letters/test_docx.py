"""DOCX in the measures of GB/T 9704, read back part by part."""

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from gongkai.adapters.documents.reader import FileReader
from gongkai.adapters.letters.docx import DocxWriter
from gongkai.core.ports import (
    FormCell,
    FormTable,
    Grid,
    Letter,
    Paragraph,
    ReadingLimits,
    Signature,
)
from tests.adapters.letters.samples import AT, FORM, HOSTILE, LIST, NOTICE, REVIEW


@pytest.fixture(scope="module")
def notice() -> Document:
    return docx.Document(io.BytesIO(DocxWriter().write(NOTICE, made_at=AT).data))


def grid_of(form: FormTable) -> Grid:
    data = DocxWriter().write(Letter("题", (form,)), made_at=AT).data
    document = FileReader().read("表.docx", data, ReadingLimits())
    return next(block for block in document.blocks if isinstance(block, Grid))


def test_the_page(notice: Document) -> None:
    section = notice.sections[0]
    sides = (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    )  # fmt: skip
    assert [round(side.mm) for side in sides if side] == [210, 297, 37, 35, 28, 26]
    assert notice.settings.element.find(qn("w:mirrorMargins")) is not None
    assert notice.settings.odd_and_even_pages_header_footer


def test_the_styles(notice: Document) -> None:
    faces = {
        "Normal": ("仿宋_GB2312", 16.0),
        "Title": ("方正小标宋简体", 22.0),
        "Heading 1": ("黑体", 16.0),
        "Heading 2": ("楷体_GB2312", 16.0),
        "Heading 3": ("仿宋_GB2312", 16.0),
        "Heading 4": ("仿宋_GB2312", 16.0),
    }
    for name, (family, size) in faces.items():
        style = notice.styles[name]
        fonts = style.element.rPr.rFonts
        assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia")} == {family}
        assert style.element.rPr.sz_val.pt == size


def test_twenty_eight_characters_fit_in_a_line(notice: Document) -> None:
    spacing = notice.styles["Normal"].element.rPr.find(qn("w:spacing"))
    pitch = 16 + int(spacing.get(qn("w:val"))) / 20
    assert 28 * pitch <= 156 * 72 / 25.4 < 29 * pitch


def test_paragraphs_are_indented_by_two_characters_and_lines_28_points_apart(
    notice: Document,
) -> None:
    first = next(p for p in notice.paragraphs if p.text.startswith("你提出"))
    assert first.paragraph_format.first_line_indent.pt == 32
    assert notice.styles["Normal"].paragraph_format.line_spacing.pt == 28
    flush = next(p for p in notice.paragraphs if p.text.startswith("特此"))
    assert flush.paragraph_format.first_line_indent == 0


@pytest.mark.parametrize(("even", "side"), [(False, 2), (True, 0)], ids=["单页", "双页"])
def test_page_numbers_are_fields_between_dashes(notice: Document, *, even: bool, side: int) -> None:
    section = notice.sections[0]
    line = (section.even_page_footer if even else section.footer).paragraphs[0]
    fields = [field.text for field in line._p.iter(qn("w:instrText"))]
    assert (line.text, fields, line.alignment) == ("—  —", ["PAGE"], side)


def test_the_mark_is_in_both_heads() -> None:
    document = docx.Document(io.BytesIO(DocxWriter().write(REVIEW, made_at=AT).data))
    section = document.sections[0]
    assert (
        section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == "急件"
    )


def test_the_organ_stands_centred_above_its_date(notice: Document) -> None:
    issuer, day = (
        next(p for p in notice.paragraphs if p.text == text)
        for text in (NOTICE.issuer, "2026年11月5日")
    )
    assert issuer.paragraph_format.right_indent.pt == 64
    assert day.paragraph_format.right_indent.pt == 64 + (11 * 16 - (7 * 8 + 3 * 16)) / 2
    assert issuer.paragraph_format.keep_with_next


def test_the_last_paragraph_goes_overleaf_with_the_signing() -> None:
    letter = Letter("题", (Paragraph("一"), Paragraph("二")), issuer="甲局", dated_on=AT.date())
    document = docx.Document(io.BytesIO(DocxWriter().write(letter, made_at=AT).data))
    kept = [p.text for p in document.paragraphs if p.paragraph_format.keep_with_next]
    assert kept == ["二", "", "", "甲局"]
    bare = docx.Document(io.BytesIO(DocxWriter().write(Letter("题", (LIST,)), made_at=AT).data))
    assert not any(p.paragraph_format.keep_with_next for p in bare.paragraphs)


def test_a_long_title_breaks_after_the_name_of_the_organ() -> None:
    letter = Letter("云溪市财政局政府信息公开申请不予处理告知书", (), issuer="云溪市财政局")
    document = docx.Document(io.BytesIO(DocxWriter().write(letter, made_at=AT).data))
    assert document.paragraphs[0].text == "云溪市财政局\n政府信息公开申请不予处理告知书"


def test_merged_cells_come_back_as_they_were() -> None:
    grid = grid_of(FORM)
    cells = {(cell.row, cell.column): cell for cell in grid.cells}
    assert (grid.rows, grid.columns) == (6, 4)
    assert (cells[2, 0].text, cells[2, 0].row_span) == ("依据和理由", 2)
    assert (cells[2, 1].text, cells[2, 1].column_span) == (HOSTILE, 3)
    assert (cells[3, 1].text, cells[3, 2].column_span) == ("条款", 2)
    assert "签名：李明远　　2026年11月3日" in cells[4, 1].text
    assert cells[4, 1].column_span == 3


def test_cells_beside_one_that_goes_on_from_above() -> None:
    form = FormTable(
        (1, 1, 1),
        (
            (FormCell("甲"), FormCell("乙", columns=2, rows=2)),
            (FormCell("丙", rows=2),),
            (FormCell("戊", columns=2),),
            (FormCell("己"), FormCell("庚"), FormCell("辛")),
            Signature("丁"),
        ),
    )
    found = {
        (cell.text.partition("\n")[0], cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in grid_of(form).cells
        if cell.text.strip()
    }
    assert {("甲", 0, 0, 1, 1), ("乙", 0, 1, 2, 2), ("丙", 1, 0, 2, 1)} <= found
    assert {("戊", 2, 1, 1, 2), ("辛", 3, 2, 1, 1), ("丁", 4, 0, 1, 1)} <= found


def test_heads_are_repeated_and_short_rows_stay_whole() -> None:
    form = FormTable((1,), ((FormCell("头"),), (FormCell("短"),), (FormCell("长" * 301),)), heads=1)
    data = DocxWriter().write(Letter("题", (form,)), made_at=AT).data
    rows = docx.Document(io.BytesIO(data)).tables[0]._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [True, True, False]


def test_a_table_is_as_wide_as_the_text() -> None:
    data = DocxWriter().write(Letter("题", (LIST,)), made_at=AT).data
    columns = docx.Document(io.BytesIO(data)).tables[0].columns
    assert sum(column.width.mm for column in columns) == pytest.approx(156, abs=0.2)


def test_fonts_are_told_by_their_other_names_too() -> None:
    with zipfile.ZipFile(io.BytesIO(DocxWriter().write(NOTICE, made_at=AT).data)) as parts:
        table = parts.read("word/fontTable.xml").decode()
    assert 'w:name="仿宋_GB2312"><w:altName w:val="FangSong_GB2312,仿宋' in table
    known = DocxWriter(fonts={"body": "Arial"}).write(NOTICE, made_at=AT)
    with zipfile.ZipFile(io.BytesIO(known.data)) as parts:
        assert parts.read("word/fontTable.xml").count(b'w:name="Arial"') == 1
    own = DocxWriter(fonts={"body": "自家仿宋"}).write(NOTICE, made_at=AT)
    assert "自家仿宋" in own.notes[0].text


def test_the_file_says_no_more_of_itself_than_it_should() -> None:
    data = DocxWriter().write(NOTICE, made_at=AT).data
    about = docx.Document(io.BytesIO(data)).core_properties
    assert (about.title, about.author, about.comments) == (NOTICE.title, "", "")
    assert about.last_modified_by == ""
    assert about.created == about.modified == AT
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
    assert not [name for name in names if "thumbnail" in name or "Effects" in name]


def test_a_table_of_many_rows_does_not_take_long() -> None:
    """The work grows with the table, not with its square: two thousand rows in a few seconds."""
    rows = tuple((FormCell(str(n)), FormCell("文件")) for n in range(2000))
    grid = grid_of(FormTable((1, 2), rows))
    assert (grid.rows, len(grid.cells)) == (2000, 4000)


def test_paragraphs_of_one_text() -> None:
    data = DocxWriter().write(Letter("题", (Paragraph("甲\n乙"),)), made_at=AT).data
    texts = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    assert texts == ["题", "", "甲", "乙"]
