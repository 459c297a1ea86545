"""Rows with more cells than the form: merged cells leave empty ones, before or after the row.

Where labels are merged over several columns, some writers put the empty rest at the end of the
row. Which end it is shows in the table as a whole: there the numbers of all rows fall into few
columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.core.reports.reading.cells import number_of
from gongkai.core.reports.reading.cuts import Values
from gongkai.core.reports.reading.source.atoms import NUMBER, Atom


@dataclass(frozen=True, slots=True)
class Filler:
    """Where the empty rest of a row stands; `known` is False where either end would do."""

    leading: bool
    known: bool

    def values(self, atoms: Sequence[Atom], width: int) -> Values | None:
        """The row without the rest; None where numbers would be lost."""
        if not self.known or len(atoms) <= width:
            return None
        kept = atoms[-width:] if self.leading else atoms[:width]
        if _numbers(kept) < _numbers(atoms):
            return None
        return tuple(number_of(atom) for atom in kept)


def _numbers(atoms: Sequence[Atom]) -> int:
    return sum(atom.kind == NUMBER for atom in atoms)


def filler_of(rows: Sequence[Sequence[Atom]], width: int) -> Filler:
    """Tell by all rows that have at least as many cells as the form."""
    behind = _columns(rows, width, leading=False)
    before = _columns(rows, width, leading=True)
    if behind is None and before is None:
        return Filler(leading=False, known=False)
    if behind is None or before is None:
        return Filler(leading=behind is None, known=True)
    return Filler(leading=len(before) < len(behind), known=len(before) != len(behind))


def _columns(rows: Sequence[Sequence[Atom]], width: int, *, leading: bool) -> set[int] | None:
    """The columns in which numbers stand; None where a number would be cut off."""
    found: set[int] = set()
    for row in rows:
        if len(row) < width:
            continue
        shift = len(row) - width if leading else 0
        places = {place - shift for place, atom in enumerate(row) if atom.kind == NUMBER}
        if any(not 0 <= place < width for place in places):
            return None
        found |= places
    return found
