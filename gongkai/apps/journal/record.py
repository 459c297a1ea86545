"""The journal's one door for writing (办理记录).

An entry joins the chain in the caller's transaction: it is there if what it tells of is there, and
a rollback leaves no hole. Whoever adds one holds the head of the chain until the transaction ends,
so an action records last.
"""

from dataclasses import replace

from django.db import transaction

from gongkai.apps.journal.chain import FIELDS, Link, best_algorithm, digest_of
from gongkai.apps.journal.head import advance, locked_head
from gongkai.apps.journal.masking import Values, clean, plain
from gongkai.apps.journal.models import (
    LONGEST_ADDRESS,
    LONGEST_AGENT,
    LONGEST_NAME,
    Entry,
)
from gongkai.core.identity import Actor
from gongkai.core.law import Citation


@transaction.atomic(savepoint=False)
def record(
    actor: Actor,
    verb: str,
    subject: str,
    *,
    before: Values | None = None,
    after: Values | None = None,
    cite: Citation | None = None,
) -> int:
    """Write down that the actor did this to that, what changed, and on what basis.

    Returns the number of the entry. Where the actor acts from comes with the actor.
    """
    sequence, previous, now = locked_head()
    link = Link(
        sequence=sequence + 1,
        at=now,
        actor=actor.key,
        actor_name=clean(actor.name)[:LONGEST_NAME],
        organ_id=actor.organ_id,
        address=clean(actor.origin.address)[:LONGEST_ADDRESS],
        agent=clean(actor.origin.agent)[:LONGEST_AGENT],
        verb=str(verb),
        subject=subject,
        before=plain(before),
        after=plain(after),
        cite="" if cite is None else str(cite),
        previous=previous,
        algorithm=best_algorithm(),
    )
    link = replace(link, digest=digest_of(link))
    Entry.objects.create(**{name: getattr(link, name) for name in FIELDS})
    advance(link)
    return link.sequence


def record_reading(actor: Actor, subject: str, purpose: str) -> int:
    """Write down that the actor saw what not everybody sees, and what for: a download, a name."""
    return record(actor, "read", subject, after={"purpose": purpose})
