"""Terms of others, and of correction, that somebody has to be reminded of (提醒).

Nothing is stored: a reminder is there as long as it is true, and gone as soon as it no longer is.
Those of the reply itself are in `waiting_queries`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from gongkai.apps.applications.models import (
    Application,
    Assignment,
    Consultation,
    Correction,
    Deferral,
    FeeNotice,
)
from gongkai.apps.applications.waiting.waiting_queries import in_my_hands
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import correction_watch
from gongkai.core.identity import Actor

Cases = QuerySet[Application]


def _late(today: date) -> Q:
    return Q(answer_by__lt=today)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to be reminded of: what a screen calls it, and the cases it is true of."""

    key: str
    label: str
    cases: Callable[[Cases, date], Cases]


def _correction(rows: Cases, today: date) -> Cases:
    """Received five working days ago or longer, and nobody has found it complete yet (Art. 30)."""
    days = calendar()
    early = rows.filter(state__in=("received", "examining"), is_corrected=False)
    known = early.exclude(received_on=None).values_list("pk", "received_on")
    near = [pk for pk, day in known if day and correction_watch(day, today, days) is not None]
    return rows.filter(pk__in=near)


def _uncorrected(rows: Cases, today: date) -> Cases:
    asked = Correction.objects.filter(_late(today), answered_on=None)
    return rows.filter(state="correcting", pk__in=asked.values("application_id"))


def _reasons(rows: Cases, today: date) -> Cases:
    asked = Deferral.objects.filter(_late(today))
    return rows.filter(state="reasons_asked", pk__in=asked.values("application_id"))


def _silent(rows: Cases, today: date) -> Cases:
    asked = Consultation.objects.filter(_late(today), opinion="").order_by()
    return rows.filter(pk__in=asked.values("application_id"))


def _unpaid(rows: Cases, today: date) -> Cases:
    noticed = FeeNotice.objects.filter(pay_by__lt=today, state="noticed").order_by()
    return rows.filter(pk__in=noticed.values("application_id"))


def _internal(rows: Cases, today: date) -> Cases:
    given = Assignment.objects.filter(_late(today), answered_on=None).order_by()
    return rows.filter(pk__in=given.values("application_id"))


REMINDERS: Final = (
    Reminder("correction", "需要补正的，告知期限将满", _correction),
    Reminder("uncorrected", "补正期限已过", _uncorrected),
    Reminder("reasons", "说明理由的期限已过", _reasons),
    Reminder("silent", "征求意见的期限已过", _silent),
    Reminder("unpaid", "缴费期限已过", _unpaid),
    Reminder("internal", "内部期限已过", _internal),
)
"""In the order in which a desk shows them."""


def reminded(actor: Actor, reminder: Reminder, today: date) -> Cases:
    """The open cases in the actor's hands that it is true of, by due day."""
    return reminder.cases(in_my_hands(actor), today)
