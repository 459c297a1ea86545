"""The words a stretch of text may be made of, and how common the likeliest parting is."""

from collections.abc import Callable
from typing import Final

LONGEST: Final = 8
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
        self._from = [0] * (size + 1)
        self._weights = [0.0] * (size + 1)
        self._go_forward(weight, unknown)
        for start, end, value in reversed(self._words):
            self.behind[start] = max(self.behind[start], value + self.behind[end])
        self.best = self.ahead[size]

    def _go_forward(self, weight: Weight, unknown: float) -> None:
        run, ahead, size = self.run, self.ahead, len(self.run)
        for start in range(size):
            for end in range(start + 1, min(size, start + LONGEST) + 1):
                value = weight(run[start:end])
                if value is None:
                    if end > start + 1:
                        continue
                    value = unknown
                self._words.append((start, end, value))
                if ahead[start] + value > ahead[end]:
                    ahead[end] = ahead[start] + value
                    self._from[end], self._weights[end] = start, value

    def room(self, start: int, end: int) -> float:
        """What the characters from `start` to `end` weigh in the likeliest parting."""
        return self.best - self.ahead[start] - self.behind[end]

    def covers(self) -> list[tuple[int, float]]:
        """For each character the length and weight of the word it stands in."""
        found = list[tuple[int, float]]()
        end = len(self.run)
        while end > 0:
            start = self._from[end]
            found += [(end - start, self._weights[end])] * (end - start)
            end = start
        return found[::-1]
