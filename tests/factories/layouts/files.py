"""Office files: DOCX with merged cells, OFD with a text code per cell, PDF with ruled tables."""

from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as NewDocument
from docx.document import Document as DocxDocument

from tests.factories.docx_numbers import add_heading, counting
from tests.factories.laying import laid
from tests.factories.layouts.registry import layout
from tests.factories.markup import article, head_cell, tables_of
from tests.factories.model import Draft, Made
from tests.factories.ofd import pages_of
from tests.factories.printing import printed
from tests.factories.tables import Rows, grid_2, grid_3, grid_4


def _add_table(document: DocxDocument, rows: Rows, *, merged: bool) -> None:
    cells = list(laid(rows))
    width = max(column + td.across for _, column, td in cells)
    table = document.add_table(len(rows), width)
    table.style = "Table Grid"
    places = [row.cells for row in table.rows]
    for row, column, td in cells:
        cell = places[row][column]
        down = min(td.down, len(rows) - row)
        if merged and (down > 1 or td.across > 1):
            cell = cell.merge(places[row + down - 1][column + td.across - 1])
        cell.text = td.text


def _docx(draft: Draft, rng: Random, *, merged: bool, numbered: bool = False) -> Made:
    document = NewDocument()
    number_of = counting(document) if numbered else None
    styled = rng.random() < 0.5
    for line in (*draft.prose.title, *draft.prose.lead):
        document.add_paragraph(line)
    grids = (grid_2(draft), grid_3(draft), grid_4(draft))
    for number, heading in enumerate(draft.prose.headings):
        if not (number == 2 and "lost_page" in draft.sheet.planted):
            paragraph = document.add_paragraph(style="Heading 1" if styled else None)
            add_heading(paragraph, heading, number_of)
        if 1 <= number <= 3:
            _add_table(document, grids[number - 1], merged=merged)
        for text in draft.prose.sections[number]:
            document.add_paragraph(text)
    for line in draft.prose.signature:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return Made(out.getvalue(), ".docx")


@layout("docx", slow=True)
def docx(draft: Draft, rng: Random) -> Made:
    """A word document with merged cells."""
    return _docx(draft, rng, merged=True)


@layout("docx_unmerged", slow=True)
def docx_unmerged(draft: Draft, rng: Random) -> Made:
    """A word document whose merged cells are only left empty."""
    return _docx(draft, rng, merged=False)


@layout("docx_numbered", slow=True)
def docx_numbered(draft: Draft, rng: Random) -> Made:
    """A word document that numbers its headings by itself."""
    return _docx(draft, rng, merged=True, numbered=True)


@layout("ofd", slow=True)
def ofd(draft: Draft, rng: Random) -> Made:
    """Pages of text objects at places, one for each cell or piece of a label."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in pages_of(draft, rng):
            package.writestr(name, content)
    return Made(out.getvalue(), ".ofd")


STYLE = (
    "<style>table{border-collapse:collapse;width:100%}td,th{border:1px solid;font-size:9pt;"
    "padding:3px;text-align:center;font-weight:normal}td{white-space:nowrap}"
    "body{font-family:'Noto Sans CJK SC'}</style>"
)


@layout("pdf_ruled", slow=True)
def pdf_ruled(draft: Draft, rng: Random) -> Made:
    """A PDF with ruled tables over pages, printed by a browser."""
    inside = STYLE + article(draft, tables_of(draft, head_cell), rng)
    return Made(printed(inside), ".pdf")


@layout("pdf_open", slow=True)
def pdf_open(draft: Draft, rng: Random) -> Made:
    """A PDF whose tables have no rules."""
    inside = STYLE.replace("1px solid", "0") + article(draft, tables_of(draft, head_cell), rng)
    return Made(printed(inside), ".pdf")
