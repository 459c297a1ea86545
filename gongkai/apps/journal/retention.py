"""Removing entries whose time is over."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from gongkai.apps.journal.head import locked_head
from gongkai.apps.journal.models import Checkpoint, Entry
from gongkai.apps.journal.record import record
from gongkai.apps.journal.terms import kept_days
from gongkai.apps.journal.verify import REMOVAL, told_of
from gongkai.core.identity import Actor


@transaction.atomic
def expire(actor: Actor, *, now: datetime) -> int:
    """Remove the entries whose time is over; returns how many.

    The chain then begins at the checkpoint, and the removal is an entry like any other. An entry
    goes only when all before it go too.
    """
    locked_head()
    last = _last_to_go(now - timedelta(days=kept_days()))
    if last is None:
        return 0
    going = Entry.objects.filter(sequence__lte=last.sequence)
    removal = Checkpoint(
        through=last.sequence, digest=last.digest, removed=going.count(), latest_at=last.at
    )
    removal.recorded_in = record(actor, REMOVAL, "journal", after=told_of(removal))
    removal.save()
    QuerySet.delete(going)
    return removal.removed


def _last_to_go(boundary: datetime) -> Entry | None:
    rows = Entry.objects.order_by("sequence")
    young = rows.filter(at__gt=boundary).first()
    old = rows.filter(sequence__lt=young.sequence) if young else rows
    return old.last()
