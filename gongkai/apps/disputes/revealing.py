"""Seeing the name of the other party (查看对方姓名): for whoever handles it, and written down."""

from django.db import transaction

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.casework_queries import SUBJECT
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.record import record_reading
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.disputes.doors import REVEALERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def reveal_party(actor: Actor, *, dispute_id: int, purpose: str) -> str:
    """The name in clear; the journal keeps who saw it and what for. Raises BlockedError."""
    require(actor, *REVEALERS)
    row = one(actor, Dispute.objects.all(), dispute_id, to=Purpose.WORK)
    if not purpose.strip():
        raise BlockedError([obstacles.lacking("purpose")])
    record_reading(actor, SUBJECT.format(pk=row.pk), purpose.strip())
    return row.party
