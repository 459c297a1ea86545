"""Frames from rules: which rules belong to one table, and where its rows and columns are cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gongkai.adapters.documents.layout.marks import Rule

SAME = 3.0  # points within which two rules are one: a doubled border, a rule drawn in pieces
SHORTEST = 4.0
CROWDED = 4000  # rules; a drawing or a map has more, a table never


@dataclass(slots=True)
class Stroke:
    """A straight stretch at one position: `at` across, from `start` to `end` along."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Frame:
    """The rules of one table."""

    across: list[Stroke] = field(default_factory=list)
    down: list[Stroke] = field(default_factory=list)


def frames_of(rules: Sequence[Rule]) -> list[Frame]:
    """Sort rules into tables: those that touch each other belong together."""
    if len(rules) > CROWDED:
        return []
    across, down = _strokes(rules)
    return [frame for frame in _touching(across, down) if frame.across and frame.down]


def _strokes(rules: Iterable[Rule]) -> tuple[list[Stroke], list[Stroke]]:
    """Rules as strokes, the level and the upright ones apart, each joined where they continue."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    for left, top, right, bottom in rules:
        width, height = right - left, bottom - top
        if width >= height and width >= SHORTEST:
            across.append(Stroke((top + bottom) / 2, left, right))
        elif height > width and height >= SHORTEST:
            down.append(Stroke((left + right) / 2, top, bottom))
    return _joined(across), _joined(down)


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    """Join strokes that lie on one line and touch."""
    joined: list[Stroke] = []
    for level in _levels(strokes):
        level.sort(key=lambda stroke: stroke.start)
        current = level[0]
        for stroke in level[1:]:
            if stroke.start <= current.end + SAME:
                current.end = max(current.end, stroke.end)
            else:
                joined.append(current)
                current = stroke
        joined.append(current)
    return joined


def _levels(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Strokes grouped by position; all of a group take the position of its first."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.at):
        if groups and stroke.at - groups[-1][0].at <= SAME:
            stroke.at = groups[-1][0].at
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups


def _touching(across: list[Stroke], down: list[Stroke]) -> list[Frame]:
    """Gather strokes that are connected, directly or through others, into frames."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for number, upright in enumerate(down, start=len(across)):
        at, top, bottom = upright.at, upright.start - SAME, upright.end + SAME
        for index, level in enumerate(across):
            if top <= level.at <= bottom and level.start - SAME <= at <= level.end + SAME:
                owner[root(index)] = root(number)
    frames: dict[int, Frame] = {}
    for index, level in enumerate(across):
        frames.setdefault(root(index), Frame()).across.append(level)
    for number, upright in enumerate(down, start=len(across)):
        frames.setdefault(root(number), Frame()).down.append(upright)
    return list(frames.values())
