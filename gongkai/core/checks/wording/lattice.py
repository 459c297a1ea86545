"""The words a stretch of text may be made of, and how common the likeliest parting is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

LONGEST: Final = 6
"""The longest words that are looked up."""
NOWHERE: Final = -1e9
Weight = Callable[[str], float | None]
"""How common a word is: the logarithm of its share of all words; None for no word."""
Place = tuple[int, int, float]
"""A word in a stretch: from where to where, and how common it is."""


class Lattice:
    """All partings of a stretch into words that stand in it. `best` is the weight of the
    likeliest; `ahead[i]` and `behind[i]` are those of what stands before and from the i-th
    character on. The words come by where they begin; each character is one at least."""

    def __init__(self, size: int, words: Iterable[Place]) -> None:
        ahead, behind = [0.0, *([NOWHERE] * size)], [*([NOWHERE] * size), 0.0]
        places = list(words)
        for start, end, value in places:
            total = ahead[start] + value
            if total > ahead[end]:  # noqa: PLR1730 - a call of max costs more than all else
                ahead[end] = total
        for start, end, value in reversed(places):
            total = value + behind[end]
            if total > behind[start]:  # noqa: PLR1730
                behind[start] = total
        self.ahead, self.behind, self.best = ahead, behind, ahead[size]

    def room(self, start: int, end: int) -> float:
        """What the characters from `start` to `end` weigh in the likeliest parting."""
        return self.best - self.ahead[start] - self.behind[end]


def words_in(run: str, found: Iterable[str], weight: Weight, unknown: float) -> Iterator[Place]:
    """Where the words stand that a dictionary finds in a stretch: it names those that begin at
    one character, from short to long, then those that begin at the next. A character that is no
    word by itself is one of that weight."""
    start, last = -1, 0
    for word in found:
        size = len(word)
        if size <= last or start < 0 or not run.startswith(word, start):
            begins = run.index(word, start + 1)
            for place in range(start + 1, begins + (size > 1)):
                yield place, place + 1, unknown
            start = begins
        last = size
        if size <= LONGEST:
            value = weight(word)
            yield start, start + size, unknown if value is None else value
    for place in range(start + 1, len(run)):
        yield place, place + 1, unknown
