"""How well the labels of a table's rows stand near its numbers.

Words are compared by pairs of letters, so that broken and misread labels still count. Each pair
that occurs in a label has a bit of its own, and what two texts share is counted with one
operation.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gongkai.core.reports.forms import Row
from gongkai.core.reports.reading.matching.runs import Run
from gongkai.core.reports.text.normalise import fold, letters

ORDINAL = re.compile(r"^[一二三四五六七1-8]")
BESIDE, TOWARDS, FARTHER, AWAY, APART = 1.0, 0.95, 0.85, 0.4, 0.5
CLAIM, WITHIN = 0.9, 0.97
NEAREST, PIECE, FEW, LIST, STEP = 20, 0.7, 2, 3, 0.005
"""Letters that count as next to a run; how much of the words beside must be of a label to be
a piece of it; how many pairs that takes; how many labels make a list; what a letter of
distance costs."""


def two_by_two(text: str) -> set[str]:
    """The pairs of neighbouring letters."""
    return set(map("".join, pairwise(text)))


@dataclass(frozen=True, slots=True)
class Label:
    """One row's label: its letters, these without the ordinal, its pairs as bits, and their
    number."""

    name: str
    body: str
    mask: int
    size: int


class Labels:
    """The labels of a table's rows."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.bits: dict[str, int] = {}
        self.labels = [self._label(letters(fold(row.label))) for row in rows]
        self.seen: dict[str, int] = {}

    def _label(self, name: str) -> Label:
        own = two_by_two(name)
        for pair in own:
            self.bits.setdefault(pair, 1 << len(self.bits))
        mask = sum(self.bits[pair] for pair in own)
        return Label(name, ORDINAL.sub("", name), mask, max(len(own), 1))

    def mask(self, text: str) -> int:
        """The pairs of a text that occur in any label."""
        found, bits = 0, self.bits
        for pair in map("".join, pairwise(text)):
            found |= bits.get(pair, 0)
        return found

    def plainly(self, runs: list[Run]) -> bool:
        """Whether every run stands beside or right behind the whole label of its row."""
        for label, run in zip(self.labels, runs, strict=True):
            words = run.before[-len(label.body) - NEAREST :]
            if label.body not in run.beside and label.body not in words:
                return False
        return True

    def near(self, run: Run, *, upward: bool) -> list[float]:
        """For each label, how well it stands near the run: 0 not at all, 1 whole beside it.

        Labels stand before their numbers, or behind them (`upward`).
        """
        words = run.after if upward else run.before
        nearest = words[:NEAREST] if upward else words[-NEAREST:]
        beside = self.mask(run.beside)
        pieces = self._pieces(run.beside)
        # Where a line has words of its own, what is above or below it is another row's.
        apart = (run.divided and run.beside) or max(pieces) >= PIECE
        weight = APART if apart else 1.0
        views = (
            (TOWARDS * weight, self.mask(nearest) | beside),
            (self._farther(words) * weight, self.mask(words) | beside),
            (AWAY * weight, self.mask(run.before) | self.mask(run.after)),
        )
        scores = []
        for label, piece in zip(self.labels, pieces, strict=True):
            start = self.mask(run.beside[: len(label.name) + FEW])
            own = BESIDE * max(
                (label.mask & start).bit_count(), WITHIN * (label.mask & beside).bit_count()
            )
            own /= label.size
            if piece >= PIECE:
                own = max(own, TOWARDS * piece)
            around = max(worth * (label.mask & view).bit_count() for worth, view in views)
            distance = _distance(label.body, words, upward=upward)
            scores.append(max(own, around / label.size - distance))
        return scores

    def claims(self, run: Run) -> frozenset[int]:
        """The labels that stand whole, or nearly so, on the run's own line."""
        if not run.beside:
            return frozenset()
        beside = self.mask(run.beside)
        return frozenset(
            index
            for index, label in enumerate(self.labels)
            if (label.mask & beside).bit_count() >= CLAIM * label.size
        )

    def _pieces(self, beside: str) -> list[float]:
        """For each label, how much of the words beside the run belongs to it."""
        own = two_by_two(beside)
        if len(own) <= FEW:
            return [0.0] * len(self.labels)
        mask = self.mask(beside)
        return [(label.mask & mask).bit_count() / len(own) for label in self.labels]

    def _farther(self, words: str) -> float:
        """What a label some way off is worth: little where a whole list of labels stands there."""
        named = sum(label.name in words for label in self.labels)
        return FARTHER if named <= LIST else AWAY


def _distance(body: str, words: str, *, upward: bool) -> float:
    """A little less for a label farther off: of two without numbers between, the nearer has
    them."""
    place = words.find(body) if upward else words.rfind(body)
    if place < 0:
        return 0.0
    between = place if upward else len(words) - place - len(body)
    return min(between, NEAREST) * STEP


@lru_cache(maxsize=16)
def labels_of(rows: tuple[Row, ...]) -> Labels:
    """The labels of these rows."""
    return Labels(rows)


def similarity(label: frozenset[str], words: frozenset[str]) -> float:
    """How much of a label stands in the words: 1 all of it, 0 nothing."""
    return len(label & words) / len(label) if label else 0.0
