"""The clock of a case, from its stored entries: what is due, kept on the row for the queue.

Entries are only ever added. What is due follows from them and the table of working days, so it is
reckoned anew with every entry, and for all open cases when a year's working days are entered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.utils.timezone import localdate

from gongkai.apps.applications.models import Application, ClockEntry, DueMove, Profile
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import (
    READINGS,
    Cause,
    Clock,
    Entry,
    Mark,
    PauseReading,
    Reckoning,
    Segment,
    faults,
    reckon,
    segments,
)
from gongkai.core.applications.deadlines.terms import RECORD_WORKDAYS, REPLY
from gongkai.core.applications.kinds import ApplicationKind
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

STORED: Final = ("due", "is_provisional", "is_paused", "internal_due", "is_extended")
"""What of a reckoning is kept on the row."""
INTERNAL: Final = "reply"
"""Under which key a profile holds the organ's own length of the term for a reply."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Who enters something into the clock, when, and why."""

    actor: Actor
    now: datetime
    reason: str


def history_of(application: Application) -> tuple[Entry, ...]:
    """The entries that hold, in the order in which they were made."""
    return holding(application.clock_entries.all())


def holding(rows: Iterable[ClockEntry]) -> tuple[Entry, ...]:
    """Entries without those made in error and those that only void them. The start comes first,
    whenever it was entered."""
    return tuple(entry_of(row) for row in _standing(rows))


def _standing(rows: Iterable[ClockEntry]) -> list[ClockEntry]:
    listed = sorted(rows, key=lambda row: (row.verb != Mark.START, row.pk))
    voided = {row.voids_id for row in listed if row.voids_id is not None}
    return [row for row in listed if row.pk not in voided and row.voids_id is None]


def entry_of(row: ClockEntry) -> Entry:
    """The entry as the core knows it."""
    return Entry(
        mark=Mark(row.verb),
        day=row.day,
        cause=Cause(row.cause),
        key=row.source,
        workdays=row.workdays or 0,
        since=row.since,
        until=row.until,
    )


def reading() -> PauseReading:
    """How pauses are read here (GONGKAI_PAUSE_READING)."""
    return READINGS[settings.GONGKAI_PAUSE_READING]


def internal_workdays(organ_id: int) -> int | None:
    """The organ's own length of the term, where it has set one that is shorter."""
    terms = Profile.objects.filter(organ_id=organ_id).values_list("internal_terms", flat=True)
    found = next(iter(terms), None) or {}
    days = found.get(INTERNAL)
    statutory = REPLY.workdays or 0
    return days if isinstance(days, int) and 0 < days < statutory else None


def statutory_clock(days: WorkdayCalendar) -> Clock:
    """The clock of the Regulations over these working days."""
    return Clock(days, reading())


def reckoning_of(application: Application, days: WorkdayCalendar) -> Reckoning | None:
    """The reckoning of a case; none before the day of receipt is known."""
    history = history_of(application)
    return reckon(history, statutory_clock(days)) if history else None


def segments_of(
    application: Application, days: WorkdayCalendar, today: date
) -> tuple[Segment, ...]:
    """When the clock of a case ran and stood still so far; nothing before receipt is known."""
    history = history_of(application)
    return segments(history, statutory_clock(days), today) if history else ()


def begin_clock(application: Application, *, actor: Actor, now: datetime) -> None:
    """Start the clock on the day of receipt, if that is known already."""
    if application.received_on is not None:
        own_term = RECORD_WORKDAYS if application.kind == ApplicationKind.RECORD else 0
        start = Entry(Mark.START, application.received_on, Cause.RECEIPT, workdays=own_term)
        note_clock(application, start, Moment(actor, now, Cause.RECEIPT.label))


def begin_anew(application: Application, moment: Moment) -> None:
    """Void the start of the clock and enter it again on the day of receipt as it is known now.

    All other entries hold. Raises BlockedError where one of them would be earlier than receipt.
    """
    first, *others = _standing(application.clock_entries.all())
    begun = replace(entry_of(first), day=application.received_on or first.day)
    if found := list(faults((begun, *map(entry_of, others)))):
        raise BlockedError(found)
    ClockEntry.objects.create(
        application=application,
        verb=first.verb,
        cause=first.cause,
        day=first.day,
        workdays=first.workdays,
        note=moment.reason[:300],
        voids=first,
        actor_name=moment.actor.name[:100],
        at=moment.now,
    )
    note_clock(application, begun, moment)


def end_clock(application: Application, *, actor: Actor, now: datetime) -> None:
    """End the clock on the day on which the case was over."""
    if application.received_on is None:
        return
    day = application.closed_on or localdate(now)
    note_clock(application, Entry(Mark.END, day, Cause.CLOSED), Moment(actor, now, ENDED))


def note_clock(application: Application, entry: Entry, moment: Moment) -> ClockEntry:
    """Add an entry and store what is due now; inside the caller's transaction."""
    row = ClockEntry.objects.create(
        application=application,
        verb=entry.mark.value,
        cause=entry.cause.value,
        day=entry.day,
        workdays=entry.workdays or None,
        source=entry.key,
        since=entry.since,
        until=entry.until,
        note=moment.reason[:300],
        actor_name=moment.actor.name[:100],
        at=moment.now,
    )
    settle_due(application, history_of(application), calendar(), moment)
    return row


def settle_due(
    application: Application, history: Sequence[Entry], days: WorkdayCalendar, moment: Moment
) -> DueMove | None:
    """Store what is due after these entries, and the move where the day is another one now."""
    before = application.due
    known = internal_workdays(application.organ_id)
    apply_due(application, history, days, known, localdate(moment.now))
    application.save(update_fields=STORED)
    if application.due == before:
        return None
    return DueMove.objects.create(
        application=application,
        before=before,
        after=application.due,
        reason=moment.reason[:300],
        at=moment.now,
    )


def apply_due(
    application: Application,
    history: Sequence[Entry],
    days: WorkdayCalendar,
    internal: int | None,
    today: date,
) -> None:
    """Put on the row what these entries come to; nothing is saved yet."""
    clock = statutory_clock(days)
    found = reckon(history, clock)
    application.due = found.due
    application.is_provisional = found.provisional
    application.is_extended = found.extension > 0
    application.is_paused = found.due is None or is_waiting(found, today)
    inner = None if internal is None else reckon(history, Clock(days, clock.reading, internal))
    application.internal_due = None if inner is None else inner.due


def is_waiting(found: Reckoning, today: date) -> bool:
    """Whether an opinion that has not come may still come in time."""
    return any(
        stand.arrived is None and (stand.expires is None or stand.expires >= today)
        for stand in found.stands
    )


ENDED: Final = "办结"
