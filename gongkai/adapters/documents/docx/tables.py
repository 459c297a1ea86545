"""Word tables: rows and cells with the columns and rows they cover."""

from collections.abc import Callable

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.names import VALUE, W
from gongkai.adapters.documents.marked import MOST_CELLS, WIDEST_SPAN, Spot, TooComplexError

PROPERTIES, SPAN, MERGE = f"{W}tcPr", f"{W}gridSpan", f"{W}vMerge"
BEFORE, DELETION = f"{W}trPr/{W}gridBefore", f"{W}trPr/{W}del"
CONTINUED = "continue"
WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", names.INSERTED})


def spots_of(
    table: etree._Element, text_of: Callable[[etree._Element], str]
) -> tuple[list[Spot], bool]:
    """The cells of a table; whether a span was cut short."""
    spots: list[Spot] = []
    open_above: dict[int, int] = {}  # column -> index of the cell that is being continued
    cut = False
    spans, merges = _marks(table)
    for row, element in enumerate(_rows(table)):
        column = _number(element.find(BEFORE), 0)
        below: dict[int, int] = {}
        for cell in _inside(element, names.CELL):
            wide, merge = spans.get(cell, 1), merges.get(cell)
            if wide > WIDEST_SPAN:
                wide, cut = WIDEST_SPAN, True
            if merge == CONTINUED and column in open_above:
                above = below[column] = open_above[column]
                spots[above] = _longer(spots[above], row, text_of(cell))
            else:
                if merge is not None:
                    below[column] = len(spots)
                spots.append(Spot(text_of(cell), row, column, 1, wide))
            column += wide
        open_above = below
        if len(spots) > MOST_CELLS:
            raise TooComplexError
    return spots, cut


def _marks(table: etree._Element) -> tuple[dict[etree._Element, int], dict[etree._Element, str]]:
    """How many columns cells cover, and their marks of being merged downwards; most have none."""
    spans: dict[etree._Element, int] = {}
    merges: dict[etree._Element, str] = {}
    for mark in table.iter(SPAN, MERGE):
        properties = mark.getparent()
        cell = None if properties is None else properties.getparent()
        if properties is None or cell is None or properties.tag != PROPERTIES:
            continue
        if mark.tag == SPAN:
            spans[cell] = max(_number(mark, 1), 1)
        else:
            merges[cell] = mark.get(VALUE, CONTINUED)
    return spans, merges


def _longer(spot: Spot, row: int, text: str) -> Spot:
    """A cell that goes on in a further row; text there is rare, but is not lost."""
    joined = f"{spot.text}\n{text}".strip("\n") if text.strip() else spot.text
    return Spot(joined, spot.row, spot.column, row - spot.row + 1, spot.column_span)


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table that no revision deletes."""
    return [row for row in _inside(table, names.ROW) if row.find(DELETION) is None]


def _inside(element: etree._Element, wanted: str) -> list[etree._Element]:
    """Rows or cells, also those inside content controls."""
    found = []
    for child in element:
        tag = child.tag
        if tag == wanted:
            found.append(child)
        elif tag in WRAPPERS:
            found += _inside(child, wanted)
    return found


def _number(element: etree._Element | None, usual: int) -> int:
    written = "" if element is None else element.get(VALUE, "")
    return int(written[:7]) if written.isdecimal() and written.isascii() else usual
