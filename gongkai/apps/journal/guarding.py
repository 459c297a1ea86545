"""Putting back the triggers that somebody took away."""

from django.db import connection, transaction

from gongkai.apps.journal.record import record
from gongkai.apps.journal.triggers import lift, missing, place
from gongkai.core.identity import Actor


@transaction.atomic
def guard(actor: Actor) -> tuple[str, ...]:
    """Let the database refuse changes again; returns the triggers that were gone."""
    if gone := missing(connection):
        lift(connection)
        place(connection)
        record(actor, "guard_journal", "journal", after={"triggers": gone})
    return gone
