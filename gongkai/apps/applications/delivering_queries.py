"""Looking up deliveries: what has not been sent, what waits for proof, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from gongkai.apps.applications.models import Delivery, Letter
from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.core.applications.letters.kinds import LETTERS, Party
from gongkai.core.identity import Actor

ORGAN = "letter__application__organ"
SENT_OUT = tuple(row.code for row in LETTERS if row.party is not Party.NOBODY)


@dataclass(frozen=True, slots=True)
class DeliveryTasks:
    """What somebody has to see to, oldest first."""

    unsent: Sequence[Letter]
    unproved: Sequence[Delivery]
    failed: Sequence[Delivery]


def delivery_tasks(actor: Actor) -> DeliveryTasks:
    """The letters of the actor's organ that are not sent, not proved to have come, or came back."""
    own = within(actor, Letter.objects.all(), to=Purpose.WORK, field="application__organ")
    sent = Delivery.objects.filter(letter=OuterRef("pk"))
    unsent = own.filter(~Exists(sent), state="issued", code__in=SENT_OUT)
    deliveries = within(actor, Delivery.objects.all(), to=Purpose.WORK, field=ORGAN)
    known = deliveries.select_related("letter__application").order_by("sent_on", "pk")
    return DeliveryTasks(
        list(unsent.select_related("application").order_by("issued_at", "pk")),
        list(known.filter(state="sent", counts_on=None)),
        list(known.filter(state="failed", settled_at=None)),
    )


def delivery(actor: Actor, delivery_id: int) -> Delivery:
    """That delivery with its letter, of an organ the actor works for. Raises DoesNotExist."""
    rows = Delivery.objects.select_related("letter__application__organ")
    return one(actor, rows, delivery_id, to=Purpose.WORK, field=ORGAN)
