"""Looking up deliveries, and which letters go out at all."""

from gongkai.apps.applications.models import Delivery
from gongkai.apps.organs.scope import Purpose, one
from gongkai.core.applications.letters.kinds import LETTERS, Party
from gongkai.core.identity import Actor

ORGAN = "letter__application__organ"
SENT_OUT = tuple(row.code for row in LETTERS if row.party is not Party.NOBODY)


def delivery(actor: Actor, delivery_id: int) -> Delivery:
    """That delivery with its letter, of an organ the actor works for. Raises DoesNotExist."""
    rows = Delivery.objects.select_related("letter__application__organ")
    return one(actor, rows, delivery_id, to=Purpose.WORK, field=ORGAN)
