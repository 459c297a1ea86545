"""Which column of a grid is which column of table 3, told by its header or by its full rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.core.reports.forms import Column
from gongkai.core.reports.reading.cells import number_of
from gongkai.core.reports.reading.cuts import Values, row_adds_up
from gongkai.core.reports.reading.matching.align import Assigned
from gongkai.core.reports.reading.matching.fillers import Filler, filler_of
from gongkai.core.reports.reading.source.atoms import NUMBER, WORD, Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.text.normalise import fold, letters

TEXT, LISTED = -1, -2
"""Divided lines outside any grid, and cells that stand one to a line, are kept under these."""


@dataclass(frozen=True, slots=True)
class Places:
    """Which column of the source holds which column of the form.

    `relative` columns count from the row's last label: tables whose merged cells were lost shift
    their rows.
    """

    columns: dict[int, int]
    relative: bool = False


@dataclass(slots=True)
class ColumnOrder:
    """For each grid, the form's column that each of its columns holds."""

    columns: Sequence[Column]
    lines: Sequence[SourceLine]
    labels: dict[int, int]
    places: dict[int, Places] = field(default_factory=dict)
    fillers: dict[int, Filler] = field(default_factory=dict)

    def values(self, atoms: Sequence[Atom]) -> Values | None:
        """The row by columns; None where the columns do not tell."""
        grid = self.grid(atoms[0])
        places = self.places.get(grid)
        if places is None:
            filler = self.fillers.get(grid)
            return filler.values(atoms, len(self.columns)) if filler else None
        shift = self.labels.get(atoms[0].line, 0) if places.relative else 0
        row: dict[int, Atom] = {}
        for atom in atoms:
            place = places.columns.get(atom.column - shift) if atom.column is not None else None
            if place is None or place in row:
                if atom.kind == NUMBER:
                    return None
                continue
            row[place] = atom
        width = range(len(self.columns))
        return tuple(number_of(row[index]) if index in row else None for index in width)

    def grid(self, atom: Atom) -> int:
        """The grid an atom stands in."""
        line = self.lines[atom.line]
        if line.grid is not None:
            return line.grid
        return LISTED if line.fields is None else TEXT


def column_order(
    columns: Sequence[Column],
    atoms: Sequence[Atom],
    assigned: Sequence[Assigned],
    lines: Sequence[SourceLine],
) -> ColumnOrder:
    """Read the order of columns off the headers, where the rows bear it out."""
    order = ColumnOrder(columns, lines, _label_columns(atoms))
    rows: dict[int, list[Sequence[Atom]]] = {}
    for one in assigned:
        rows.setdefault(order.grid(one.atoms[0]), []).append(one.atoms)
    for grid, own in rows.items():
        order.fillers[grid] = filler_of(own, len(columns))
        if grid == LISTED:
            continue
        inside = [] if grid == TEXT else [a for a in atoms if order.grid(a) == grid]
        header = _header(columns, inside)
        best = _better(Places(header), _full(order, grid, own), own, order)
        if best.columns:
            order.places[grid] = best
    return order


def _label_columns(atoms: Sequence[Atom]) -> dict[int, int]:
    """For each line, the column of the last word before its first number."""
    labels: dict[int, int] = {}
    closed: set[int] = set()
    for atom in atoms:
        if atom.kind == NUMBER:
            closed.add(atom.line)
        elif atom.kind == WORD and atom.line not in closed and atom.column is not None:
            labels[atom.line] = atom.column
    return labels


def _header(columns: Sequence[Column], atoms: Sequence[Atom]) -> dict[int, int]:
    """Grid column to form column, from the header's words; empty where one is missing."""
    names = {letters(fold(column.label)): index for index, column in enumerate(columns)}
    places: dict[int, int] = {}
    for atom in atoms:
        index = names.get(atom.text) if atom.kind == WORD else None
        if index is not None and atom.column is not None and index not in places.values():
            places[atom.column] = index
    return places if len(places) == len(columns) else {}


def _full(order: ColumnOrder, grid: int, rows: Sequence[Sequence[Atom]]) -> Places:
    """The columns of the rows that have every number: fixed, or counted from the label."""
    width = len(order.columns)
    fixed: Counter[tuple[int, ...]] = Counter()
    counted: Counter[tuple[int, ...]] = Counter()
    for atoms in rows:
        own = tuple(a.column for a in atoms if a.kind == NUMBER and a.column is not None)
        if len(own) == width and len(set(own)) == width:
            shift = order.labels.get(atoms[0].line, 0)
            fixed[own] += 1
            counted[tuple(column - shift for column in own)] += 1
    if not fixed:
        return Places({})
    by_place, by_label = (
        Places(_numbered(seen.most_common(1)[0][0]), relative)
        for seen, relative in ((fixed, False), (counted, True))
    )
    # Lines of text have no columns of their own; a grid has, unless its merged cells were lost.
    if grid == TEXT or _fitting(order, by_label, rows) > _fitting(order, by_place, rows):
        return by_label
    return by_place


def _numbered(columns: Sequence[int]) -> dict[int, int]:
    return {column: index for index, column in enumerate(columns)}


def _fitting(order: ColumnOrder, places: Places, rows: Sequence[Sequence[Atom]]) -> int:
    """How many rows have all their numbers in these columns."""
    fitting = 0
    for atoms in rows:
        shift = order.labels.get(atoms[0].line, 0) if places.relative else 0
        own = [a.column - shift for a in atoms if a.kind == NUMBER and a.column is not None]
        fitting += all(column in places.columns for column in own)
    return fitting


def _better(
    header: Places, full: Places, rows: Sequence[Sequence[Atom]], order: ColumnOrder
) -> Places:
    """The reading of the columns under which more rows add up; the header where both do."""
    if not header.columns or not full.columns or header == full:
        return header if header.columns else full
    grid = order.grid(rows[0][0])
    scores = []
    for places in header, full:
        trial = ColumnOrder(order.columns, order.lines, order.labels, {grid: places})
        values = [trial.values(atoms) for atoms in rows]
        scores.append(sum(v is not None and row_adds_up(v) for v in values))
    return full if scores[1] > scores[0] else header
