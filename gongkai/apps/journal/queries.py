"""Looking things up in the journal."""

from django.db.models import QuerySet

from gongkai.apps.journal.flaws import Flaw
from gongkai.apps.journal.models import Entry, Verification
from gongkai.core.identity import Actor


def history(actor: Actor, subject: str) -> QuerySet[Entry]:
    """What was done to a subject, latest first: the entries of the actor's own organ."""
    if actor.organ_id is None:
        return Entry.objects.none()
    return Entry.objects.filter(subject=subject, organ_id=actor.organ_id)


def last_verification() -> Verification | None:
    """The verification that was finished last."""
    return Verification.objects.exclude(finished_at=None).order_by("-finished_at", "-pk").first()


def flaws_of(row: Verification) -> tuple[Flaw, ...]:
    """The flaws that a verification kept."""
    return tuple(Flaw.from_data(data) for data in row.flaws)
