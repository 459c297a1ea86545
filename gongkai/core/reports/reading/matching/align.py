"""Alignment: which numbers belong to which rows of a form.

The numbers of a table come in runs, with words before, beside and after them. A run is given to
one or
several neighbouring rows so that the order of the form is kept, the counts fit, and the words
near a run are
those of its rows' labels. Words are compared by pairs of letters, so broken and misread labels
still count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gongkai.core.reports.forms import Row
from gongkai.core.reports.reading.matching.runs import Run
from gongkai.core.reports.reading.source.atoms import Atom
from gongkai.core.reports.text.normalise import fold, letters, pairs

ORDINAL = re.compile(r"^[一二三四五六七1-8]")
SKIP_ROW, SKIP_BLANK, SKIP_RUN, WRONG_COUNT, UNNAMED, RUN_TOGETHER = 0.6, 0.2, 1.2, 0.5, 0.25, 0.4
BESIDE, TOWARDS, FARTHER, AWAY, APART = 1.0, 0.95, 0.85, 0.4, 0.5
EXACT, NAMED, FAINT, BLANK_ROW, IMPOSSIBLE, FEW, LIST = 0.5, 0.5, 0.2, 0.6, -10.0, 2, 3
NEAREST, PIECE = 20, 0.7
"""How many letters count as next to a run; how much of the words beside must be of a label to
be a piece of it."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """One row of the form with the run it was given; `part` says which of several rows of the run.

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


def similarity(label: frozenset[str], words: frozenset[str]) -> float:
    """How much of a label stands in the words: 1 all of it, 0 nothing."""
    return len(label & words) / len(label) if label else 0.0


def label_names(rows: Sequence[Row]) -> list[str]:
    """The labels of the rows as letters."""
    return [letters(fold(row.label)) for row in rows]


@lru_cache(maxsize=16)
def label_bodies(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The labels of the rows as letters, without their ordinals: these are often lost."""
    return tuple(ORDINAL.sub("", name) for name in label_names(rows))


def plainly(rows: Sequence[Row], runs: Sequence[Run]) -> list[Assigned] | None:
    """The alignment of a table in which every run stands beside or right behind its whole label.

    None where that is not so; most tables are as plain as this, and need no search.
    """
    numbered = [run for run in runs if run.numbers]
    if len(numbered) != len(rows):
        return None
    for name, run in zip(label_bodies(tuple(rows)), numbered, strict=True):
        words = run.before[-len(name) - NEAREST :]
        if name not in run.beside and name not in words:
            return None
    return [
        Assigned(row, run, tuple(run.atoms), BESIDE)
        for row, run in zip(rows, numbered, strict=True)
    ]


class Alignment:
    """The best way to give runs to rows, found by dynamic programming over both in order."""

    def __init__(self, rows: Sequence[Row], runs: Sequence[Run], *, upward: bool = False) -> None:
        self.rows, self.runs, self.upward = rows, runs, upward
        labels = [(name, pairs(name)) for name in label_names(rows)]
        self.evidence = [self._near(run, labels) for run in runs]
        self.sizes = [
            Size(len(run.atoms), len(run.numbers), run.digits, sum(bool(a.raw) for a in run.atoms))
            for run in runs
        ]
        self.widths = [len(row.columns) for row in rows]
        # Fewer runs than rows: some rows are blank, and leaving rows out costs little.
        numbered = sum(size.numbers > 0 for size in self.sizes)
        self.skip_row = SKIP_ROW if numbered >= len(rows) else SKIP_BLANK
        self.score, self.assigned = self._solve()

    def _near(self, run: Run, labels: Sequence[tuple[str, frozenset[str]]]) -> list[float]:
        """For each label, how well it stands near the run."""
        words = run.after if self.upward else run.before
        nearest = words[:NEAREST] if self.upward else words[-NEAREST:]
        beside = pairs(run.beside)
        pieces = [similarity(beside, label) if len(beside) > FEW else 0.0 for _, label in labels]
        # Where a line has words of its own, what is above or below it is another row's.
        apart = (run.divided and run.beside) or max(pieces) >= PIECE
        weight = APART if apart else 1.0
        views = (
            (TOWARDS * weight, pairs(nearest + run.beside)),
            (self._farther(words, labels) * weight, pairs(words + run.beside)),
            (AWAY * weight, pairs(run.before + run.after)),
        )
        scores = []
        for (name, label), piece in zip(labels, pieces, strict=True):
            own = max(
                BESIDE * similarity(label, beside), TOWARDS * piece if piece >= PIECE else 0.0
            )
            around = max(worth * similarity(label, view) for worth, view in views)
            scores.append(max(own, around - self._distance(name, words)))
        return scores

    def _farther(self, words: str, labels: Sequence[tuple[str, frozenset[str]]]) -> float:
        """What a label some way off is worth: little where a whole list of labels stands there."""
        named = sum(name in words for name, _ in labels)
        return FARTHER if named <= LIST else AWAY

    def _distance(self, name: str, words: str) -> float:
        """A little less for a label farther off: of two labels without numbers between, the
        nearer has them."""
        body = ORDINAL.sub("", name)
        if body not in words:
            return 0.0
        if self.upward:
            letters_between = words.find(body)
        else:
            letters_between = len(words) - words.rfind(body) - len(body)
        return min(letters_between, NEAREST) * 0.005

    @property
    def complete(self) -> bool:
        """Whether every row has numbers, every run a row, and every label is near its numbers."""
        used = {id(one.run) for one in self.assigned}
        return (
            len(self.assigned) == len(self.rows)
            and all(id(run) in used for run in self.runs if run.numbers)
            and min(one.evidence for one in self.assigned) >= TOWARDS / 2
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
        if count > 1:
            return gain + self._several(size, width, named) * count
        if have == width:
            return gain + EXACT
        if size.numbers <= width <= size.digits:
            return gain + RUN_TOGETHER
        return gain - WRONG_COUNT if named >= NAMED else gain - 2 * WRONG_COUNT

    def _several(self, size: Size, width: int, named: float) -> float:
        """What it adds to take several rows out of one run: only where their labels stand there
        too."""
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
        for start, value in enumerate(here):
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
    """The runs with those that bear a row's whole label on their line put in the order of the form.

    Only where the source has moved them: the rest stay where they are, before the row that
    followed them.
    """
    names = {name: index for index, name in enumerate(label_names(rows))}
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
