"""One page laid out: its tables as grids and the rest as lines, in reading order."""

from dataclasses import dataclass

from gongkai.adapters.documents.layout.columns import in_columns
from gongkai.adapters.documents.layout.filing import Filing
from gongkai.adapters.documents.layout.lattice import Box, Lattice, lattice_of
from gongkai.adapters.documents.layout.lines import Run, rows_of, runs_of, text_of
from gongkai.adapters.documents.layout.marks import Sheet
from gongkai.adapters.documents.layout.rulings import frames_of
from gongkai.adapters.documents.layout.slots import spelled


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
    filing = Filing(lattices, runs_of(sheet.glyphs))
    tables = [_table(one, cells) for one, cells in zip(lattices, filing.contents, strict=True)]
    loose = filing.loose
    items: list[Placed] = []
    for table in tables:
        if any(table.texts.values()):
            items.extend(_lines([run for run in loose if run[0].middle < table.top]))
            items.append(table)
            loose = [run for run in loose if run[0].middle >= table.top]
    items.extend(_lines(loose))
    return LaidPage(sheet.height, tuple(items))


def _lines(runs: list[Run]) -> list[PlacedLine]:
    """Runs outside tables as lines."""
    rows = in_columns(rows_of(runs))
    return [
        PlacedLine(min([g[1] for g in row]), max([g[3] for g in row]), text)
        for row, text in zip(rows, spelled(rows), strict=True)
    ]


def _table(lattice: Lattice, contents: dict[Box, list[Run]]) -> PlacedTable:
    """Spell the cells of a table; the lines of a cell are parted by line breaks."""
    texts = {}
    for box in lattice.cells():
        rows = rows_of(contents.get(box, ()))
        texts[box] = "\n".join([text_of(row) for row in rows])
    return PlacedTable(lattice.top, lattice, texts)
