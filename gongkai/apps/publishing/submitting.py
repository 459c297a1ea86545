"""Submitting (送审): freezing what is written into a revision and sending it on its way."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gongkai.apps.files import queries as files
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.chains import chain_of, packed
from gongkai.apps.publishing.checking import pass_gate
from gongkai.apps.publishing.drafting import WRITERS, reflect, touched
from gongkai.apps.publishing.locking_queries import locked_edition, seen, step_of
from gongkai.apps.publishing.markup import reading
from gongkai.apps.publishing.models import Attached, Edition, Item, Revision
from gongkai.apps.publishing.terms import due_of
from gongkai.apps.publishing.turns import set_turn
from gongkai.apps.wires.events import announce
from gongkai.core.events import RevisionSubmitted
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.requirements import missing


@transaction.atomic
def submit(
    actor: Actor, *, edition_id: int, expected: int, now: datetime, urgent_reason: str | None = None
) -> Edition:
    """Send a draft to review; with a reason, on the urgent path.

    Resumes at the level that sent it back, if one did. What was taken back and changed since is
    looked at by all levels anew: nobody of them asked for the change.
    """
    require(actor, *WRITERS)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "submit", Role.DRAFTER)
    draft, item, today = unpack(edition.content), edition.item, localdate(now)
    faults = [
        *missing(draft, KIND[item.kind], today),
        *_faults({item.organ_id, actor.organ_id}, draft),
    ]
    if urgent_reason is not None and not urgent_reason.strip():
        faults.append(obstacles.no_urgent_reason())
    if faults:
        raise BlockedError(faults)
    revision = _freeze(actor, edition, draft, now)
    pass_gate(item, revision, now, first=True)
    if _changed_unasked(edition, revision):
        edition.anew_from, edition.resume_at = revision.number, None
    edition.revision, edition.state, edition.submitted_at = revision, step.target, now
    edition.chain = edition.chain or packed(chain_of(item.organ_id, item.kind))
    edition.is_urgent = urgent_reason is not None
    edition.urgent_reason = (urgent_reason or "").strip()[:500]
    edition.note = ""
    set_turn(edition, now)
    touched(edition, actor, now)
    edition.save()
    if item.state == "unpublished":
        reflect(item, draft)
    item.due = due_of(item.kind, draft, calendar())
    item.save()
    announce(RevisionSubmitted(revision.pk))
    record(
        actor,
        step.verb,
        f"item:{item.pk}",
        after={"revision": revision.number, "digest": revision.digest, "urgent": edition.is_urgent},
        cite=step.cite,
    )
    return edition


@transaction.atomic
def take_back(actor: Actor, *, edition_id: int, expected: int, now: datetime) -> Edition:
    """Take a submission back, to go on writing. What levels let pass counts as long as the content
    is the same when it is submitted again."""
    require(actor, *WRITERS)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "take_back", Role.DRAFTER)
    edition.state = step.target
    set_turn(edition, now)
    touched(edition, actor, now)
    edition.save()
    record(actor, step.verb, f"item:{edition.item_id}")
    return edition


def _changed_unasked(edition: Edition, revision: Revision) -> bool:
    """Whether what was submitted before, and not sent back since, says something else now."""
    before = edition.revision
    is_own = edition.state == "draft"
    return is_own and before is not None and before.digest != revision.digest


def _freeze(actor: Actor, edition: Edition, draft: Draft, now: datetime) -> Revision:
    """Make a revision of the draft; it is never changed afterwards."""
    last = edition.item.revisions.aggregate(last=Max("number"))["last"] or 0
    revision = Revision.objects.create(
        item=edition.item,
        edition=edition,
        number=last + 1,
        title=draft.title[:300],
        content=draft.pack(),
        digest=draft.digest,
        author_key=actor.key,
        author_name=actor.name[:100],
        at=now,
    )
    named = {row.file_id: row.name for row in draft.attachments}
    pictures = [number for number in pictures_of(draft) if number not in named]
    rows = [(number, name, False) for number, name in named.items()]
    rows += [(number, "", True) for number in pictures]
    Attached.objects.bulk_create(
        Attached(
            revision=revision, file_id=number, name=name, is_picture=is_picture, position=position
        )
        for position, (number, name, is_picture) in enumerate(rows)
    )
    return revision


PICTURE = "<img"


def pictures_of(draft: Draft) -> list[int]:
    """The stored files that the body shows as pictures."""
    if PICTURE not in draft.body:
        return []
    numbers = [picture.address.split("/") for picture in reading(draft.body).pictures]
    found = (int(parts[2]) for parts in numbers if len(parts) > 2 and parts[2].isdecimal())  # noqa: PLR2004 - /files/<number>/
    return list(dict.fromkeys(found))


def _faults(organs: set[int | None], draft: Draft) -> Iterator[Finding]:
    """What is wrong with the files and the items that the draft names; they are of these organs."""
    wanted = {row.file_id: row.name for row in draft.attachments}
    wanted |= dict.fromkeys((n for n in pictures_of(draft) if n not in wanted), "")
    known = files.facts(list(wanted)) if wanted else {}
    if any(number not in known or known[number].organ_id not in organs for number in wanted):
        yield obstacles.unknown_file()
    waiting = [row.name for row in known.values() if row.state == "reading"]
    if waiting:
        yield obstacles.files_not_ready(LIST.join(waiting))
    for row in known.values():
        if row.state == "refused":
            yield obstacles.file_refused(row.name, row.fault)
    if draft.interprets:
        targets = Item.objects.filter(
            pk__in=draft.interprets, organ_id__in=[row for row in organs if row], state="released"
        )
        if targets.count() != len(set(draft.interprets)):
            yield obstacles.unknown_target()


LIST = "、"
