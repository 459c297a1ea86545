"""Tables of a page: which are data and which are layout, and the cells of the former."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import cast

from lxml import etree

from gongkai.adapters.documents.html.parsing import Element
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
LONG_CELLS = etree.XPath(f"descendant::*[self::td or self::th][string-length() >= {LAYOUT_TEXT}]")

Row = list[Element]


def is_layout(table: Element) -> bool:
    """Whether a table only arranges the page: it holds other tables, or a column of paragraphs."""
    if any(_is_real(inner) for inner in table.iterdescendants("table")):
        return True
    return _has_paragraphs(table) and any(map(_has_paragraphs, _long_cells(table)))


def _is_real(table: Element) -> bool:
    """Whether a table has more than one cell."""
    return len(list(table.iterdescendants("td", "th"))) > 1


def _long_cells(table: Element) -> list[Element]:
    """The cells that hold more than one would write into a table."""
    return cast("list[Element]", LONG_CELLS(table))


def _has_paragraphs(element: Element) -> bool:
    """Whether there are several paragraphs anywhere below an element."""
    paragraphs = element.iterdescendants("p", "div", "h1", "h2", "h3")
    return next(islice(paragraphs, LAYOUT_PARAGRAPHS - 1, None), None) is not None


def spots_of(table: Element, text_of: Callable[[Element], str]) -> tuple[list[Spot], bool]:
    """The cells of a table with the rows and columns they cover; whether a span was cut short."""
    spots: list[Spot] = []
    taken: dict[int, int] = {}  # column -> first row in which it is free again
    cut = False
    row = 0
    for section in _sections(table):
        end = row + len(section)
        for cells in section:
            column = 0
            for cell in cells:
                while taken.get(column, 0) > row:
                    column += 1
                wide, high, shortened = _spans(cell, end - row)
                cut |= shortened
                spots.append(Spot(text_of(cell), row, column, high, wide))
                if high > 1 or wide > 1:
                    taken.update(dict.fromkeys(range(column, column + wide), row + high))
                column += wide
            row += 1
            if len(spots) > MOST_CELLS or column > MOST_COLUMNS:
                raise TooComplexError
    return spots, cut


def _spans(cell: Element, rows_left: int) -> tuple[int, int, bool]:
    """How many columns and rows a cell covers, and whether it says more than there may be."""
    across, down = cell.get("colspan"), cell.get("rowspan")
    if across is None and down is None:
        return 1, 1, False
    wide = 1 if across is None else max(_number(across), 1)
    high = 1 if down is None else _number(down)
    cut = wide > WIDEST_SPAN or high > rows_left
    return min(wide, WIDEST_SPAN), min(high or rows_left, rows_left), cut


def _number(written: str) -> int:
    """A span as written; 1 where it is no number, 0 where it goes on to the end."""
    written = written.strip()
    return int(written[:7]) if written.isdecimal() and written.isascii() else 1


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
        return [_cells(child)]
    if child.tag in CELLS:
        if before and before[-1] and before[-1][-1].getparent() is child.getparent():
            before[-1].append(child)
            return []
        return [[child]]
    return list(_rows(child)) if child.tag not in CONTENT else []


def _cells(row: Element) -> Row:
    """The cells of a row, also those inside a form or a font."""
    found: Row = []
    for child in row:
        tag = child.tag
        if tag in CELLS:
            found.append(child)
        elif tag not in CONTENT:
            found += child.iterchildren("td", "th")
    return found
