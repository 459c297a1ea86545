"""Cells from a frame: the smallest boxes between rules, joined where no rule parts them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import NamedTuple

from gongkai.adapters.documents.layout.rulings import SAME, Frame, Stroke

Spot = tuple[int, int]  # row and column
FEWEST_CELLS = 2  # a frame around one text is no table


class Box(NamedTuple):
    """A cell as the rules draw it: position and extent in rows and columns."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Walls:
    """Which sides of the smallest boxes are ruled."""

    rows: int
    columns: int
    below: set[Spot]  # number of the level, number of the column
    beside: set[Spot]  # number of the upright, number of the row

    def open_from(self, spot: Spot) -> list[Spot]:
        """The neighbours of a smallest box that no rule parts from it."""
        row, column = spot
        free = []
        if row + 1 < self.rows and (row + 1, column) not in self.below:
            free.append((row + 1, column))
        if row > 0 and (row, column) not in self.below:
            free.append((row - 1, column))
        if column + 1 < self.columns and (column + 1, row) not in self.beside:
            free.append((row, column + 1))
        if column > 0 and (column, row) not in self.beside:
            free.append((row, column - 1))
        return free


@dataclass(frozen=True, slots=True)
class Lattice:
    """Where the rows and columns of one table lie, and the cell that owns each smallest box."""

    edges_across: tuple[float, ...]
    edges_down: tuple[float, ...]
    owners: dict[Spot, Box]

    @property
    def rows(self) -> int:
        """How many rows the rules cut."""
        return len(self.edges_down) - 1

    @property
    def columns(self) -> int:
        """How many columns the rules cut."""
        return len(self.edges_across) - 1

    @property
    def top(self) -> float:
        """The upper edge of the table."""
        return self.edges_down[0]

    def cell_at(self, x: float, y: float) -> Box | None:
        """The cell at a point, or none outside the table."""
        column = bisect_right(self.edges_across, x) - 1
        row = bisect_right(self.edges_down, y) - 1
        return self.owners.get((row, column))

    def cells(self) -> list[Box]:
        """All cells, row by row."""
        return sorted(set(self.owners.values()))


def lattice_of(frame: Frame) -> Lattice | None:
    """Cut one frame into cells; none where the rules enclose fewer than two."""
    columns = _edges(frame.down, frame.across)
    rows = _edges(frame.across, frame.down)
    below = _walls(frame.across, rows, columns)
    beside = _walls(frame.down, columns, rows)

    owners = _cells(Walls(len(rows) - 1, len(columns) - 1, below, beside))
    if len(set(owners.values())) < FEWEST_CELLS:
        return None
    return Lattice(tuple(columns), tuple(rows), owners)


def _edges(strokes: list[Stroke], others: list[Stroke]) -> list[float]:
    """Where the strokes cut; the far ends of the others cut too, for tables without outer rules."""
    edges = sorted({stroke.at for stroke in strokes})
    first = min(stroke.start for stroke in others)
    last = max(stroke.end for stroke in others)
    if first < edges[0] - 2 * SAME:
        edges.insert(0, first)
    if last > edges[-1] + 2 * SAME:
        edges.append(last)
    return edges


def _walls(strokes: list[Stroke], levels: list[float], stops: list[float]) -> set[Spot]:
    """Which stretches between two stops are ruled, by number of level and of stretch."""
    number = {level: index for index, level in enumerate(levels)}
    middles = [(start + end) / 2 for start, end in pairwise(stops)]
    walls: set[Spot] = set()
    for stroke in strokes:
        ruled = range(bisect_left(middles, stroke.start), bisect_right(middles, stroke.end))
        walls.update(zip(repeat(number[stroke.at]), ruled, strict=False))
    return walls


def _cells(walls: Walls) -> dict[Spot, Box]:
    """Flood the smallest boxes across missing walls; each flooded patch is a cell."""
    owners: dict[Spot, Box] = {}
    for row in range(walls.rows):
        for column in range(walls.columns):
            spot = row, column
            if spot in owners:
                continue
            if (row + 1, column) in walls.below and (column + 1, row) in walls.beside:
                owners[spot] = Box(row, column)
                continue
            patch = {spot}
            waiting = [spot]
            while waiting:
                free = [near for near in walls.open_from(waiting.pop()) if near not in patch]
                patch.update(free)
                waiting.extend(free)
            _own(patch, owners)
    return owners


def _own(patch: set[Spot], owners: dict[Spot, Box]) -> None:
    """Record a patch as one cell, or as one per row where it is no rectangle."""
    rows = [row for row, _ in patch]
    columns = [column for _, column in patch]
    high, wide = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if high * wide == len(patch):
        whole = Box(min(rows), min(columns), high, wide)
        owners.update(dict.fromkeys(patch, whole))
        return
    for row in sorted(set(rows)):
        run: list[int] = []
        for column in sorted(c for r, c in patch if r == row):
            if run and column != run[-1] + 1:
                owners.update({(row, c): Box(row, run[0], 1, len(run)) for c in run})
                run = []
            run.append(column)
        owners.update({(row, c): Box(row, run[0], 1, len(run)) for c in run})
