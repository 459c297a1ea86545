"""The words a stretch of text may be made of, and how common the likeliest parting is."""

from collections.abc import Callable
from typing import Final

LONGEST: Final = 6
"""The longest words that are looked up."""
NOWHERE: Final = -1e9
Weight = Callable[[str], float | None]
"""How common a word is: the logarithm of its share of all words; None for no word."""


class Lattice:
    """All partings of a stretch. `best` is the weight of the likeliest; `ahead[i]` and
    `behind[i]` are those of what stands before and from the i-th character on."""

    def __init__(self, run: str, weight: Weight, unknown: float) -> None:
        size = len(run)
        self.run, self._words = run, list[tuple[int, int, float]]()
        self.ahead = [0.0, *([NOWHERE] * size)]
        self.behind = [*([NOWHERE] * size), 0.0]
        self._go_forward(weight, unknown)
        behind = self.behind
        for start, end, value in reversed(self._words):
            behind[start] = max(behind[start], value + behind[end])
        self.best = self.ahead[size]

    def _go_forward(self, weight: Weight, unknown: float) -> None:
        run, ahead, words, size = self.run, self.ahead, self._words, len(self.run)
        for start in range(size):
            before = ahead[start]
            for end in range(start + 1, min(size, start + LONGEST) + 1):
                value = weight(run[start:end])
                if value is None:
                    if end > start + 1:
                        continue
                    value = unknown
                words.append((start, end, value))
                ahead[end] = max(ahead[end], before + value)

    def room(self, start: int, end: int) -> float:
        """What the characters from `start` to `end` weigh in the likeliest parting."""
        return self.best - self.ahead[start] - self.behind[end]
