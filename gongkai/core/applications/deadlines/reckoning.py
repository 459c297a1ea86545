"""The due day of a reply, and how it was reckoned day by day (Art. 30, 33, 35; R1-25, R1-27).

The due day is a function of the history and the table of working days alone: it never asks what
day it is, so it never moves without an entry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from gongkai.core.applications.deadlines.history import Entry, Mark
from gongkai.core.applications.deadlines.readings import Span
from gongkai.core.applications.deadlines.result import Day, Reckoning, Why
from gongkai.core.applications.deadlines.standing import Clock, base_of, stands
from gongkai.core.applications.deadlines.terms import EXTENSION
from gongkai.core.applications.deadlines.wording import steps
from gongkai.core.calendar import WorkdayCalendar

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5


def reckon(history: Sequence[Entry], clock: Clock) -> Reckoning:
    """The due day that this history leads to. Raises ValueError for a history without a start.

    Raises OutOfReachError where a pause or a term has no end within ten years.
    """
    if not history or history[0].mark is not Mark.START:
        message = "a clock that was not started has no due day"
        raise ValueError(message)
    entries, calendar = history[base_of(history) :], clock.calendar
    base, extension = entries[0], _extension(entries)
    found = stands(history, calendar)
    skipped = tuple(stand.span(clock.reading) for stand in found)
    workdays = (base.workdays or clock.workdays) + extension
    term = _term(base.day, workdays, calendar, skipped)
    due = _deferred(entries, term)
    reckoning = Reckoning(
        base=base.day,
        workdays=workdays,
        extension=extension,
        term=term,
        due=due,
        provisional=due is not None and calendar.provisional(base.day + DAY, due),
        stands=found,
        steps=(),
        days=() if term is None else tuple(_days(base.day, term, calendar, skipped)),
        skipped=skipped,
    )
    return replace(reckoning, steps=tuple(steps(reckoning, entries, clock)))


def _extension(entries: Sequence[Entry]) -> int:
    """How much has been added since the count began, never more than the statute allows."""
    added = sum(entry.workdays for entry in entries if entry.mark is Mark.EXTEND)
    return min(added, EXTENSION.workdays or added)


def _term(
    base: date, workdays: int, calendar: WorkdayCalendar, skipped: Sequence[Span]
) -> date | None:
    """The last day of the term; none where a pause without an end begins before it is over."""
    ended = [span for span in skipped if span.last < date.max]
    term = calendar.add(base, workdays, lambda day: any(day in span for span in ended))
    is_standing = any(span.last == date.max and span.first <= term for span in skipped)
    return None if is_standing else term


def _deferred(entries: Sequence[Entry], term: date | None) -> date | None:
    """The day told to the applicant, where the reply was deferred beyond the term (Art. 35)."""
    told = [entry.until for entry in entries if entry.mark is Mark.DEFER and entry.until]
    return term if term is None else max([term, *told[-1:]])


def _days(
    base: date, term: date, calendar: WorkdayCalendar, skipped: Sequence[Span]
) -> Iterator[Day]:
    """Every day from the base to the end of the term, and why it counts or does not."""
    yield Day(base, Why.BASE)
    number = 0
    for step in range(1, (term - base).days + 1):
        day = base + step * DAY
        why = _why(day, calendar, skipped)
        if why in COUNTED:
            number += 1
        yield Day(day, why, number if why in COUNTED else None)


def _why(day: date, calendar: WorkdayCalendar, skipped: Sequence[Span]) -> Why:
    is_weekend = day.weekday() >= SATURDAY
    if not calendar.is_workday(day):
        return Why.WEEKEND if is_weekend else Why.HOLIDAY
    if any(day in span for span in skipped):
        return Why.PAUSED
    return Why.MAKEUP if is_weekend else Why.COUNTED


COUNTED: Final = frozenset({Why.COUNTED, Why.MAKEUP})
