"""Word tables: rows and cells with the columns and rows they cover."""

from collections.abc import Callable, Iterator

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.names import VALUE, W
from gongkai.adapters.documents.marked import MOST_CELLS, WIDEST_SPAN, Spot, TooComplexError

PROPERTIES, SPAN, MERGE = f"{W}tcPr", f"{W}gridSpan", f"{W}vMerge"
WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", names.INSERTED})


def spots_of(
    table: etree._Element, text_of: Callable[[etree._Element], str]
) -> tuple[list[Spot], bool]:
    """The cells of a table; whether a span was cut short."""
    spots: list[Spot] = []
    open_above: dict[int, int] = {}  # column -> index of the cell that is being continued
    cut = False
    for row, element in enumerate(_inside(table, names.ROW)):
        column = _number(element.find(f"{W}trPr/{W}gridBefore"), 0)
        below: dict[int, int] = {}
        for cell in _inside(element, names.CELL):
            wide, merge = _spans(cell)
            cut |= wide > WIDEST_SPAN
            wide = min(max(wide, 1), WIDEST_SPAN)
            above = open_above.get(column)
            if (
                merge is not None
                and merge.get(VALUE, "continue") == "continue"
                and above is not None
            ):
                spots[above] = _longer(spots[above], row, text_of(cell))
                below[column] = above
            else:
                if merge is not None:
                    below[column] = len(spots)
                spots.append(Spot(text_of(cell), row, column, 1, wide))
            column += wide
        open_above = below
        if len(spots) > MOST_CELLS:
            raise TooComplexError
    return spots, cut


def _spans(cell: etree._Element) -> tuple[int, etree._Element | None]:
    """How many columns a cell covers, and its mark of being merged downwards."""
    wide, merge = 1, None
    for properties in cell.iterchildren(PROPERTIES):
        for item in properties:
            if item.tag == SPAN:
                wide = _number(item, 1)
            elif item.tag == MERGE:
                merge = item
    return wide, merge


def _longer(spot: Spot, row: int, text: str) -> Spot:
    """A cell that goes on in a further row; text there is rare, but is not lost."""
    joined = f"{spot.text}\n{text}".strip("\n") if text.strip() else spot.text
    return Spot(joined, spot.row, spot.column, row - spot.row + 1, spot.column_span)


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in element:
        if child.tag == tag:
            if not _is_deleted(child):
                yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _is_deleted(element: etree._Element) -> bool:
    """Whether a revision deletes a whole row."""
    return element.tag == names.ROW and element.find(f"{W}trPr/{W}del") is not None


def _number(element: etree._Element | None, usual: int) -> int:
    written = "" if element is None else element.get(VALUE, "")
    return int(written[:7]) if written.isdecimal() and written.isascii() else usual
