"""Words of a page: what a person picks from a list, and what goes whole when part of it goes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import hypot
from typing import Final

import rjieba

from gongkai.adapters.redaction.pdf.signs import PageSigns, Sign
from gongkai.core.ports.redaction import Area, PlacedWord

PIECE: Final = re.compile(
    r"[0-9A-Za-z*]+(?:[-_.@/:][0-9A-Za-z*]+)*|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|.",
    re.DOTALL,
)
IDEOGRAPH: Final = "\u3400"
FARTHEST = 1.5  # widths of a sign between two of the same run
TOUCHED = 0.1  # of a sign under a box; drawing a box by hand brushes its neighbours


@dataclass(frozen=True, slots=True)
class Word:
    """Signs that belong together."""

    signs: tuple[Sign, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(sign.text for sign in self.signs)

    @property
    def area(self) -> Area:
        """Where it stands."""
        return reduce(Area.joined, (sign.area for sign in self.signs))

    @property
    def seen(self) -> bool:
        """Whether one surely sees all of it."""
        return all(sign.seen for sign in self.signs)

    def lies_under(self, area: Area, least: float = TOUCHED) -> bool:
        """Whether at least so much of one of its signs lies under an area."""
        return any(area.shared_with(sign.area) >= least for sign in self.signs)

    def placed(self) -> PlacedWord:
        """The word as the outside knows it."""
        return PlacedWord(self.text, self.area)


def words_of(page: PageSigns) -> tuple[Word, ...]:
    """All words of a page in the order of its text."""
    return tuple(word for run in _runs(page) for word in _cut(run))


def _runs(page: PageSigns) -> Iterator[list[Sign]]:
    """Signs that follow one another without a gap."""
    run: list[Sign] = []
    for sign in page.signs:
        if run and (sign is None or _distance(page, run[-1], sign) > FARTHEST):
            yield run
            run = []
        if sign is not None:
            run.append(sign)
    if run:
        yield run


def _distance(page: PageSigns, one: Sign, other: Sign) -> float:
    """How far two signs are apart, in sizes of the larger."""
    a, b = one.area, other.area
    across = max(b.x - a.right, a.x - b.right, 0.0) * page.width
    down = max(b.y - a.bottom, a.y - b.bottom, 0.0) * page.height
    sizes = [(area.width * page.width, area.height * page.height) for area in (a, b)]
    return hypot(across, down) / max(1e-6, *(max(size) for size in sizes))


def _cut(run: Sequence[Sign]) -> Iterator[Word]:
    """A run cut into words; a number with its marks is one."""
    place = 0
    for length in _lengths([sign.text for sign in run]):
        yield Word(tuple(run[place : place + length]))
        place += length


def _lengths(texts: Sequence[str]) -> Iterator[int]:
    """How many signs each word has; a sign of several letters counts as one."""
    plain = "".join(text[:1] for text in texts)
    for piece in PIECE.findall(plain):
        if piece >= IDEOGRAPH and len(piece) > 1:
            yield from map(len, rjieba.cut(piece))
        else:
            yield len(piece)
