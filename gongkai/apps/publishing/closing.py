"""Ending what is public: withdrawing it (撤回), or putting another item in its place (替代)."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, require, within
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.locking_queries import item_step, locked_item
from gongkai.apps.publishing.models import Item, Publication
from gongkai.apps.publishing.stamps import rise
from gongkai.apps.publishing.texts import forget
from gongkai.apps.wires.events import announce
from gongkai.core.events import ItemWithdrawn
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.lifecycle import Step


@transaction.atomic
def withdraw(actor: Actor, *, item_id: int, reason: str, now: datetime) -> Item:
    """Take an item from the public at once; its address goes on saying that and why."""
    require(actor, Role.DISCLOSURE_OFFICE)
    item = locked_item(actor, item_id)
    step = item_step(item, "withdraw")
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    item.withdrawn_at = now
    _close(actor, item, step, reason, now)
    announce(ItemWithdrawn(item.pk))
    record(actor, step.verb, f"item:{item.pk}", after={"reason": item.closing_reason})
    return item


@transaction.atomic
def replace(actor: Actor, *, item_id: int, by_id: int, reason: str, now: datetime) -> Item:
    """Put another released item in an item's place; the old address leads to the new one."""
    require(actor, Role.DISCLOSURE_OFFICE)
    item = locked_item(actor, item_id)
    step = item_step(item, "replace")
    others = within(actor, Item.objects.filter(state="released"), to=Purpose.WORK)
    by = others.filter(pk=by_id, organ_id=item.organ_id).exclude(pk=item.pk).first()
    faults = [obstacles.replaced_by_itself()] if by is None else []
    if not reason.strip():
        faults.append(obstacles.no_reason())
    if faults:
        raise BlockedError(faults)
    item.replaced_by = by
    _close(actor, item, step, reason, now)
    announce(ItemWithdrawn(item.pk))
    record(actor, step.verb, f"item:{item.pk}", after={"reason": item.closing_reason, "by": by_id})
    return item


def _close(actor: Actor, item: Item, step: Step, reason: str, now: datetime) -> None:
    item.state, item.closing_reason = step.target, reason.strip()[:500]
    item.save()
    Publication.objects.create(
        item=item,
        revision_id=item.released_id,
        verb=step.verb,
        reason=item.closing_reason,
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )
    forget(item)
    rise()
