"""A text without the spaces that part Chinese characters: `部 署` is the word `部署`."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gongkai.core.checks.plain import Text
from gongkai.core.finding import Span

GAP: Final = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
Stretch = tuple[int, int]
"""From where to where."""
RUN: Final = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, eq=False)
class Squeezed:
    """A text as words are looked for in it. `gaps` are places in `plain` before which spaces
    went, `gone` how many went up to there."""

    text: Text
    plain: str
    gaps: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: Text) -> "Squeezed":
        """The text, squeezed."""
        gaps, gone, total = list[int](), list[int](), 0
        for found in GAP.finditer(text.plain):
            gaps.append(found.start() - total)
            total += len(found[0])
            gone.append(total)
        if not gaps:
            return cls(text, text.plain)
        return cls(text, GAP.sub("", text.plain), tuple(gaps), tuple(gone))

    @cached_property
    def runs(self) -> tuple[tuple[int, str], ...]:
        """The stretches of Chinese characters, with where they begin."""
        return tuple((found.start(), found[0]) for found in RUN.finditer(self.plain))

    def run_around(self, start: int, end: int) -> tuple[int, str]:
        """The stretch of Chinese characters a place lies in, as far as it is Chinese at all."""
        first = last = start
        while first > 0 and RUN.match(self.plain[first - 1]):
            first -= 1
        last = end
        while last < len(self.plain) and RUN.match(self.plain[last]):
            last += 1
        return first, self.plain[first:last]

    def original(self, place: int) -> int:
        """Where a character stands in the text that was squeezed."""
        known = bisect_right(self.gaps, place)
        return place + (self.gone[known - 1] if known else 0)

    def span(self, start: int, end: int, suggestion: str = "") -> Span:
        """A place as a place of the part's own text."""
        last = self.original(end - 1) + 1 if end > start else self.original(start)
        return self.text.span(self.original(start), last, suggestion)
