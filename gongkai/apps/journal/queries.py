"""Looking things up in the journal."""

from django.db.models import QuerySet

from gongkai.apps.journal.models import Entry
from gongkai.core.identity import Actor


def history(actor: Actor, subject: str) -> QuerySet[Entry]:
    """What was done to a subject, latest first: the entries of the actor's own organ."""
    if actor.organ_id is None:
        return Entry.objects.none()
    return Entry.objects.filter(subject=subject, organ_id=actor.organ_id)
