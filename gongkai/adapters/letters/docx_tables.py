"""Forms in a DOCX, built from elements: merged cells, repeated heads, rows that stay whole."""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from gongkai.adapters.letters import measures, words
from gongkai.core.ports import CellKind, FormCell, FormRow, FormTable, Signature

TWIPS = 20
EIGHTHS = 8  # of a point, the unit of borders
HALVES = 2  # of a point, the unit of sizes
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
CENTRE, LEFT, RIGHT = "center", "left", "right"


def add_table(document: Document, table: FormTable) -> None:
    """Add a form at the end of the document."""
    _Form(table).add_to(document)


class _Form:
    """One form while it is built."""

    def __init__(self, table: FormTable) -> None:
        self.table = table
        self.size = measures.FIFTH_PT if table.small else measures.FOURTH_PT
        whole = round(measures.TEXT_WIDTH_PT * TWIPS)
        self.widths = [whole * width // sum(table.widths) for width in table.widths]
        self.going: dict[int, tuple[FormCell, int]] = {}  # cells from above: column, rows left

    def add_to(self, document: Document) -> None:
        """Build the element and put it before the section's properties."""
        element = _made("w:tbl")
        element.append(self._properties())
        grid = _made("w:tblGrid")
        for width in self.widths:
            grid.append(_made("w:gridCol", w=width))
        element.append(grid)
        rows = zip(self.table.rows, self.table.places(), strict=True)
        for number, (row, places) in enumerate(rows):
            element.append(self._row(row, places, head=number < self.table.heads))
        document.element.body.insert_element_before(element, "w:sectPr")

    def _properties(self) -> etree._Element:
        properties = _made("w:tblPr")
        properties.append(_made("w:tblW", w=sum(self.widths), type="dxa"))
        padding = round(measures.CELL_PADDING_PT * TWIPS)
        properties.append(_made("w:tblInd", w=padding, type="dxa"))
        borders = _made("w:tblBorders")
        thick = round(measures.RULE_PT * EIGHTHS)
        for side in SIDES:
            borders.append(_made(f"w:{side}", val="single", sz=thick, space=0, color="000000"))
        properties.append(borders)
        properties.append(_made("w:tblLayout", type="fixed"))
        margins = _made("w:tblCellMar")
        for side in ("top", "left", "bottom", "right"):
            margins.append(_made(f"w:{side}", w=padding, type="dxa"))
        properties.append(margins)
        return properties

    def _row(self, row: FormRow, places: tuple[int, ...], *, head: bool) -> etree._Element:
        element = _made("w:tr")
        properties = _made("w:trPr")
        if words.is_short(row):
            properties.append(_made("w:cantSplit"))
        if head:
            properties.append(_made("w:tblHeader"))
        element.append(properties)
        for _, cell in sorted(self._cells(row, places), key=lambda pair: pair[0]):
            element.append(cell)
        return element

    def _cells(self, row: FormRow, places: tuple[int, ...]) -> list[tuple[int, etree._Element]]:
        """The cells of a row, those that go on from above included."""
        made = []
        for column, (cell, left) in list(self.going.items()):
            made.append((column, self._cell(column, cell, [_made("w:p")], merge="continue")))
            self._go_on(column, cell, left)
        for cell, column in zip(_row_cells(row, len(self.widths)), places, strict=True):
            merge = "restart" if cell.rows > 1 else ""
            signature = row if isinstance(row, Signature) and column else None
            made.append((column, self._cell(column, cell, self._texts(cell, signature), merge)))
            self._go_on(column, cell, cell.rows)
        return made

    def _go_on(self, column: int, cell: FormCell, rows: int) -> None:
        self.going.pop(column, None)
        if rows > 1:
            self.going[column] = (cell, rows - 1)

    def _cell(
        self, column: int, cell: FormCell, texts: list[etree._Element], merge: str
    ) -> etree._Element:
        element = _made("w:tc")
        properties = _made("w:tcPr")
        width = sum(self.widths[column : column + cell.columns])
        properties.append(_made("w:tcW", w=width, type="dxa"))
        if cell.columns > 1:
            properties.append(_made("w:gridSpan", val=cell.columns))
        if merge:
            properties.append(_made("w:vMerge", val=merge))
        properties.append(_made("w:vAlign", val="center"))
        element.append(properties)
        element.extend(texts)
        return element

    def _texts(self, cell: FormCell, signature: Signature | None) -> list[etree._Element]:
        side = LEFT if cell.kind is CellKind.VALUE else CENTRE
        texts = [self._paragraph(line, side) for line in words.lines(cell.text)]
        if signature is None:
            return texts
        room = round(measures.SIGNATURE_PT / measures.TABLE_LINES[self.size])
        texts += [self._paragraph("", side) for _ in range(room - len(texts))]
        return [*texts, self._paragraph(words.signed(signature), RIGHT)]

    def _paragraph(self, text: str, side: str) -> etree._Element:
        element = _made("w:p")
        properties = _made("w:pPr")
        properties.append(_made("w:snapToGrid", val=0))
        line = round(measures.TABLE_LINES[self.size] * TWIPS)
        properties.append(_made("w:spacing", line=line, lineRule="exact"))
        properties.append(_made("w:jc", val=side))
        element.append(properties)
        run = _made("w:r")
        look = _made("w:rPr")
        look.append(_made("w:spacing", val=0))
        look.append(_made("w:sz", val=round(self.size * HALVES)))
        run.append(look)
        content = _made("w:t")
        content.text = text
        content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(content)
        element.append(run)
        return element


def _row_cells(row: FormRow, columns: int) -> tuple[FormCell, ...]:
    """The cells that a row brings itself."""
    if isinstance(row, Signature):
        label = FormCell(row.label, CellKind.LABEL)
        return (label, FormCell(row.opinion, columns=columns - 1))
    return row


def _made(name: str, **attributes: object) -> etree._Element:
    """An element of WordprocessingML."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
