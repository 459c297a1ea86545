"""One page laid out: its tables as grids and the rest as lines, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.adapters.documents.layout.columns import in_columns
from gongkai.adapters.documents.layout.lattice import Box, Lattice, lattice_of
from gongkai.adapters.documents.layout.lines import rows_of, text_of
from gongkai.adapters.documents.layout.marks import Glyph, Sheet
from gongkai.adapters.documents.layout.rulings import frames_of

TOKEN_GAP = 0.08  # in heights: digits of one number stand closer than this


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text and how far down the page it lies."""

    top: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, how far down the page it lies, and the text of each cell."""

    top: float
    lattice: Lattice
    texts: dict[Box, str]


Placed = PlacedLine | PlacedTable


@dataclass(frozen=True, slots=True)
class LaidPage:
    """What one page says, in reading order."""

    height: float
    items: tuple[Placed, ...]


def lay_out(sheet: Sheet) -> LaidPage:
    """Find the tables of a page, put its glyphs into their cells and the rest into lines."""
    lattices = [found for frame in frames_of(sheet.rules) if (found := lattice_of(frame))]
    lattices.sort(key=lambda lattice: lattice.top)
    contents, loose = _sorted_out(lattices, sheet.glyphs)
    tables = [_table(lattice, cells) for lattice, cells in zip(lattices, contents, strict=True)]
    items: list[Placed] = []
    for table in [*(table for table in tables if any(table.texts.values())), None]:
        upper = [g for g in loose if table is None or (g[1] + g[3]) / 2 < table.top]
        loose = [] if table is None else [g for g in loose if (g[1] + g[3]) / 2 >= table.top]
        items.extend(_lines(upper))
        if table is not None:
            items.append(table)
    return LaidPage(sheet.height, tuple(items))


def _lines(glyphs: list[Glyph]) -> list[PlacedLine]:
    """Glyphs outside tables as lines."""
    return [
        PlacedLine(min(g[1] for g in row), max(g[3] for g in row), text_of(row))
        for row in in_columns(rows_of(glyphs))
    ]


def _sorted_out(
    lattices: Sequence[Lattice], glyphs: Iterable[Glyph]
) -> tuple[list[dict[Box, list[Glyph]]], list[Glyph]]:
    """Give every glyph to the cell that holds it; the ones outside all tables are left."""
    contents: list[dict[Box, list[Glyph]]] = [{} for _ in lattices]
    if not lattices:
        return contents, list(glyphs)
    loose: list[Glyph] = []
    top = min(lattice.top for lattice in lattices)
    for token in _tokens(glyphs):
        first = token[0]
        x, y = (first[0] + token[-1][2]) / 2, (first[1] + first[3]) / 2
        if y < top:
            loose.extend(token)
            continue
        for lattice, cells in zip(lattices, contents, strict=True):
            box = lattice.cell_at(x, y)
            if box is not None:
                cells.setdefault(box, []).extend(token)
                break
        else:
            loose.extend(token)
    return contents, loose


def _tokens(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Keep the digits of one number together, so that a number wider than its cell stays whole."""
    tokens: list[list[Glyph]] = []
    edge = -1.0  # where a digit would have to stand to belong to the number before
    for glyph in glyphs:
        if not glyph[4][0].isdecimal():
            tokens.append([glyph])
            edge = -1.0
            continue
        if abs(glyph[0] - edge) <= TOKEN_GAP * (glyph[3] - glyph[1]) and _is_level(
            tokens[-1][-1], glyph
        ):
            tokens[-1].append(glyph)
        else:
            tokens.append([glyph])
        edge = glyph[2]
    return tokens


def _is_level(before: Glyph, glyph: Glyph) -> bool:
    """Whether two glyphs stand on one base line."""
    return abs(glyph[3] - before[3]) <= (glyph[3] - glyph[1]) / 4


def _table(lattice: Lattice, contents: dict[Box, list[Glyph]]) -> PlacedTable:
    """Spell the cells of a table; the lines of a cell are parted by line breaks."""
    texts = {}
    for box in lattice.cells():
        rows = rows_of(contents.get(box, ()))
        texts[box] = "\n".join(text_of(row) for row in rows)
    return PlacedTable(lattice.top, lattice, texts)
