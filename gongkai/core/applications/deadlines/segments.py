"""The clock as segments (时段): when it ran, paused and stopped; what a timeline shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from gongkai.core.applications.deadlines.history import BASES, Cause, Entry, Mark
from gongkai.core.applications.deadlines.readings import Span
from gongkai.core.applications.deadlines.standing import Clock, Stand, base_of, stands

DAY: Final = timedelta(days=1)
ENDED: Final = frozenset({Mark.STOP, Mark.END})


class SegmentKind(StrEnum):
    """Whether the clock ran."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return {"running": "计算", "paused": "暂停计算", "stopped": "停止计算"}[self.value]


@dataclass(frozen=True, slots=True)
class Segment:
    """Days from the first to the last, both included, on which the clock did one thing."""

    kind: SegmentKind
    first: date
    last: date
    cause: Cause


def segments(history: Sequence[Entry], clock: Clock, today: date) -> tuple[Segment, ...]:
    """The segments from the day after receipt to the end of the case, or to today.

    An end after which the case was opened again is none: the clock stopped until then.
    """
    ends = [entry.day for entry in history[base_of(history) :] if entry.mark is Mark.END]
    last = ends[-1] if ends else today
    return tuple(_merged(_daily(history, clock, last)))


def _daily(history: Sequence[Entry], clock: Clock, last: date) -> Iterator[Segment]:
    still = [(stand, stand.span(clock.reading)) for stand in stands(history, clock.calendar)]
    still += list(_superseded(history, clock))
    start = history[0].day
    for step in range(1, (last - start).days + 1):
        day = start + step * DAY
        cause = _base(history, day)
        found = sorted((stand for stand, span in still if day in span), key=_weight)
        yield _segment(found[0], day) if found else Segment(SegmentKind.RUNNING, day, day, cause)


def _superseded(history: Sequence[Entry], clock: Clock) -> Iterator[tuple[Stand, Span]]:
    """The stops, and the ends of the case, that a new count has made an end of."""
    for number, entry in enumerate(history):
        after = [row for row in history[number:] if row.mark is Mark.RESTART]
        if entry.mark in ENDED and after:
            stand = Stand(entry.cause, Mark.STOP, entry.day, after[0].day, None)
            yield stand, stand.span(clock.reading)


def _base(history: Sequence[Entry], day: date) -> Cause:
    """Why the count runs that holds on a day."""
    return [row.cause for row in history if row.mark in BASES and row.day < day][-1]


def _weight(stand: Stand) -> bool:
    """A stop outweighs a pause."""
    return stand.mark is not Mark.STOP


def _segment(stand: Stand, day: date) -> Segment:
    kind = SegmentKind.STOPPED if stand.mark is Mark.STOP else SegmentKind.PAUSED
    return Segment(kind, day, day, stand.cause)


def _merged(daily: Iterator[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind and cause as one."""
    held: Segment | None = None
    for segment in daily:
        if held is not None and (held.kind, held.cause) == (segment.kind, segment.cause):
            held = replace(held, last=segment.last)
            continue
        if held is not None:
            yield held
        held = segment
    if held is not None:
        yield held
