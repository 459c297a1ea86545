"""Alignment: which numbers belong to which rows of a form.

The numbers of a table come in runs, with words before, beside and after them. A run is given to
one or several neighbouring rows so that the order of the form is kept, the counts fit, and the
words near a run are those of its rows' labels. Words are compared by pairs of letters, so broken
and misread labels still count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gongkai.core.reports.forms import Row
from gongkai.core.reports.reading.matching.evidence import BESIDE, labels_of
from gongkai.core.reports.reading.matching.runs import Run
from gongkai.core.reports.reading.source.atoms import Atom

SKIP_ROW, SKIP_BLANK, SKIP_RUN = 0.6, 0.2, 1.2
WRONG_COUNT, UNNAMED, RUN_TOGETHER, EXACT = 0.5, 0.25, 0.4, 0.5
NAMED, FAINT, BLANK_ROW, CLEAR = 0.5, 0.2, 0.6, 0.475
IMPOSSIBLE, CONTRADICTED, SLACK = -10.0, 1.5, 8
"""What a choice gains or costs beside the evidence of its label, which is between 0 and 1: a
row or a run left out, a count that fits exactly or not at all, digits to be cut. They were
set by trying them on the generated layouts."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """One row of the form with the run it was given, and the atoms of the run that are its own.

    `evidence` is between 0 and 1: how much of the row's label stands near.
    """

    row: Row
    run: Run
    atoms: tuple[Atom, ...]
    evidence: float


class Size(NamedTuple):
    """How many atoms, numbers and digits a run has; `told` counts numbers and written blanks."""

    atoms: int
    numbers: int
    digits: int
    told: int


def plainly(rows: Sequence[Row], runs: Sequence[Run]) -> list[Assigned] | None:
    """The alignment of a table in which every run stands beside or right behind its whole label.

    None where that is not so; most tables are as plain as this, and need no search.
    """
    numbered = [run for run in runs if run.numbers]
    if len(numbered) != len(rows) or not labels_of(tuple(rows)).plainly(numbered):
        return None
    return [
        Assigned(row, run, tuple(run.atoms), BESIDE)
        for row, run in zip(rows, numbered, strict=True)
    ]


class Alignment:
    """The best way to give runs to rows, found by dynamic programming over both in order."""

    def __init__(self, rows: Sequence[Row], runs: Sequence[Run], *, upward: bool = False) -> None:
        self.rows, self.runs, self.upward = rows, runs, upward
        labels = labels_of(tuple(rows))
        self.evidence = [labels.near(run, upward=upward) for run in runs]
        self.claims = [labels.claims(run) for run in runs]
        self.sizes = [
            Size(len(run.atoms), len(run.numbers), run.digits, sum(bool(a.raw) for a in run.atoms))
            for run in runs
        ]
        self.widths = [len(row.columns) for row in rows]
        # Fewer runs than rows: some rows are blank, and leaving rows out costs little.
        numbered = sum(size.numbers > 0 for size in self.sizes)
        self.skip_row = SKIP_ROW if numbered >= len(rows) else SKIP_BLANK
        self.band = abs(len(rows) - len(runs)) + SLACK
        self.score, self.assigned = self._solve()

    @property
    def complete(self) -> bool:
        """Whether every row has numbers, every run a row, and every label is near its numbers."""
        used = {id(one.run) for one in self.assigned}
        return (
            len(self.assigned) == len(self.rows)
            and all(id(run) in used for run in self.runs if run.numbers)
            and min(one.evidence for one in self.assigned) >= CLEAR
        )

    def _gain(self, index: int, start: int, count: int) -> float:
        """What it is worth to give a run to `count` rows from `start`."""
        size = self.sizes[index]
        width = sum(self.widths[start : start + count])
        have = width if size.numbers == width else size.atoms
        named = sum(self.evidence[index][start : start + count]) / count
        if not size.numbers:
            return named if named >= BLANK_ROW and count == 1 else IMPOSSIBLE
        gain = (named - UNNAMED if named < FAINT else named) * count
        if named < NAMED and self.claims[index] and start not in self.claims[index]:
            gain -= CONTRADICTED
        if count > 1:
            return gain + self._several(size, width, named) * count
        if have == width:
            return gain + EXACT
        if size.numbers <= width <= size.digits:
            return gain + RUN_TOGETHER
        return gain - WRONG_COUNT if named >= NAMED else gain - 2 * WRONG_COUNT

    def _several(self, size: Size, width: int, named: float) -> float:
        """What it adds to take several rows out of one run: only where their labels stand
        there too."""
        if size.told != width:
            return IMPOSSIBLE
        return EXACT if named >= NAMED else EXACT - WRONG_COUNT

    def _solve(self) -> tuple[float, list[Assigned]]:
        rows, runs = len(self.rows), len(self.runs)
        best = [[float("-inf")] * (rows + 1) for _ in range(runs + 1)]
        back: list[list[tuple[int, int]]] = [[(0, 0)] * (rows + 1) for _ in range(runs + 1)]
        best[0][0] = 0.0
        for index in range(runs + 1):
            here, marks = best[index], back[index]
            for start in range(rows):
                if here[start] - self.skip_row > here[start + 1]:
                    here[start + 1] = here[start] - self.skip_row
                    marks[start + 1] = (0, 1)
            if index < runs:
                self._step(index, here, best[index + 1], back[index + 1])
        return best[runs][rows], self._trace(back)

    def _step(
        self, index: int, here: list[float], after: list[float], marks: list[tuple[int, int]]
    ) -> None:
        """Leave one run out, or give it to the next row or rows."""
        numbers = self.sizes[index].numbers
        skip = SKIP_RUN * min(1.0, numbers / 3)
        # Runs and rows keep step but for those left out.
        first = max(index - self.band, 0)
        for start, value in enumerate(here[first : index + self.band + 1], first):
            if value - skip > after[start]:
                after[start] = value - skip
                marks[start] = (1, 0)
            for count in self._counts(index, start):
                worth = value + self._gain(index, start, count)
                if worth > after[start + count]:
                    after[start + count] = worth
                    marks[start + count] = (1, count)

    def _counts(self, index: int, start: int) -> list[int]:
        """How many rows from `start` the run may fill: one, or as many as its cells make up
        exactly."""
        if start >= len(self.rows):
            return []
        counts, width, atoms = [1], self.widths[start], self.sizes[index].atoms
        for count, more in enumerate(self.widths[start + 1 :], 2):
            width += more
            if width >= atoms:
                return [*counts, count] if width == atoms else counts
        return counts

    def _trace(self, back: list[list[tuple[int, int]]]) -> list[Assigned]:
        index, row = len(self.runs), len(self.rows)
        found: list[Assigned] = []
        while index or row:
            used, count = back[index][row]
            if used and count:
                run = self.runs[index - 1]
                offset = 0
                parts = []
                for number in range(row - count, row):
                    width = len(self.rows[number].columns)
                    atoms = run.atoms[offset : offset + width] if count > 1 else run.atoms
                    offset += width
                    parts.append(
                        Assigned(
                            self.rows[number], run, tuple(atoms), self.evidence[index - 1][number]
                        )
                    )
                found.extend(reversed(parts))
            index, row = index - used, row - count
        return found[::-1]


def in_order(rows: Sequence[Row], runs: Sequence[Run]) -> list[Run]:
    """The runs with those that bear a row's whole label on their line put in the order of the
    form.

    Only where the source has moved them: the rest stay where they are, before the row that
    followed them.
    """
    names = {label.name: n for n, label in enumerate(labels_of(tuple(rows)).labels)}
    pinned = [names.get(run.beside) for run in runs]
    known = [index for index in pinned if index is not None]
    if known == sorted(known) or len(set(known)) < len(known):
        return list(runs)
    return [run for _, run in sorted(zip(pinned, runs, strict=True), key=_pin)]


def _pin(pair: tuple[int | None, Run]) -> int:
    return -1 if pair[0] is None else pair[0]


def align(rows: Sequence[Row], runs: Sequence[Run]) -> list[Assigned]:
    """Give runs to rows; labels stand before their numbers, or, where that fits better, after
    them."""
    plain = plainly(rows, runs)
    if plain is not None:
        return plain
    runs = in_order(rows, runs)
    down = Alignment(rows, runs)
    if not runs or down.complete:
        return down.assigned
    up = Alignment(rows, runs, upward=True)
    return up.assigned if up.score > down.score + 0.5 else down.assigned
