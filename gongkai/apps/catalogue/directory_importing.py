"""Importing a standard directory: looked through first, then imported whole, in part or not.

What a file would bring is kept as a draft between the two steps; one draft to a person and organ,
gone when it is decided upon or a day old.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from gongkai.apps.catalogue import directory_obstacles as obstacles
from gongkai.apps.catalogue import stamps
from gongkai.apps.catalogue.directory_rows import of_field, rows_of, values_of
from gongkai.apps.catalogue.directory_tables import directory_in
from gongkai.apps.catalogue.models import DirectoryDraft, DirectoryEntry
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.catalogue.directory import DirectoryRow, partners, unpack
from gongkai.core.catalogue.fields import CITE, FIELD
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Value

KEPT_FOR: Final = timedelta(days=1)
NAME_LENGTH: Final = 200


@transaction.atomic
def look_through_directory(
    actor: Actor, *, organ_id: int, field: str, name: str, data: bytes, now: datetime
) -> DirectoryDraft:
    """Read a file and keep what it would bring; nothing is imported yet."""
    require(actor, Role.DISCLOSURE_OFFICE)
    organ = _organ(actor, organ_id)
    if field not in FIELD:
        raise BlockedError([obstacles.unknown_field()])
    read = directory_in(data, FIELD[field])
    DirectoryDraft.objects.filter(at__lt=now - KEPT_FOR).delete()
    DirectoryDraft.objects.filter(organ=organ, actor_key=actor.key).delete()
    draft = DirectoryDraft.objects.create(
        organ=organ,
        field=field,
        actor_key=actor.key,
        name=name[:NAME_LENGTH],
        rows=[row.pack() for row in read.rows],
        faults=[asdict(fault) for fault in read.faults],
        notes=[asdict(note) for note in read.notes],
        at=now,
    )
    after: dict[str, Value] = {"field": field, "name": draft.name, **_counts(draft)}
    record(actor, "look_through_directory", f"directory:{organ.pk}", after=after)
    return draft


@transaction.atomic
def import_directory(actor: Actor, *, draft_id: int, removes_others: bool, now: datetime) -> int:
    """Import the good rows of a draft; says how many. A row takes the place of the one of its
    number and keeps what that was bound to; the entries that the file leaves out stay, unless
    they are to go."""
    require(actor, Role.DISCLOSURE_OFFICE)
    draft = _draft(actor, draft_id)
    organ = _organ(actor, draft.organ_id)
    if not draft.rows:
        raise BlockedError([obstacles.nothing_to_import()])
    rows = [unpack(row) for row in draft.rows]
    entries = list(of_field(organ.pk, draft.field))
    before: dict[str, Value] = {"field": draft.field, "entries": len(entries)}
    places = partners(rows_of(entries), rows)
    left = [entry for at, entry in enumerate(entries) if at not in set(places)]
    if removes_others:
        DirectoryEntry.objects.filter(pk__in=[entry.pk for entry in left]).delete()
    met = [None if at is None else entries[at] for at in places]
    _keep(draft, zip(rows, met, strict=True), now)
    _place_last([] if removes_others else left, len(rows))
    removed = len(left) if removes_others else 0
    after: dict[str, Value] = {"name": draft.name, "removed": removed, **_counts(draft)}
    draft.delete()
    stamps.rise()
    subject = f"directory:{organ.pk}"
    record(actor, "import_directory", subject, before=before, after=after, cite=CITE)
    return len(rows)


@transaction.atomic
def discard_directory(actor: Actor, *, draft_id: int) -> None:
    """Import nothing of a draft."""
    require(actor, Role.DISCLOSURE_OFFICE)
    draft = _draft(actor, draft_id)
    before = {"field": draft.field, "name": draft.name}
    organ_id = draft.organ_id
    draft.delete()
    record(actor, "discard_directory", f"directory:{organ_id}", before=before)


def _organ(actor: Actor, organ_id: int) -> Organ:
    """The organ, locked, so that two imports into one directory come one after the other."""
    rows = Organ.objects.select_for_update(of=("self",))
    return one(actor, rows, organ_id, to=Purpose.WORK, field="pk")


def _draft(actor: Actor, draft_id: int) -> DirectoryDraft:
    rows = DirectoryDraft.objects.filter(actor_key=actor.key)
    return one(actor, rows, draft_id, to=Purpose.WORK)


def _keep(
    draft: DirectoryDraft,
    rows: Iterable[tuple[DirectoryRow, DirectoryEntry | None]],
    now: datetime,
) -> None:
    """Enter the new rows and renew those that are there."""
    for position, (row, met) in enumerate(rows):
        entry = met or DirectoryEntry(organ_id=draft.organ_id, field=draft.field)
        for name, value in values_of(row).items():
            setattr(entry, name, value)
        entry.position, entry.imported_at = position, now
        entry.save()


def _place_last(entries: list[DirectoryEntry], first: int) -> None:
    """Entries that the file leaves out come after those that it has."""
    for position, entry in enumerate(entries, start=first):
        entry.position = position
        entry.save(update_fields=["position"])


def _counts(draft: DirectoryDraft) -> dict[str, int]:
    return {"entries": len(draft.rows), "faults": len(draft.faults), "notes": len(draft.notes)}
