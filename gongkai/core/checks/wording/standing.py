"""Whether a match stands: not where it is allowed, not across words, the longest first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.core.checks.wording.entry import Entry
from gongkai.core.checks.wording.squeezed import Squeezed, Stretch

Segment = Callable[[str], Sequence[str]]
"""Parts a stretch of text into its words."""
SURE: Final = 4
"""A word of so many characters does not come about by chance across two others."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry met in a text, from where to where."""

    start: int
    end: int
    entry: Entry

    @property
    def length(self) -> int:
        """How many characters."""
        return self.end - self.start


def standing(
    hits: Iterable[Hit], allowed: Sequence[Stretch], text: Squeezed, segment: Segment
) -> list[Hit]:
    """The hits that stand, in the order of the text. Of two that overlap the longer one stays;
    of two as long, the one that comes first in `hits`: lists are given by rank."""
    kept = list[Hit]()
    taken = bytearray(len(text.plain))
    for hit in sorted(hits, key=lambda one: -one.length):
        if any(taken[hit.start : hit.end]):
            continue
        if _is_allowed(hit, allowed) or _in_context(hit, text.plain):
            continue
        if crosses_words(hit.start, hit.end, text, segment):
            continue
        taken[hit.start : hit.end] = b"\1" * hit.length
        kept.append(hit)
    return sorted(kept, key=lambda one: one.start)


def _is_allowed(hit: Hit, allowed: Sequence[Stretch]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in allowed)


def _in_context(hit: Hit, plain: str) -> bool:
    """Whether one of the entry's contexts stands around the hit."""
    return any(_stands(context, hit, plain) for context in hit.entry.contexts)


def _stands(context: str, hit: Hit, plain: str) -> bool:
    offset = context.find(hit.entry.wrong)
    while offset >= 0:
        if plain.startswith(context, max(0, hit.start - offset)) and hit.start >= offset:
            return True
        offset = context.find(hit.entry.wrong, offset + 1)
    return False


def crosses_words(start: int, end: int, text: Squeezed, segment: Segment) -> bool:
    """Whether the place is no word at all but the end of one and the beginning of another."""
    if end - start >= SURE:
        return False
    place, run = text.run_around(start, end)
    for word in segment(run):
        after = place + len(word)
        if place < start < after or place < end < after:
            return len(word) > 1
        place = after
        if place >= end:
            break
    return False
