"""What time alone changes on a row (期限中止): a pause whose own term has ended is none."""

from datetime import datetime

from django.utils.timezone import localdate

from gongkai.apps.applications.cases.clocks import holding, is_waiting, statutory_clock
from gongkai.apps.applications.models import Application
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import reckon
from gongkai.core.applications.lifecycle import UNANSWERED


def tend_pauses(now: datetime) -> int:
    """Take the sign of a pause from cases for whose opinions nobody waits any more; the worker does
    so every hour. Due days are as they were: they never move without an entry."""
    rows = Application.objects.filter(state__in=UNANSWERED, is_paused=True).exclude(due=None)
    clock, today = statutory_clock(calendar()), localdate(now)
    over = [
        row.pk
        for row in rows.prefetch_related("clock_entries")
        if not is_waiting(reckon(holding(row.clock_entries.all()), clock), today)
    ]
    return rows.filter(pk__in=over).update(is_paused=False)
