"""Tables of a page: which are data and which are layout, and the cells of the former."""

from collections.abc import Callable, Iterator

from gongkai.adapters.documents.html.parsing import Element, words_of
from gongkai.adapters.documents.marked import (
    MOST_CELLS,
    MOST_COLUMNS,
    WIDEST_SPAN,
    Spot,
    TooComplexError,
)

SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}
CELLS = frozenset({"td", "th"})
CONTENT = frozenset({"table", "caption", "colgroup", "col"})
LAYOUT_PARAGRAPHS = 3
LAYOUT_TEXT = 240

Row = list[Element]


def is_layout(table: Element) -> bool:
    """Whether a table only arranges the page: it holds other tables, or a column of paragraphs."""
    if any(_is_real(inner) for inner in table.iterdescendants("table")):
        return True
    return any(_is_prose(cell) for cell in table.iterdescendants("td", "th"))


def _is_real(table: Element) -> bool:
    """Whether a table has more than one cell."""
    return len(list(table.iterdescendants("td", "th"))) > 1


def _is_prose(cell: Element) -> bool:
    """Whether a cell holds several paragraphs."""
    if len(cell) == 0:
        return False
    paragraphs = sum(1 for _ in cell.iterdescendants("p", "div", "h1", "h2", "h3"))
    return paragraphs >= LAYOUT_PARAGRAPHS and len(words_of(cell)) >= LAYOUT_TEXT


def spots_of(table: Element, text_of: Callable[[Element], str]) -> tuple[list[Spot], bool]:
    """The cells of a table with the rows and columns they cover; whether a span was cut short."""
    spots: list[Spot] = []
    taken: dict[int, int] = {}
    cut = False
    row = 0
    for section in _sections(table):
        end = row + len(section)
        for cells in section:
            column = 0
            for cell in cells:
                while taken.get(column, 0) > row:
                    column += 1
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                cut |= wide > WIDEST_SPAN or high > end - row
                wide, high = min(wide, WIDEST_SPAN), min(high or end - row, end - row)
                spots.append(Spot(text_of(cell), row, column, high, wide))
                taken.update(dict.fromkeys(range(column, column + wide), row + high))
                column += wide
            row += 1
            if len(spots) > MOST_CELLS or len(taken) > MOST_COLUMNS:
                raise TooComplexError
    return spots, cut


def _span(cell: Element, name: str) -> int:
    """A span as written; 1 where it is no number, 0 where it goes on to the end."""
    written = cell.get(name)
    if written is None:
        return 1
    written = written.strip()
    number = int(written[:7]) if written.isdecimal() and written.isascii() else 1
    return number if name == "rowspan" else max(number, 1)


def _sections(table: Element) -> list[list[Row]]:
    """The rows of a table by section: head first and foot last, wherever they are written."""
    sections: list[tuple[int, list[Row]]] = []
    bare: list[Row] | None = None
    for child in table:
        if child.tag in SECTIONS:
            sections.append((SECTIONS[str(child.tag)], list(_rows(child))))
            bare = None
        elif child.tag not in CONTENT:
            if bare is None:
                bare = []
                sections.append((1, bare))
            bare.extend(_rows_at(child, bare))
    return [rows for _, rows in sorted(sections, key=lambda section: section[0])]


def _rows(section: Element) -> Iterator[Row]:
    """The rows of one section."""
    rows: list[Row] = []
    for child in section:
        rows.extend(_rows_at(child, rows))
    return iter(rows)


def _rows_at(child: Element, before: list[Row]) -> list[Row]:
    """The rows that one child of a section stands for; a bare cell continues the row before."""
    if child.tag == "tr":
        return [[cell for cell in _unwrapped(child) if cell.tag in CELLS]]
    if child.tag in CELLS:
        if before and before[-1] and before[-1][-1].getparent() is child.getparent():
            before[-1].append(child)
            return []
        return [[child]]
    return list(_rows(child)) if child.tag not in CONTENT else []


def _unwrapped(row: Element) -> Iterator[Element]:
    """The cells of a row, also those inside a form or a font."""
    for child in row:
        if child.tag in CELLS or child.tag in CONTENT:
            yield child
        else:
            yield from child.iterchildren("td", "th")
