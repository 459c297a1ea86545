"""A decision that was corrected (行政复议、诉讼纠正): its case is opened again, once."""

from datetime import date, datetime
from typing import Final

from gongkai.apps.applications.handling.reopening import MOST, Order, reopen
from gongkai.apps.applications.models import Application, Entry
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.lifecycle import CLOSED
from gongkai.core.events import DecisionCorrected
from gongkai.core.identity import Actor, Role

REASON: Final = "{reason}（复议诉讼台账第 {dispute} 号）"
ENDED: Final = (*CLOSED, "archived")


def reopen_corrected(event: DecisionCorrected) -> None:
    """Open the case for whoever entered the result; one that is open already stays as it is.

    An event that is told again opens nothing anew.
    """
    reason = REASON.format(reason=event.reason, dispute=event.dispute_id)
    rows = Application.objects.filter(organ_id=event.organ_id, state__in=ENDED)
    row = rows.filter(pk=event.application_id).first()
    if row is None or _is_told(row, reason):
        return
    day = max(date.fromisoformat(event.day), row.closed_on or date.min)
    roles = frozenset({Role.DISCLOSURE_OFFICE})
    actor = Actor(event.actor_key, event.actor_name, event.organ_id, roles)
    reopen(
        actor,
        application_id=row.pk,
        expected=row.version,
        order=Order(reason, day, _term(event, day)),
        now=datetime.fromisoformat(event.at),
    )


def _is_told(row: Application, reason: str) -> bool:
    """Whether the case was opened for that reason already; notes are sealed, so each is opened."""
    notes = Entry.objects.filter(application=row).values_list("note", flat=True)
    return any(reason in note for note in notes)


def _term(event: DecisionCorrected, day: date) -> int:
    """Working days up to the day that was set, at least one; 0 where none was set."""
    if not event.until:
        return 0
    return min(max(calendar().count(day, date.fromisoformat(event.until)), 1), MOST)
