"""Giving the glyphs of a page to the cells of its tables, whole runs at a time."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gongkai.adapters.documents.layout.lattice import Box, Lattice
from gongkai.adapters.documents.layout.lines import Run, runs_of
from gongkai.adapters.documents.layout.marks import Glyph

TOKEN_GAP = 0.08  # in heights: digits of one number stand closer than this
PARTED = Box(-1, -1)  # no cell: the run goes over a rule


class Filing:
    """The tables of a page, the runs in each of their cells, and the runs outside them."""

    def __init__(self, lattices: Sequence[Lattice], runs: Sequence[Run]) -> None:
        self.contents: list[dict[Box, list[Run]]] = [{} for _ in lattices]
        self._tables = list(zip(lattices, self.contents, strict=True))
        self.loose: list[Run] = [] if lattices else list(runs)
        for run in _whole_numbers(runs) if lattices else ():
            if not (_is_level(run) and self._filed(run)):
                for token in _tokens(run):
                    self._file_token(token)

    def _filed(self, run: Run) -> bool:
        """Give a run to the one cell that holds all of it; whether there is one, or no table."""
        left, top, _, bottom, _ = run[0]
        for lattice, cells in self._tables:
            box = _holder(lattice, left, run[-1][2], (top + bottom) / 2)
            if box is PARTED:
                return False
            if box is not None:
                cells.setdefault(box, []).append(run)
                return True
        self.loose.append(run)
        return True

    def _file_token(self, token: Run) -> None:
        """Give a number or a single glyph to the cell in which its middle lies."""
        left, top, _, bottom, _ = token[0]
        x, y = (left + token[-1][2]) / 2, (top + bottom) / 2
        for lattice, cells in self._tables:
            box = lattice.cell_at(x, y)
            if box is not None:
                cells.setdefault(box, []).extend(runs_of(token))
                return
        self.loose.extend(runs_of(token))


def _holder(lattice: Lattice, left: float, right: float, y: float) -> Box | None:
    """The cell that holds a whole stretch; none outside the table; PARTED over several."""
    row = bisect_right(lattice.edges_down, y) - 1
    if not 0 <= row < lattice.rows:
        return None
    first = bisect_right(lattice.edges_across, left) - 1
    last = bisect_right(lattice.edges_across, right) - 1
    box = lattice.owners.get((row, first))
    if first == last or (box is not None and box == lattice.owners.get((row, last))):
        return box
    return PARTED


def _is_level(run: Run) -> bool:
    """Whether all glyphs stand on exactly one height."""
    return run[0][1] == run[-1][1] and run[0][3] == run[-1][3]


def _whole_numbers(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs, joined where a number goes on from one to the next."""
    whole = runs[0] if runs else []
    for run in runs[1:]:
        if _goes_on(whole[-1], run[0]):
            whole = whole + run
        else:
            yield whole
            whole = run
    if whole:
        yield whole


def _tokens(glyphs: Run) -> list[Run]:
    """Keep the digits of one number together, so that a number wider than its cell stays whole."""
    tokens = [glyphs[:1]]
    for glyph in glyphs[1:]:
        if _goes_on(tokens[-1][-1], glyph):
            tokens[-1].append(glyph)
        else:
            tokens.append([glyph])
    return tokens


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Whether two digits belong to one number: side by side on one base line."""
    height = glyph[3] - glyph[1]
    return (
        abs(glyph[0] - before[2]) <= TOKEN_GAP * height
        and abs(glyph[3] - before[3]) <= height / 4
        and before[4][0].isdecimal()
        and glyph[4][0].isdecimal()
    )
