"""From a history to the days on which its clock does not run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.core.applications.deadlines.history import BASES, STANDS, Cause, Entry, Mark
from gongkai.core.applications.deadlines.readings import AFTER_ASKED, PauseReading, Span
from gongkai.core.applications.deadlines.terms import REPLY
from gongkai.core.calendar import WorkdayCalendar


@dataclass(frozen=True, slots=True)
class Clock:
    """What a reckoning goes by: the working days, the reading of a pause, the length of the term.

    The statutory clock has the statutory length; the internal one the organ's own, shorter one.
    """

    calendar: WorkdayCalendar
    reading: PauseReading = AFTER_ASKED
    workdays: int = REPLY.workdays or 0


@dataclass(frozen=True, slots=True)
class Stand:
    """One time in which the clock does not run: why, from when, to when, and what ended it.

    `arrived`: the day the answer came; `expires`: the last day of the answer's own term. While
    neither is known there is no end.
    """

    cause: Cause
    mark: Mark
    asked: date
    arrived: date | None
    expires: date | None

    @property
    def ends(self) -> date | None:
        """The day on which it is over; what comes after its own term does not lengthen it."""
        known = [day for day in (self.arrived, self.expires) if day is not None]
        return min(known, default=None)

    def span(self, reading: PauseReading) -> Span:
        """The days left out; to the end of time while it lasts."""
        whole = AFTER_ASKED if self.mark is Mark.STOP else reading
        return (
            Span(self.asked, date.max) if self.ends is None else whole.span(self.asked, self.ends)
        )


FIRST: Final = 0


def base_of(history: Sequence[Entry]) -> int:
    """Where in the history the count that holds now begins."""
    return max((n for n, entry in enumerate(history) if entry.mark in BASES), default=FIRST)


def stands(history: Sequence[Entry], calendar: WorkdayCalendar) -> tuple[Stand, ...]:
    """The pauses, and the stops that no new count has made an end of."""
    return tuple(_stands(history, calendar))


def _stands(history: Sequence[Entry], calendar: WorkdayCalendar) -> Iterator[Stand]:
    base = base_of(history)
    seen = set[str]()
    for number, entry in enumerate(history):
        if entry.mark not in STANDS or entry.key in seen:
            continue
        if entry.mark is Mark.STOP and number < base:
            continue
        seen.add(entry.key)
        yield _stand(history[number:], entry, calendar)


def _stand(history: Sequence[Entry], first: Entry, calendar: WorkdayCalendar) -> Stand:
    """What the entries of one key come to: the last word on each question holds."""
    mine = [row for row in history if row.key == first.key]
    arrived = next((row.day for row in reversed(mine) if row.mark is Mark.RESUME), None)
    last = next(row for row in reversed(mine) if row.mark is first.mark)
    expires = calendar.add(last.since or first.day, last.workdays) if last.workdays else None
    return Stand(first.cause, first.mark, first.day, arrived, expires)
