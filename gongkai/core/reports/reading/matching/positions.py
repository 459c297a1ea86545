"""Columns of text set with blanks: where a number stands in its line tells its column."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.core.reports.reading.cells import number_of
from gongkai.core.reports.reading.cuts import Values
from gongkai.core.reports.reading.matching.align import Assigned
from gongkai.core.reports.reading.source.atoms import Atom
from gongkai.core.reports.reading.source.lines import SourceLine

LEAST_APART, FULL_ROWS = 4.0, 3


def middle(atom: Atom, line: SourceLine) -> float:
    """Where the middle of a number stands, in half-width characters from the left."""
    before = line.text[: atom.start]
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in before)
    return len(before) + wide + len(atom.raw) / 2


@dataclass(frozen=True, slots=True)
class Rulers:
    """The columns of a table set with blanks; none where its rows do not stand in columns."""

    columns: tuple[float, ...]
    lines: Sequence[SourceLine]

    def values(self, atoms: Sequence[Atom]) -> Values | None:
        """The row by the nearest columns; None where two numbers fall into one."""
        if not self.columns or len({atom.line for atom in atoms}) != 1:
            return None
        reach = min(b - a for a, b in pairwise(self.columns)) / 2
        row: dict[int, Atom] = {}
        for atom in atoms:
            where = middle(atom, self.lines[atom.line])
            place = min(range(len(self.columns)), key=lambda i: abs(self.columns[i] - where))
            if place in row or abs(self.columns[place] - where) > reach:
                return None
            row[place] = atom
        return tuple(number_of(row[i]) if i in row else None for i in range(len(self.columns)))


def rulers(assigned: Sequence[Assigned], width: int, lines: Sequence[SourceLine]) -> Rulers:
    """Read the columns off the rows that have every number."""
    full = [
        [middle(atom, lines[atom.line]) for atom in one.atoms]
        for one in assigned
        if not one.run.divided
        and len(one.run.numbers) == len(one.atoms) == width
        and len({atom.line for atom in one.atoms}) == 1
    ]
    if len(full) < FULL_ROWS:
        return Rulers((), lines)
    columns = [sorted(column) for column in zip(*full, strict=True)]
    middles = tuple(column[len(column) // 2] for column in columns)
    apart = min(b - a for a, b in pairwise(middles))
    spread = max(column[-1] - column[0] for column in columns)
    if apart < LEAST_APART or spread > apart / 2:
        return Rulers((), lines)
    return Rulers(middles, lines)
