"""The calendar of a stored dispute, and what of it is kept for lists; reckoned anew with a year."""

from typing import Final

from django.db import transaction

from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.disputes.lifecycle import CLOSED, OPEN
from gongkai.core.disputes.stages import Facts, next_duty
from gongkai.core.disputes.terms import Day
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.identity import SYSTEM, Actor

STORED: Final = ("due", "duty", "is_provisional")


def facts_of(row: Dispute) -> Facts:
    """What the calendar of this dispute follows from."""
    days = {day: value for day in Day if (value := getattr(row, f"{day.value}_on"))}
    return Facts(
        row.sort,
        days,
        row.is_simplified,
        row.judgment_form,
        row.extended_until,
        row.evidence_until,
        row.redo_by,
        row.redone_on,
        row.breaks,
        row.remanded_on,
        row.is_retrial,
    )


def keep_due(row: Dispute, days: WorkdayCalendar) -> None:
    """Set what lists show: the organ's next duty and its day. The caller saves."""
    stage = next_duty(facts_of(row), row.state, days)
    due = None if stage is None else stage.due
    row.duty = "" if stage is None else stage.key
    row.due = None if due is None else due.day
    row.is_provisional = due is not None and due.is_provisional


def follow_workdays(event: WorkdaysLoaded) -> None:
    """Reckon anew what may depend on that year."""
    reckon_disputes_anew(SYSTEM, year=event.year)


@transaction.atomic
def reckon_disputes_anew(actor: Actor, *, year: int) -> int:
    """Keep what is due now for every dispute that waits for the organ; says how many moved."""
    days, moved = calendar(), list[Dispute]()
    waiting = Dispute.objects.select_for_update(of=("self",)).filter(state__in=(*OPEN, CLOSED))
    for row in waiting.exclude(duty="").select_related("follows").order_by("pk"):
        before = [getattr(row, name) for name in STORED]
        keep_due(row, days)
        if before != [getattr(row, name) for name in STORED]:
            moved.append(row)
    Dispute.objects.bulk_update(moved, STORED)
    record(actor, "reckon_disputes_anew", f"workdays:{year}", after={"moved": len(moved)})
    return len(moved)
