"""Tables that the source marks up cell by cell (web pages, Word): from cells to blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from gongkai.core.ports.documents import Block, Grid, GridCell, Place, TextLine

WIDEST_SPAN = 100
MOST_COLUMNS = 1000
MOST_CELLS = 200_000
PROSE = 60  # characters with a full stop: a paragraph, not a cell
FULL_STOP = "。"
TEXT, ROW, COLUMN, POSITION = itemgetter(0), itemgetter(1), itemgetter(2), itemgetter(1, 2)


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
        table = sorted(compressed(spots), key=POSITION)
        if not table:
            return
        columns = _width(table)
        if columns > 1 and not any(_is_paragraph(spot, columns) for spot in table):
            self._add_grid(table)
            return
        run: list[Spot] = []
        for _, group in groupby(table, key=ROW):
            row = list(group)
            if columns > 1 and not (len(row) == 1 and _is_paragraph(row[0], columns)):
                run.extend(row)
                continue
            self._add_grid(compressed(run))
            run = []
            for spot in row:
                for text in filter(None, spot.text.split("\n")):
                    self.add_line(text)
        self._add_grid(compressed(run))

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

    def _add_grid(self, table: list[Spot]) -> None:
        """Add the rows gathered so far as one grid."""
        if not any(map(TEXT, table)):
            return
        rows = max(map(ROW, table)) + 1
        columns = _width(table)
        places = [Place(line=self._line + number) for number in range(1, rows + 1)]
        cells = tuple(
            [
                GridCell(
                    text, row, column, high if row + high <= rows else rows - row, wide, places[row]
                )
                for text, row, column, high, wide in table
            ]
        )
        self._line += rows
        self.kept.append(Grid(cells, rows, columns, places[0]))


def _width(table: Sequence[Spot]) -> int:
    """How many columns a table has."""
    return max([column + wide for _, _, column, _, wide in table])


def compressed(spots: Sequence[Spot]) -> list[Spot]:
    """Drop the rows and columns in which no cell begins, so that positions are logical ones."""
    rows, columns = set(map(ROW, spots)), set(map(COLUMN, spots))
    if _are_logical(spots, rows, columns):
        return list(spots)
    row_numbers, column_numbers = _numbers(rows), _numbers(columns)
    return [
        Spot(
            spot.text,
            row_numbers[spot.row],
            column_numbers[spot.column],
            _begun(rows, spot.row, spot.row_span),
            _begun(columns, spot.column, spot.column_span),
        )
        for spot in spots
    ]


def _are_logical(spots: Sequence[Spot], rows: set[int], columns: set[int]) -> bool:
    """Whether cells begin in every row and column, and none reaches beyond."""
    high, wide = len(rows), len(columns)
    if max(rows, default=-1) != high - 1 or max(columns, default=-1) != wide - 1:
        return False
    return all(
        row + down <= high and column + across <= wide for _, row, column, down, across in spots
    )


def _numbers(starts: set[int]) -> dict[int, int]:
    """New numbers for the places where cells begin."""
    return {start: number for number, start in enumerate(sorted(starts))}


def _begun(starts: set[int], start: int, span: int) -> int:
    """How many beginnings a span covers."""
    if span == 1:
        return 1
    return sum(1 for place in starts if start <= place < start + span)


def _is_paragraph(spot: Spot, columns: int) -> bool:
    """Whether a cell goes across the whole table and holds sentences."""
    text, _, _, high, wide = spot
    return wide >= columns and high <= 1 and len(text) >= PROSE and FULL_STOP in text
