"""Changing a disclosure class (公开属性变更审批), and reassessing what is kept back (定期评估)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.drafting import WRITERS
from gongkai.apps.publishing.locking_queries import item_step, locked_item
from gongkai.apps.publishing.models import (
    AttributeChange,
    Determination,
    Item,
    Publication,
    Reassessment,
)
from gongkai.apps.publishing.releasing import months_later
from gongkai.apps.publishing.stamps import rise
from gongkai.apps.publishing.texts import forget
from gongkai.apps.wires.events import announce
from gongkai.core.events import ItemWithdrawn
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.law.grounds import GROUND
from gongkai.core.publishing.changes import CHANGE, REASSESSMENT_MONTHS, Outcome
from gongkai.core.publishing.disclosure import ALLOWED_CLASSES, DisclosureClass
from gongkai.core.publishing.lifecycle import ITEM
from gongkai.core.publishing.timeliness import STATUTORY

FROM_REASSESSMENT = "定期评估：{reason}"
NO_LONGER = "公开属性已经依法变更，不再主动公开。"
"""All that the public is told: the reasons stand on the form, and may themselves not be public."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which class an item shall have, on which ground, and why."""

    disclosure_class: str
    reason: str
    ground: str = ""

    def faults(self, item: Item) -> Iterator[Finding]:
        """What is wrong with it."""
        if not item.determinations.exists():
            yield obstacles.not_decided()
        if self.disclosure_class == item.disclosure_class:
            yield obstacles.same_class()
        if not self.reason.strip():
            yield obstacles.no_reason()
        if self.disclosure_class not in set(DisclosureClass):
            yield obstacles.unknown_class()
        elif not self._is_grounded():
            yield obstacles.no_ground()
        if item.changes.filter(state__in=("proposed", "endorsed")).exists():
            yield obstacles.open_change()

    def _is_grounded(self) -> bool:
        if self.disclosure_class != DisclosureClass.NOT_PUBLIC:
            return not self.ground
        return self.ground in GROUND and DisclosureClass.NOT_PUBLIC in ALLOWED_CLASSES[self.ground]


@transaction.atomic
def propose_change(actor: Actor, *, item_id: int, wanted: Wanted, now: datetime) -> AttributeChange:
    """Propose another disclosure class for an item; the office endorses, a leader approves."""
    require(actor, *WRITERS)
    item = locked_item(actor, item_id)
    if faults := list(wanted.faults(item)):
        raise BlockedError(faults)
    row = AttributeChange.objects.create(
        item=item,
        before=item.disclosure_class,
        after=wanted.disclosure_class,
        ground=wanted.ground,
        reason=wanted.reason.strip()[:1000],
        proposed_by_key=actor.key,
        proposed_by=actor.name[:100],
        proposed_at=now,
    )
    record(actor, "propose_change", f"item:{item.pk}", after={"from": row.before, "to": row.after})
    return row


@transaction.atomic
def decide_change(
    actor: Actor, *, change_id: int, agrees: bool, opinion: str, now: datetime
) -> AttributeChange:
    """Endorse, approve or refuse a change, as its state asks and the actor's role allows.

    Nobody decides on a proposal of his own, and nobody twice.
    """
    rows = AttributeChange.objects.select_for_update(of=("self", "item")).select_related("item")
    row = one(actor, rows, change_id, to=Purpose.WORK, field="item__organ")
    verbs = ("endorse", "approve") if agrees else ("refuse", "decline")
    found = [step for step in CHANGE.open_to(row.state, actor.roles) if step.verb in verbs]
    if not found:
        if row.closed_at is not None:
            raise BlockedError([obstacles.not_open(CHANGE.label(row.state))])
        raise NotAllowedError(actor.key)
    step = found[0]
    if faults := list(_decision_faults(actor, row, agrees=agrees, opinion=opinion)):
        raise BlockedError(faults)
    said = {
        "label": step.by.label,
        "verb": step.label,
        "text": opinion.strip()[:500],
        "key": actor.key,
        "name": actor.name,
        "at": now.isoformat(),
    }
    row.opinions = [*row.opinions, said]
    row.state = step.target
    row.closed_at = now if step.target in CHANGE.ends() else None
    row.save()
    if step.target == "approved":
        _apply(actor, row, now)
    record(
        actor,
        f"change_{step.verb}",
        f"item:{row.item_id}",
        before={"class": row.before},
        after={"class": row.after, "state": row.state},
        cite=step.cite,
    )
    return row


@transaction.atomic
def reassess(
    actor: Actor, *, item_id: int, outcome: Outcome, reason: str, now: datetime
) -> Reassessment:
    """Look again at what is kept back; a changed outcome begins a change of class (R1-12)."""
    require(actor, Role.DISCLOSURE_OFFICE)
    item = locked_item(actor, item_id)
    if item.state != "filed":
        raise BlockedError([obstacles.not_open(ITEM.label(item.state))])
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    row = Reassessment.objects.create(
        item=item,
        due=item.reassess_on,
        outcome=outcome.value,
        reason=reason.strip()[:1000],
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )
    item.reassess_on = months_later(localdate(now), REASSESSMENT_MONTHS)
    item.save(update_fields=["reassess_on"])
    if outcome is not Outcome.KEEP:
        target = outcome.value.removeprefix("to_")
        why = FROM_REASSESSMENT.format(reason=reason.strip())
        propose_change(actor, item_id=item_id, wanted=Wanted(target, why), now=now)
    record(actor, "reassess", f"item:{item.pk}", after={"outcome": outcome.value})
    return row


def _decision_faults(
    actor: Actor, row: AttributeChange, *, agrees: bool, opinion: str
) -> Iterator[Finding]:
    if actor.key == row.proposed_by_key:
        yield obstacles.own_proposal()
    if any(said["key"] == actor.key for said in row.opinions):
        yield obstacles.decided_before()
    if not agrees and not opinion.strip():
        yield obstacles.no_reason()


def _apply(actor: Actor, row: AttributeChange, now: datetime) -> None:
    """The item bears the new class from now on; what may no longer be public is taken down."""
    item = row.item
    item.disclosure_class, item.ground = row.after, row.ground
    Determination.objects.create(
        item=item,
        disclosure_class=row.after,
        ground=row.ground,
        reason=row.reason,
        proposed_by=row.proposed_by,
        decided_by=actor.name[:100],
        decided_at=now,
    )
    today = localdate(now)
    if row.after == DisclosureClass.PROACTIVE:
        item.due, item.reassess_on = calendar().add(today, STATUTORY.workdays), None
    else:
        item.reassess_on = months_later(today, REASSESSMENT_MONTHS)
        if item.state in {"released", "withdrawn"}:
            _take_down(actor, item, now)
    item.save()


def _take_down(actor: Actor, item: Item, now: datetime) -> None:
    rise()
    was_public = item.state == "released"
    step = item_step(item, "file_away")
    item.state, item.closing_reason = step.target, NO_LONGER
    if not was_public:
        return
    item.withdrawn_at = now
    forget(item)
    Publication.objects.create(
        item=item,
        revision_id=item.released_id,
        verb="file_away",
        reason=NO_LONGER,
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )
    announce(ItemWithdrawn(item.pk))
