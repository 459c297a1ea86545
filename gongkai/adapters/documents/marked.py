"""Tables that the source marks up cell by cell (web pages, Word): from cells to blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gongkai.core.ports.documents import Block, Grid, GridCell, Place, TextLine

WIDEST_SPAN = 100
MOST_COLUMNS = 1000
MOST_CELLS = 200_000
PROSE = 60  # characters with a full stop: a paragraph, not a cell
FULL_STOP = "。"


class TooComplexError(Exception):
    """A table is larger than any that a report could have."""


class Spot(NamedTuple):
    """A cell with its text and the rows and columns it covers."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Blocks:
    """Blocks in the making: lines are counted from 1, a row of a grid as one line."""

    def __init__(self) -> None:
        self.kept: list[Block] = []
        self._line = 0

    def add_line(self, text: str) -> None:
        """Add one line of text."""
        self._line += 1
        self.kept.append(TextLine(text, Place(line=self._line)))

    def add_table(self, spots: Sequence[Spot]) -> None:
        """Add a table; rows that are a whole paragraph part it into several grids."""
        table = compressed(spots)
        if not table:
            return
        columns = max(spot.column + spot.column_span for spot in table)
        run: list[Spot] = []
        for row in _rows(table):
            if columns > 1 and not _is_paragraph(row, columns):
                run.extend(row)
                continue
            self._add_grid(run)
            run = []
            for spot in row:
                for text in filter(None, spot.text.split("\n")):
                    self.add_line(text)
        self._add_grid(run)

    def add_all(self, blocks: Iterable[Block]) -> None:
        """Add blocks that were read apart, counting their lines on from here."""
        for block in blocks:
            if isinstance(block, TextLine):
                self.add_line(block.text)
                continue
            first = self._line + 1
            cells = tuple(replace(c, place=Place(line=first + c.row)) for c in block.cells)
            self.kept.append(replace(block, cells=cells, place=Place(line=first)))
            self._line += block.rows

    def _add_grid(self, spots: list[Spot]) -> None:
        """Add the rows gathered so far as one grid."""
        if not any(spot.text for spot in spots):
            return
        table = compressed(spots)
        rows = max(spot.row for spot in table) + 1
        first = self._line + 1
        cells = tuple(
            GridCell(
                s.text,
                s.row,
                s.column,
                min(s.row_span, rows - s.row),
                s.column_span,
                Place(line=first + s.row),
            )
            for s in table
        )
        columns = max(spot.column + spot.column_span for spot in table)
        self._line += rows
        self.kept.append(Grid(cells, rows, columns, Place(line=first)))


def compressed(spots: Sequence[Spot]) -> list[Spot]:
    """Drop the rows and columns in which no cell begins, so that positions are logical ones."""
    rows = _numbers(spot.row for spot in spots)
    columns = _numbers(spot.column for spot in spots)
    if _are_logical(spots, rows, columns):
        return list(spots)
    return [
        Spot(
            spot.text,
            rows[spot.row],
            columns[spot.column],
            _begun(rows, spot.row, spot.row_span),
            _begun(columns, spot.column, spot.column_span),
        )
        for spot in spots
    ]


def _are_logical(spots: Sequence[Spot], rows: dict[int, int], columns: dict[int, int]) -> bool:
    """Whether cells begin in every row and column, and none reaches beyond."""
    high, wide = len(rows), len(columns)
    if max(rows, default=-1) != high - 1 or max(columns, default=-1) != wide - 1:
        return False
    return all(s[1] + s[3] <= high and s[2] + s[4] <= wide for s in spots)


def _numbers(starts: Iterable[int]) -> dict[int, int]:
    """New numbers for the places where cells begin."""
    return {start: number for number, start in enumerate(sorted(set(starts)))}


def _begun(numbers: dict[int, int], start: int, span: int) -> int:
    """How many beginnings a span covers."""
    if span == 1:
        return 1
    return sum(1 for place in numbers if start <= place < start + span)


def _rows(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """The cells row by row, each row from the left."""
    row: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.row, spot.column)):
        if row and spot.row != row[0].row:
            yield row
            row = []
        row.append(spot)
    if row:
        yield row


def _is_paragraph(row: Sequence[Spot], columns: int) -> bool:
    """Whether a row is one cell across the table that holds sentences."""
    if len(row) != 1 or row[0].row_span > 1 or row[0].column_span < columns:
        return False
    return len(row[0].text) >= PROSE and FULL_STOP in row[0].text
