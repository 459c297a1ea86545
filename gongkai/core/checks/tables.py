"""Tables in a text: cells parted by tabs, rows by line ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, or a line without cells: its words without spaces around, and where they stand."""

    words: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow one another."""

    rows: tuple[Row, ...]

    def below(self, row: int, column: int) -> Iterator[Cell]:
        """The cells under one, from its row to the end."""
        for cells in self.rows[row + 1 :]:
            if column < len(cells):
                yield cells[column]


def rows_of(plain: str) -> Iterator[Row]:
    """Every line as its cells."""
    place = 0
    for line in plain.split("\n"):
        yield tuple(_cells(line, place))
        place += len(line) + 1


def _cells(line: str, place: int) -> Iterator[Cell]:
    for raw in line.split("\t"):
        words = raw.strip()
        yield Cell(words, place + (raw.index(words[0]) if words else 0))
        place += len(raw) + 1


def tables_of(rows: Iterable[Row]) -> Iterator[Table]:
    """Rows of several cells that follow one another; a row of one cell joins what surrounds it."""
    gathered = list[Row]()
    wide = False
    for row in rows:
        if not any(cell.words for cell in row):
            if wide:
                yield Table(tuple(gathered))
            gathered, wide = [], False
            continue
        gathered.append(row)
        wide = wide or len(row) > 1
    if wide:
        yield Table(tuple(gathered))
