"""What an auditor (审计员) does with the journal: taking it out, which is recorded too."""

from dataclasses import asdict

from django.db import transaction

from gongkai.apps.journal.models import Entry
from gongkai.apps.journal.record import record
from gongkai.apps.organs.audit_queries import Asked, entries
from gongkai.apps.organs.scope import require
from gongkai.core.identity import Actor, Role


@transaction.atomic
def export_entries(actor: Actor, *, asked: Asked, most: int) -> list[Entry]:
    """The entries that fit, latest first; none when there are more than can be taken at once."""
    require(actor, Role.AUDITOR)
    found = list(entries(actor, asked)[: most + 1])
    if len(found) > most:
        return []
    told = {name: value for name, value in asdict(asked).items() if value}
    record(actor, "export_journal", "journal", after={**told, "entries": len(found)})
    return found
