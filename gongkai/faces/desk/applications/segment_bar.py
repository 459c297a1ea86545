"""The clock of a case as a bar: when it ran, paused and stopped, drawn to scale, with words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.core.applications.deadlines import Segment, SegmentKind

WIDTH: Final = 640
NARROWEST: Final = 4.0
"""What lasted a day among hundreds is still seen."""
ROOM: Final = 70
"""A part narrower than that carries no word; the table names it."""
SHADES: Final = {
    SegmentKind.RUNNING: "s1",
    SegmentKind.PAUSED: "s2",
    SegmentKind.STOPPED: "s3",
}
SIGNS: Final = {SegmentKind.RUNNING: "▶", SegmentKind.PAUSED: "‖", SegmentKind.STOPPED: "■"}
SAID: Final = "{first} 至 {last} {kind}"


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the bar; `word` stands below it where there is room."""

    x: float
    width: float
    shade: str
    sign: str
    word: str
    segment: Segment

    @property
    def days(self) -> int:
        """How many calendar days it lasted."""
        return (self.segment.last - self.segment.first).days + 1


@dataclass(frozen=True, slots=True)
class Bar:
    """The whole bar, with the sentence that says what it shows."""

    parts: tuple[Part, ...]
    said: str
    width: int = WIDTH


def bar_of(segments: Sequence[Segment]) -> Bar | None:
    """The segments one after the other; nothing where there are none."""
    if not segments:
        return None
    lengths = [(one.last - one.first).days + 1 for one in segments]
    shares = [max(WIDTH * length / sum(lengths), NARROWEST) for length in lengths]
    scale = WIDTH / sum(shares)
    parts, x = [], 0.0
    for one, share in zip(segments, shares, strict=True):
        width = share * scale
        word = one.kind.label if width >= ROOM else ""
        parts.append(
            Part(round(x, 1), round(width, 1), SHADES[one.kind], SIGNS[one.kind], word, one)
        )
        x += width
    said = "；".join(
        SAID.format(first=one.first, last=one.last, kind=one.kind.label) for one in segments
    )
    return Bar(tuple(parts), said)
