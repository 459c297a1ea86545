"""What an application would cost: how much the same applicant asked for in the month (R3-13)."""

from calendar import monthrange
from datetime import date

from django.db.models import Count

from gongkai.apps.applications.models import Application
from gongkai.apps.organs.scope import Purpose, one
from gongkai.core.applications.fees import Counted, Suggestion, before_in_month, suggestion
from gongkai.core.identity import Actor


def fee_suggestion(actor: Actor, application_id: int, pages: int = 0) -> Suggestion:
    """What could be charged for a case by either method. Raises DoesNotExist."""
    row = one(actor, Application.objects.all(), application_id, to=Purpose.WORK)
    if row.received_on is None:
        return Suggestion((), "")
    return suggestion(row.received_on, units=units_of(row), before=units_before(row), pages=pages)


def units_of(application: Application) -> int:
    """Into how many smallest reasonable units an application falls (一事一申请, R3-03)."""
    return max(application.items.count(), 1)


def units_before(application: Application) -> int:
    """How many units the same identity asked the same organ for earlier in the calendar month.

    What was joined into another application stands among the units of that one.
    """
    received = application.received_on
    if received is None or not application.identity_key:
        return 0
    rows = Application.objects.filter(
        organ_id=application.organ_id,
        identity_key=application.identity_key,
        received_on__range=_month(received),
        joined_into=None,
    ).exclude(state="void")
    found = rows.annotate(units=Count("items")).values_list("pk", "received_on", "units")
    others = [
        Counted(application.identity_key, day or date.max, pk, max(units, 1))
        for pk, day, units in found
    ]
    return before_in_month(Counted(application.identity_key, received, application.pk), others)


def _month(day: date) -> tuple[date, date]:
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last)
