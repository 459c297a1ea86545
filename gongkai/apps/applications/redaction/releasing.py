"""Proposing a redaction, and releasing it: by two different people (职责分离)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import Redaction
from gongkai.apps.applications.redaction import obstacles
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction.locking_queries import (
    locked_redaction,
    others_work,
    own_draft,
)
from gongkai.apps.applications.redaction.states import MAKERS, RedactionState
from gongkai.apps.applications.redaction.tasks import make_redaction, try_redaction
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor
from gongkai.core.law.statutes import OGI

SUBJECT: Final = "redaction:{pk}"
LONGEST_FAULT: Final = 500


@transaction.atomic
def propose(actor: Actor, *, redaction_id: int, now: datetime) -> Redaction:
    """Hand what is covered to somebody else for release; the worker makes a trial of it.

    Raises BlockedError while nothing is covered, suggestions are open, or a ground is missing.
    """
    redaction = own_draft(actor, redaction_id)
    if found := list(_unfinished(redaction)):
        raise BlockedError(found)
    redaction.state, redaction.fault = RedactionState.PROPOSED, ""
    redaction.version += 1
    redaction.made_at = now
    redaction.save()
    try_redaction.enqueue(redaction.pk, redaction.version)
    record(
        actor,
        "propose_redaction",
        SUBJECT.format(pk=redaction.pk),
        after={"boxes": redaction.boxes.count(), "version": redaction.version},
    )
    redaction.refresh_from_db()
    return redaction


@transaction.atomic
def take_back(actor: Actor, *, redaction_id: int) -> Redaction:
    """Go on covering what one has proposed oneself."""
    require(actor, *MAKERS)
    redaction = locked_redaction(actor, redaction_id, RedactionState.PROPOSED)
    if redaction.made_by_key != actor.key:
        raise BlockedError([obstacles.not_yours(redaction.made_by)])
    _back_to_work(redaction, "")
    record(actor, "take_back_redaction", SUBJECT.format(pk=redaction.pk))
    return redaction


@transaction.atomic
def send_back(actor: Actor, *, redaction_id: int, reason: str) -> Redaction:
    """Tell whoever made it what is wrong; also ends a making that does not come to an end."""
    states = (RedactionState.PROPOSED, RedactionState.MAKING)
    redaction = others_work(actor, redaction_id, *states)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    _back_to_work(redaction, reason.strip())
    record(
        actor,
        "send_back_redaction",
        SUBJECT.format(pk=redaction.pk),
        after={"reason": redaction.fault},
    )
    return redaction


@transaction.atomic
def release(actor: Actor, *, redaction_id: int, expected: int, now: datetime) -> Redaction:
    """Release what somebody else has covered: the worker makes the file and verifies it.

    `expected` is the version that was looked at. Raises BlockedError, for one's own work too.
    """
    redaction = others_work(actor, redaction_id, RedactionState.PROPOSED)
    if redaction.version != expected:
        raise BlockedError([obstacles.changed_meanwhile()])
    which = redaction_pages.after(redaction.version)
    pages, _ = redaction_pages.pages(redaction.pk, which)
    if not pages or redaction_pages.ready(redaction.pk, which) < pages:
        raise BlockedError([obstacles.not_tried()])
    redaction.state = RedactionState.MAKING
    redaction.released_by, redaction.released_at = actor.name[:100], now
    redaction.save()
    make_redaction.enqueue(redaction.pk, redaction.version)
    subject = SUBJECT.format(pk=redaction.pk)
    record(
        actor,
        "release_redaction",
        subject,
        after={"boxes": redaction.boxes.count(), "version": redaction.version},
        cite=OGI.at(37),
    )
    redaction.refresh_from_db()
    return redaction


def _back_to_work(redaction: Redaction, fault: str) -> None:
    redaction.state, redaction.fault = RedactionState.DRAFT, fault[:LONGEST_FAULT]
    redaction.released_by, redaction.released_at = "", None
    redaction.version += 1
    redaction.save()


def _unfinished(redaction: Redaction) -> Iterator[Finding]:
    """What is still to be done before somebody else looks at it."""
    boxes = list(redaction.boxes.values_list("page", "ground", "is_accepted"))
    if not any(accepted for _, _, accepted in boxes):
        yield obstacles.no_boxes()
    waiting = [page for page, _, accepted in boxes if not accepted]
    if waiting:
        yield obstacles.open_suggestions(len(waiting), _listed(waiting))
    groundless = [page for page, ground, accepted in boxes if accepted and not ground]
    if groundless:
        yield obstacles.no_ground(_listed(groundless))


def _listed(pages: Iterable[int]) -> str:
    return "、".join(str(page) for page in sorted(set(pages)))
