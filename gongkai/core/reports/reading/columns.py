"""Which column of a grid is which column of table 3, told by its header or by its full rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.core.reports.forms import Column
from gongkai.core.reports.reading.align import Assigned
from gongkai.core.reports.reading.atoms import NUMBER, WORD, Atom, SourceLine
from gongkai.core.reports.reading.cells import number_of
from gongkai.core.reports.reading.cuts import Values, row_adds_up
from gongkai.core.reports.text.normalise import letters


@dataclass(slots=True)
class ColumnOrder:
    """For each grid, the form's column that each grid column holds."""

    columns: Sequence[Column]
    lines: Sequence[SourceLine]
    places: dict[int, dict[int, int]] = field(default_factory=dict)

    def values(self, atoms: Sequence[Atom]) -> Values | None:
        """The row by columns; None where the columns do not tell."""
        grid = self.lines[atoms[0].line].grid
        places = self.places.get(grid) if grid is not None else None
        if places is None:
            return None
        row: dict[int, Atom] = {}
        for atom in atoms:
            place = places.get(atom.column) if atom.column is not None else None
            if place is None or place in row:
                if atom.kind == NUMBER:
                    return None
                continue
            row[place] = atom
        return tuple(
            number_of(row[index]) if index in row else None for index in range(len(self.columns))
        )


def column_order(
    columns: Sequence[Column],
    atoms: Sequence[Atom],
    assigned: Sequence[Assigned],
    lines: Sequence[SourceLine],
) -> ColumnOrder:
    """Read the order of columns off the headers, where the rows bear it out."""
    order = ColumnOrder(columns, lines)
    rows: dict[int, list[Sequence[Atom]]] = {}
    for one in assigned:
        grid = lines[one.atoms[0].line].grid
        if grid is not None:
            rows.setdefault(grid, []).append(one.atoms)
    for grid, own in rows.items():
        header = _header(columns, [a for a in atoms if lines[a.line].grid == grid])
        full = _full(len(columns), own)
        order.places[grid] = _better(header, full, own, order)
    order.places = {grid: places for grid, places in order.places.items() if places}
    return order


def _header(columns: Sequence[Column], atoms: Sequence[Atom]) -> dict[int, int]:
    """Grid column to form column, from the header's words; empty where one is missing."""
    names = {letters(column.label): index for index, column in enumerate(columns)}
    places: dict[int, int] = {}
    for atom in atoms:
        index = names.get(atom.text) if atom.kind == WORD else None
        if index is not None and atom.column is not None and index not in places.values():
            places[atom.column] = index
    return places if len(places) == len(columns) else {}


def _full(width: int, rows: Sequence[Sequence[Atom]]) -> dict[int, int]:
    """Grid column to form column, from the rows that have every number."""
    seen: Counter[tuple[int, ...]] = Counter()
    for atoms in rows:
        numbers = [a for a in atoms if a.kind == NUMBER and a.column is not None]
        if len(numbers) == width and len({a.column for a in numbers}) == width:
            seen[tuple(a.column for a in numbers if a.column is not None)] += 1
    if not seen:
        return {}
    return {column: index for index, column in enumerate(seen.most_common(1)[0][0])}


def _better(
    header: dict[int, int],
    full: dict[int, int],
    rows: Sequence[Sequence[Atom]],
    order: ColumnOrder,
) -> dict[int, int]:
    """The reading of the columns under which more rows add up; the header where both do."""
    if not header or not full or header == full:
        return header or full
    scores = []
    for places in header, full:
        trial = ColumnOrder(order.columns, order.lines, {_grid(rows, order): places})
        values = [trial.values(atoms) for atoms in rows]
        scores.append(sum(v is not None and row_adds_up(v) for v in values))
    return full if scores[1] > scores[0] else header


def _grid(rows: Sequence[Sequence[Atom]], order: ColumnOrder) -> int:
    return order.lines[rows[0][0].line].grid or 0
