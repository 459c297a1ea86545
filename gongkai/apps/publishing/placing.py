"""Other channels (渠道): where else an item was told, and the copies that have to follow."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.locking_queries import locked_item
from gongkai.apps.publishing.models import Placement, Publication
from gongkai.core.events import ItemReleased, ItemWithdrawn
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.channels import Channel

CURRENT, TO_FOLLOW = "current", "to_follow"
CHANGING = ("correction", "reissue")
ENDING = ("withdraw", "replace", "file_away")
"""What happened to an item, as its publications say it, that a copy elsewhere has to follow."""


@transaction.atomic
def place(actor: Actor, *, item_id: int, channel: str, address: str, placed_on: date) -> Placement:
    """Note that an item was told somewhere else too."""
    require(actor, Role.DISCLOSURE_OFFICE, Role.DRAFTER)
    item = locked_item(actor, item_id)
    if channel not in set(Channel) or channel == Channel.PORTAL:
        raise BlockedError([obstacles.bad_placement()])
    row = Placement.objects.create(
        item=item, channel=channel, address=address.strip()[:500], placed_on=placed_on
    )
    record(actor, "place", f"item:{item.pk}", after={"channel": channel, "address": row.address})
    return row


@transaction.atomic
def remove_placement(actor: Actor, *, placement_id: int) -> None:
    """Take back a note that was wrong."""
    require(actor, Role.DISCLOSURE_OFFICE, Role.DRAFTER)
    row = _placement(actor, placement_id)
    item_id, before = row.item_id, {"channel": row.channel, "address": row.address}
    row.delete()
    record(actor, "remove_placement", f"item:{item_id}", before=before)


@transaction.atomic
def followed(actor: Actor, *, placement_id: int, now: datetime) -> Placement:
    """Note that a copy elsewhere has been changed or taken down as the item was."""
    require(actor, Role.DISCLOSURE_OFFICE, Role.DRAFTER)
    row = _placement(actor, placement_id)
    row.state, row.followed_at = CURRENT, now
    row.save(update_fields=["state", "followed_at"])
    record(actor, "followed", f"item:{row.item_id}", after={"channel": row.channel})
    return row


def follow_release(event: ItemReleased) -> None:
    """A corrected item: its copies elsewhere have to be corrected as well."""
    rows = Publication.objects.filter(item_id=event.item_id, revision_id=event.revision_id)
    _ask(event.item_id, rows.filter(verb__in=CHANGING))


def follow_withdrawal(event: ItemWithdrawn) -> None:
    """An item is no longer public: its copies elsewhere have to go as well."""
    rows = Publication.objects.filter(item_id=event.item_id, verb__in=ENDING)
    _ask(event.item_id, rows)


def _ask(item_id: int, changes: QuerySet[Publication]) -> None:
    """Ask for what the last of these changes asks for.

    The moment of the change is noted, so that an event that is told again asks nothing anew of
    whoever has followed it meanwhile.
    """
    at = changes.aggregate(at=Max("at"))["at"]
    if at is None:
        return
    rows = Placement.objects.filter(item_id=item_id).exclude(channel=Channel.PORTAL)
    rows.filter(Q(asked_at=None) | Q(asked_at__lt=at)).update(state=TO_FOLLOW, asked_at=at)


def _placement(actor: Actor, placement_id: int) -> Placement:
    rows = Placement.objects.select_for_update(of=("self",))
    return one(
        actor,
        rows.exclude(channel=Channel.PORTAL),
        placement_id,
        to=Purpose.WORK,
        field="item__organ",
    )
