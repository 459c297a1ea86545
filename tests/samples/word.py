"""Word documents, written part by part."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.samples.statutory import COLUMNS, Cell

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def document(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """A document with this body and further parts."""
    declaration = "<?xml version='1.0' encoding='UTF-8'?>"
    main = f"{declaration}<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return packed({"_rels/.rels": RELATIONS, "word/document.xml": main, **(parts or {})})


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, tag: str = "t") -> str:
    """A run of text."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a numbered list."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:numPr>{place}</w:numPr>")


def numbering(levels: list[tuple[str, str]]) -> str:
    """A list whose levels have these forms and patterns."""
    written = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (form, pattern) in enumerate(levels)
    )
    return (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )


def table(cells: list[Cell]) -> str:
    """A table; cells that reach down go on as cells marked so, as Word writes them."""
    rows = range(max(cell.row + cell.row_span for cell in cells))
    columns = max((cell.column + cell.column_span for cell in cells), default=COLUMNS)
    covers = {
        (row, column): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    written = []
    for row in rows:
        held = [(column, covers.get((row, column))) for column in range(columns)]
        starts = [cell for column, cell in held if cell and cell.column == column]
        written.append(f"<w:tr>{''.join(_cell(cell, row) for cell in starts)}</w:tr>")
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def _cell(cell: Cell, row: int) -> str:
    merged = cell.row_span > 1
    first = row == cell.row
    opening = "<w:vMerge w:val='restart'/>" if first else "<w:vMerge/>"
    mark = opening if merged else ""
    properties = f'<w:tcPr><w:gridSpan w:val="{cell.column_span}"/>{mark}</w:tcPr>'
    return f"<w:tc>{properties}{paragraph(cell.text if first else '')}</w:tc>"


def simple_table(rows: list[list[str]]) -> str:
    """A table without merged cells."""
    return table([Cell(t, r, c) for r, texts in enumerate(rows) for c, t in enumerate(texts)])


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
