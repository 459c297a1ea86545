"""When a year of working days is entered, open cases are reckoned anew; those that moved listed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models.functions import Now
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.clocks import STORED, apply_due, holding, internal_workdays
from gongkai.apps.applications.models import (
    Application,
    ClockEntry,
    Consultation,
    DueMove,
    FeeNotice,
)
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import WorkdayYear
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.consulting import KIND, PartyKind
from gongkai.core.applications.deadlines import TERM
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.identity import SYSTEM, Actor

REASON: Final = "{year} 年的工作日已经录入，重新计算"
BATCH: Final = 500


def follow_workdays(event: WorkdaysLoaded) -> None:
    """Reckon anew what may depend on that year."""
    year = WorkdayYear.objects.annotate(now=Now()).filter(year=event.year).first()
    if year is not None:
        reckon_anew(SYSTEM, year=event.year, now=year.now)


@transaction.atomic
def reckon_anew(actor: Actor, *, year: int, now: datetime) -> int:
    """Store what is due now for every open case, and which of them moved; says how many did."""
    rows = Application.objects.select_for_update().filter(state__in=UNANSWERED)
    waiting = list(rows.exclude(received_on=None).order_by("pk"))
    entries = _entries(waiting)
    days, today = calendar(), localdate(now)
    internal = {pk: internal_workdays(pk) for pk in {row.organ_id for row in waiting}}
    changed, moves = [], []
    for row in waiting:
        if row.pk not in entries:
            continue
        stored = [getattr(row, name) for name in STORED]
        before = row.due
        apply_due(row, holding(entries[row.pk]), days, internal[row.organ_id], today)
        if stored != [getattr(row, name) for name in STORED]:
            changed.append(row)
        if row.due != before:
            reason = REASON.format(year=year)
            moves.append(
                DueMove(application=row, before=before, after=row.due, reason=reason, at=now)
            )
    Application.objects.bulk_update(changed, STORED, batch_size=BATCH)
    DueMove.objects.bulk_create(moves, batch_size=BATCH)
    _opinions_anew(days)
    _payments_anew(days)
    record(
        actor, "reckon_anew", f"workdays:{year}", after={"cases": len(waiting), "moved": len(moves)}
    )
    return len(moves)


def _opinions_anew(days: WorkdayCalendar) -> None:
    """The terms of those whose opinion is awaited, over the same working days as the clock's."""
    rows = Consultation.objects.select_for_update(of=("self",)).defer("party", "contact")
    waiting = list(rows.filter(application__state__in=UNANSWERED, opinion=""))
    for row in waiting:
        term = KIND[PartyKind(row.kind)].term
        row.answer_by = term.last_day(row.delivered_on or row.asked_on, days)
    Consultation.objects.bulk_update(waiting, ["answer_by"], batch_size=BATCH)


def _payments_anew(days: WorkdayCalendar) -> None:
    """The terms of fees that are not paid yet: nobody is late before the working days are over."""
    rows = FeeNotice.objects.select_for_update(of=("self",)).exclude(delivered_on=None)
    waiting = list(rows.filter(application__state__in=UNANSWERED, state="noticed"))
    for row in waiting:
        if row.delivered_on is not None:
            row.pay_by = TERM["payment"].last_day(row.delivered_on, days)
    FeeNotice.objects.bulk_update(waiting, ["pay_by"], batch_size=BATCH)


def _entries(rows: Iterable[Application]) -> dict[int, list[ClockEntry]]:
    """The clock entries of these cases."""
    found = defaultdict[int, list[ClockEntry]](list)
    numbers = [row.pk for row in rows]
    for start in range(0, len(numbers), BATCH):
        part = numbers[start : start + BATCH]
        for entry in ClockEntry.objects.filter(application_id__in=part):
            found[entry.application_id].append(entry)
    return dict(found)
