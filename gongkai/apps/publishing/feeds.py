"""Feeds to be looked at (待提取): sent as a file, or fetched from an address."""

from datetime import datetime, timedelta

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.models import HeldFeed
from gongkai.apps.wires.adapters import feed_source
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.core.ports import UnfetchableError
from gongkai.core.publishing.doors import HARVESTERS

DAY = timedelta(days=1)
LARGEST = 20 * 1024 * 1024


@transaction.atomic
def hold_feed(actor: Actor, *, name: str, data: bytes, now: datetime) -> HeldFeed:
    """Keep a feed for a day, to be looked at and taken over."""
    require(actor, *HARVESTERS)
    refuse_large(len(data))
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0)
    HeldFeed.objects.filter(held_at__lt=now - DAY).delete()
    row = HeldFeed.objects.create(organ=organ, name=name[:500], data=data, held_at=now)
    record(actor, "hold_feed", f"feed:{row.pk}", after={"name": row.name, "size": len(data)})
    return row


def refuse_large(size: int) -> None:
    """Refuse what is more than a feed ever is, before it is read."""
    if size > LARGEST:
        raise BlockedError([obstacles.feed_too_large(LARGEST // 1024 // 1024)])


def fetch_feed(address: str) -> bytes:
    """What stands at an address. Outside any transaction: nobody waits while the network does."""
    if not address:
        raise BlockedError([obstacles.no_feed()])
    try:
        return feed_source().fetch(address)
    except UnfetchableError as error:
        raise BlockedError([error.finding]) from error
