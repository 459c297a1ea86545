"""Two sequences aligned: what stands in both, in one order, in bounded time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

STEPS_MOST: Final = 600
Matches = list[tuple[int, int]]
Keys = Sequence[Hashable]


@dataclass(frozen=True, slots=True)
class Run:
    """The same on both sides, or something old in the place of something new (either may be
    empty): bounds in the old and in the new sequence."""

    is_same: bool
    old: slice
    new: slice


def _trace(old: Keys, new: Keys, most: int) -> list[dict[int, int]] | None:
    """How far each diagonal reaches after so many steps; None where more than `most` are needed."""
    reach, trace = {1: 0}, []
    for steps in range(min(most, len(old) + len(new)) + 1):
        trace.append(reach)
        reach = dict(reach)
        for diagonal in range(-steps, steps + 1, 2):
            down = diagonal == -steps or (
                diagonal != steps and reach[diagonal - 1] < reach[diagonal + 1]
            )
            x = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            while x < len(old) and 0 <= x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            reach[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return trace
    return None


def _walked(old: Keys, new: Keys, trace: list[dict[int, int]]) -> Matches:
    """The matches on the way that a trace describes."""
    found: Matches = []
    x, y = len(old), len(new)
    for steps in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[steps], x - y
        down = diagonal == -steps or (
            diagonal != steps and reach[diagonal - 1] < reach[diagonal + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        start = reach[before] + (0 if down else 1) if steps else 0
        while x > start:
            x, y = x - 1, y - 1
            found.append((x, y))
        if steps:
            x = reach[before]
            y = x - before
    return found[::-1]


def _rising(pairs: list[tuple[int, int]]) -> Matches:
    """The longest choice of pairs that rise on both sides; they come in the old order."""
    tops: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for index, (_, y) in enumerate(pairs):
        at = bisect_left(tops, y)
        back.append(last[at - 1] if at else -1)
        tops[at : at + 1], last[at : at + 1] = [y], [index]
    found: Matches = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = back[index]
    return found[::-1]


def _anchored(old: Keys, new: Keys, most: int) -> Matches:
    """Matches round what stands once on either side; what lies between is aligned by itself."""
    once_old, once_new = Counter(old), Counter(new)
    where = {key: y for y, key in enumerate(new) if once_new[key] == 1}
    pairs = [(x, where[key]) for x, key in enumerate(old) if once_old[key] == 1 and key in where]
    anchors = _rising(pairs)
    found: Matches = []
    x = y = 0
    for there_x, there_y in [*anchors, (len(old), len(new))] if anchors else []:
        inner = matches(old[x:there_x], new[y:there_y], most // 4)
        found += [(x + a, y + b) for a, b in inner]
        if there_x < len(old):
            found.append((there_x, there_y))
        x, y = there_x + 1, there_y + 1
    return found


def matches(old: Keys, new: Keys, most: int = STEPS_MOST) -> Matches:
    """Which items are the same, in the order of both sides; the fewest differences where that
    takes at most `most` steps, otherwise those round items that stand only once."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    middle: Matches = []
    if inner_old and inner_new:
        trace = _trace(inner_old, inner_new, most)
        middle = (
            _anchored(inner_old, inner_new, most)
            if trace is None
            else _walked(inner_old, inner_new, trace)
        )
    return [
        *((at, at) for at in range(head)),
        *((head + x, head + y) for x, y in middle),
        *((len(old) - at, len(new) - at) for at in range(tail, 0, -1)),
    ]


def runs(old: Keys, new: Keys, most: int = STEPS_MOST) -> Iterator[Run]:
    """Both sequences from beginning to end: what is the same, and what stands in its place."""
    x = y = 0
    ends = (len(old), len(new))
    for at_x, at_y, length in _stretches(matches(old, new, most), ends):
        if (at_x, at_y) != (x, y):
            yield Run(is_same=False, old=slice(x, at_x), new=slice(y, at_y))
        x, y = at_x + length, at_y + length
        if length:
            yield Run(is_same=True, old=slice(at_x, x), new=slice(at_y, y))


def _stretches(pairs: Matches, ends: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Matches that follow one another as one stretch; at last an empty one at the ends."""
    start, length = (0, 0), 0
    for pair in pairs:
        if length and pair == (start[0] + length, start[1] + length):
            length += 1
            continue
        if length:
            yield (*start, length)
        start, length = pair, 1
    if length:
        yield (*start, length)
    yield (*ends, 0)
