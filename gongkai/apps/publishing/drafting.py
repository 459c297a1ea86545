"""Drafting (拟稿): opening an item or a correction, saving what is written, discarding it."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localtime

from gongkai.apps.files import queries as files
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import Purpose, organs_within, require
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.locking_queries import (
    MOMENT,
    item_step,
    locked_edition,
    locked_item,
    seen,
    step_of,
)
from gongkai.apps.publishing.markup import cleaned as without_unseen
from gongkai.apps.publishing.markup import sanitise
from gongkai.apps.publishing.models import Edition, Item
from gongkai.apps.publishing.terms import due_of
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.draft import Draft, unpack
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.lifecycle import EDITABLE, EDITION, OPEN
from gongkai.core.publishing.structured import searchable

UNTITLED = "（未命名）"
WRITERS = (Role.DRAFTER, Role.UNIT_HEAD, Role.DISCLOSURE_OFFICE)
"""Who may write. Whoever has written does not review the same text."""


@transaction.atomic
def open_item(
    actor: Actor,
    *,
    kind: str,
    now: datetime,
    unit_id: int | None = None,
    draft: Draft | None = None,
) -> Edition:
    """Begin an item of that kind with a draft of its own."""
    require(actor, *WRITERS)
    if kind not in KIND:
        raise BlockedError([obstacles.unknown_kind()])
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0)
    unit = None if unit_id is None else organ.units.get(pk=unit_id, until=None)
    begun = draft or Draft(
        catalogue_code=KIND[kind].code,
        source_name=organ.name,
        formed_on=localtime(now).date().isoformat(),
    )
    item = Item(
        organ=organ,
        unit=unit,
        kind=kind,
        drafter_key=actor.key,
        drafter_name=actor.name,
        created_at=now,
    )
    reflect(item, begun)
    item.due = due_of(kind, begun, calendar())
    item.save()
    edition = _edition(actor, item, "new", _clean(begun), now)
    record(actor, "open_item", f"item:{item.pk}", after={"kind": kind, "title": item.title})
    return edition


@transaction.atomic
def open_edition(actor: Actor, *, item_id: int, reason: str, now: datetime) -> Edition:
    """Begin a correction of what is public, or the re-issue of what was withdrawn or filed.

    The reason is shown with the result.
    """
    require(actor, *WRITERS)
    item = locked_item(actor, item_id)
    item_step(item, "release")
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    going = item.editions.filter(state__in=OPEN).first()
    if going is not None:
        raise BlockedError([obstacles.open_edition(going.number)])
    latest = item.released or item.revisions.order_by("-number").first()
    draft = Draft() if latest is None else unpack(latest.content)
    purpose = "correction" if item.state == "released" else "reissue"
    edition = _edition(actor, item, purpose, draft, now)
    edition.authors, edition.reason = [], reason.strip()[:500]
    edition.save(update_fields=["authors", "reason"])
    record(actor, "open_edition", f"item:{item.pk}", after={"purpose": purpose, "reason": reason})
    return edition


@transaction.atomic
def save_draft(
    actor: Actor, *, edition_id: int, expected: int, draft: Draft, now: datetime
) -> Edition:
    """Keep what is written. Refuses, without losing either, when somebody else wrote meanwhile.

    Returns the edition with its new version. Saving what has not changed changes nothing.
    """
    require(actor, *WRITERS)
    edition = locked_edition(actor, edition_id)
    if edition.state not in EDITABLE:
        raise BlockedError([obstacles.not_editable(EDITION.label(edition.state))])
    cleaned = _clean(draft)
    before = unpack(edition.content)
    if cleaned == before:
        return edition
    if edition.version != expected:
        at = localtime(edition.saved_at).strftime(MOMENT)
        raise BlockedError([obstacles.written_meanwhile(edition.saved_by, at)])
    _own_files({actor.organ_id, edition.item.organ_id}, before, cleaned)
    edition.content = cleaned.pack()
    edition.authors = sorted({*edition.authors, actor.key})
    touched(edition, actor, now)
    edition.save()
    if edition.item.state == "unpublished":
        reflect(edition.item, cleaned)
        if (before.day, before.is_key) != (cleaned.day, cleaned.is_key):
            edition.item.due = due_of(edition.item.kind, cleaned, calendar())
        edition.item.save()
    record(
        actor,
        "save_draft",
        f"item:{edition.item_id}",
        before={"digest": before.digest},
        after={"digest": cleaned.digest, "title": cleaned.title},
    )
    return edition


@transaction.atomic
def discard_edition(actor: Actor, *, edition_id: int, expected: int, now: datetime) -> Edition:
    """Give up a piece of work; an item that was never public goes with it, yet stays on record."""
    require(actor, *WRITERS)
    edition = locked_edition(actor, edition_id)
    seen(edition, expected)
    step = step_of(edition, "discard", Role.DRAFTER)
    edition.state, edition.closed_at = step.target, now
    touched(edition, actor, now)
    edition.save()
    if edition.item.state == "unpublished":
        edition.item.state = item_step(edition.item, "discard", Role.DRAFTER).target
        edition.item.save(update_fields=["state"])
    record(actor, step.verb, f"item:{edition.item_id}", before={"state": step.source})
    return edition


def touched(edition: Edition, actor: Actor, now: datetime) -> None:
    """Note who changed an edition last, so that whoever comes second is told."""
    edition.version += 1
    edition.saved_at, edition.saved_by = now, actor.name[:100]


def reflect(item: Item, draft: Draft) -> None:
    """Set on the item what lists and counts need of a draft."""
    item.title = (draft.title.strip() or UNTITLED)[:300]
    item.disclosure_class = draft.disclosure_class[:20]
    item.ground = draft.ground[:40]
    item.source = draft.source[:20]
    item.catalogue_code = draft.catalogue_code[:10]
    item.is_key = draft.is_key
    item.formed_on = draft.day
    item.fields = searchable(KIND[item.kind], draft.fields)


def _own_files(organs: set[int | None], before: Draft, draft: Draft) -> None:
    """Refuse a file that is not there, or another organ's, before anything is told of it."""
    known = {row.file_id for row in before.attachments}
    new = {row.file_id for row in draft.attachments} - known
    facts = files.facts(new) if new else {}
    if any(number not in facts or facts[number].organ_id not in organs for number in new):
        raise BlockedError([obstacles.unknown_file()])


def _clean(draft: Draft) -> Draft:
    """What is written, without anything that nobody sees: it would turn a title round."""
    return replace(
        draft,
        title=without_unseen(draft.title).strip()[:300],
        summary=without_unseen(draft.summary),
        body=sanitise(draft.body).html,
        author=without_unseen(draft.author),
        source_name=without_unseen(draft.source_name),
        document_number=without_unseen(draft.document_number),
        class_reason=without_unseen(draft.class_reason),
        keywords=_words(draft.keywords),
        tags=_words(draft.tags),
        fields={key: without_unseen(value) for key, value in draft.fields.items()},
        attachments=tuple(replace(row, name=without_unseen(row.name)) for row in draft.attachments),
    )


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for row in words if (word := without_unseen(row).strip())))


def _edition(actor: Actor, item: Item, purpose: str, draft: Draft, now: datetime) -> Edition:
    last = item.editions.aggregate(last=Max("number"))["last"] or 0
    return Edition.objects.create(
        item=item,
        number=last + 1,
        purpose=purpose,
        content=draft.pack(),
        saved_at=now,
        saved_by=actor.name[:100],
        authors=[actor.key],
    )
