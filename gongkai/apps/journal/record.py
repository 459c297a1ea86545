"""The journal's one door for writing (办理记录)."""

from collections.abc import Mapping

from gongkai.apps.journal.models import Entry
from gongkai.core.identity import Actor
from gongkai.core.law import Citation

Values = Mapping[str, str | int | bool | None]


def record(
    actor: Actor,
    verb: str,
    subject: str,
    *,
    before: Values | None = None,
    after: Values | None = None,
    cite: Citation | None = None,
) -> None:
    """Write down that the actor did this to that, what changed, and on what basis."""
    Entry.objects.create(
        actor=actor.key,
        actor_name=actor.name,
        organ_id=actor.organ_id,
        verb=verb,
        subject=subject,
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
        cite="" if cite is None else str(cite),
    )
