"""What the boxes on a file withhold: which words go, and what else is painted over with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.adapters.redaction.pdf.words import Word
from gongkai.core.ports.redaction import Box

COVERED = 0.999
SHORTEST = 2
NO_GROUND = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What goes: areas by page (those without a ground only make a word whole), and its texts.

    `texts` are words and phrases of at least two signs; `signs` all signs that go.
    """

    areas: Mapping[int, tuple[Box, ...]]
    texts: frozenset[str]
    signs: frozenset[str]

    def keeps(self, number: int, word: Word) -> bool:
        """Whether a word stands clear of everything that is painted over on its page."""
        boxes = self.areas.get(number, ())
        return not any(box.area.shared_with(sign.area) > 0 for box in boxes for sign in word.signs)

    def drawn_in(self, text: str) -> set[str]:
        """Which of the texts stand in this one, which has no blanks."""
        return {wanted for wanted in self.texts if wanted in text}


def withheld(boxes: Sequence[Box], words: Mapping[int, Sequence[Word]]) -> Withheld:
    """Grow the boxes to whole words and collect what lies under them."""
    areas: dict[int, tuple[Box, ...]] = {}
    texts: set[str] = set()
    for number, group in groupby(sorted(boxes, key=lambda box: box.page), lambda box: box.page):
        placed = list(group)
        areas[number] = tuple(placed)
        for box in placed:
            under = [word for word in words[number] if word.lies_under(box.area)]
            areas[number] += tuple(_rest(box, under))
            texts |= {word.text for word in under} | {"".join(word.text for word in under)}
    long_enough = frozenset(text for text in texts if len(text) >= SHORTEST)
    return Withheld(areas, long_enough, frozenset("".join(texts)))


def _rest(box: Box, under: Iterable[Word]) -> Iterable[Box]:
    """Areas of words that reach out from under a box."""
    for word in under:
        if box.area.shared_with(word.area) < COVERED:
            yield Box(box.page, word.area.clamped(), NO_GROUND)


def places(text: str, wanted: str) -> Iterator[int]:
    """Where a text stands in another."""
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)
