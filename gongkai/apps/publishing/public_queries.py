"""What the public may see: released revisions and their files, and nothing else."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Final

from django.db import connection
from django.db.models import BigIntegerField, QuerySet

from gongkai.apps.files import queries as files
from gongkai.apps.files.models import StoredFile
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Attached, Item, Publication, Relation, Revision
from gongkai.core.publishing.draft import Draft, unpack

FIELDS: Final = (
    *("id", "organ_id", "index_number", "kind", "state", "catalogue_code", "released_id"),
    *("released_at", "closing_reason", "replaced_by_id"),
)
"""What a public page needs of an item itself, in the order of the model's fields."""
HIGHEST: Final = BigIntegerField.MAX_BIGINT
TRACES = ("correction", "reissue", "withdraw", "replace", "file_away")


@dataclass(frozen=True, slots=True)
class Trace:
    """A visible trace of a change: when, what, why."""

    at: datetime
    verb: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file the public may have: `name` is what the page calls it, `saved_as` what it is saved
    as, fit for an address and with the extension that belongs to it."""

    pk: int
    name: str
    kind: str
    size: int

    @property
    def saved_as(self) -> str:
        """The name with its extension, without what file systems and addresses trip over."""
        return saved_name(self.name, self.kind)


UNFIT: Final = re.compile(r'[/\\:*?"<>|\s]+')


def saved_name(called: str, kind: str) -> str:
    """What a file is saved as."""
    shown = "".join(sign for sign in called if sign.isprintable())
    plain = UNFIT.sub("_", shown).strip("._") or UNNAMED
    extension = f".{kind}"
    return plain if plain.lower().endswith(extension) else f"{plain}{extension}"


UNNAMED: Final = "附件"


@dataclass(frozen=True, slots=True)
class PublicItem:
    """A released item as the public sees it."""

    item: Item
    draft: Draft
    files: tuple[PublicFile, ...]
    interprets: tuple[Item, ...]
    interpreted_by: tuple[Item, ...]
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class GoneItem:
    """What is left of an item that was public: its number, since when it is gone and why, and
    what took its place. A title that had to go is not repeated."""

    pk: int
    organ: str
    state: str
    at: datetime | None
    reason: str
    replaced_by: int | None


def released() -> QuerySet[Item]:
    """Every item that is public now; the newest first. The database itself sees to it that all of
    these are to be disclosed proactively (`released_has_a_revision`)."""
    rows = Item.objects.filter(state="released")
    return rows.select_related("organ").order_by("-released_at", "-pk")


def public_item(item_id: int) -> PublicItem | GoneItem:
    """That item. Raises DoesNotExist for what never was public."""
    row = None
    if item_id <= HIGHEST:
        with connection.cursor() as cursor:
            cursor.execute(_question(), [item_id])
            row = cursor.fetchone()
    if row is None:
        raise Item.DoesNotExist
    *values, organ, said, has_files, is_related, has_traces = row
    item = Item.from_db(None, FIELDS, values)
    item.released_at = item.released_at and moment(item.released_at)
    item.organ = Organ(pk=item.organ_id, name=organ)
    if item.state != "released" or item.released_id is None:
        return _gone(item)
    return PublicItem(
        item=item,
        draft=unpack(json.loads(said)),
        files=_files(item.released_id) if has_files else (),
        interprets=tuple(released().filter(related__item=item)) if is_related else (),
        interpreted_by=tuple(released().filter(relations__target=item)) if is_related else (),
        traces=_traces(item) if has_traces else (),
    )


@cache
def _question() -> str:
    """Item, organ and text in one statement, and what else has to be asked for: most items have
    no files, no interpretation and no traces. Put into words once: that took longer than asking."""
    item, organ, revision, attached, relation, publication = (
        row._meta.db_table for row in (Item, Organ, Revision, Attached, Relation, Publication)
    )
    traces = ", ".join(f"'{verb}'" for verb in TRACES)
    return f"""
        SELECT {", ".join(f"i.{name}" for name in FIELDS)}, o.name, r.content,
               EXISTS (SELECT 1 FROM {attached} WHERE revision_id = r.id),
               EXISTS (SELECT 1 FROM {relation} WHERE item_id = i.id OR target_id = i.id),
               EXISTS (SELECT 1 FROM {publication} WHERE item_id = i.id AND verb IN ({traces}))
          FROM {item} i
          JOIN {organ} o ON o.id = i.organ_id
          LEFT JOIN {revision} r ON r.id = i.released_id
         WHERE i.id = %s AND i.first_released_at IS NOT NULL
    """  # noqa: S608 - names of our own tables and verbs


def moment(stored: datetime) -> datetime:
    """A moment as the database gives it: SQLite knows no zones, and keeps that of UTC."""
    return stored.replace(tzinfo=UTC) if stored.tzinfo is None else stored


def _files(revision_id: int) -> tuple[PublicFile, ...]:
    rows = Attached.objects.filter(revision=revision_id, is_picture=False).select_related("file")
    return tuple(PublicFile(row.file_id, row.name, row.file.kind, row.file.size) for row in rows)


def _traces(item: Item) -> tuple[Trace, ...]:
    rows = Publication.objects.filter(item=item, verb__in=TRACES)
    return tuple(Trace(row.at, row.verb, row.reason) for row in rows)


def public_file(file_id: int) -> tuple[str, str, bytes]:
    """What it is saved as, its format and its bytes, where some public revision carries it.

    Raises DoesNotExist.
    """
    carried = Attached.objects.filter(
        file__in=StoredFile.objects.filter(pk=file_id, state="ready"),
        revision__in=released().order_by().values("released_id"),
    )
    row = carried.select_related("file").order_by("is_picture", "pk")[:1].get()
    name, data = files.content(file_id)
    return saved_name(row.name or name, row.file.kind), row.file.kind, data


def _gone(item: Item) -> GoneItem:
    last = Publication.objects.filter(item=item).order_by("-id").first()
    return GoneItem(
        pk=item.pk,
        organ=item.organ.name,
        state=item.state,
        at=None if last is None else last.at,
        reason=item.closing_reason,
        replaced_by=item.replaced_by_id if item.state == "replaced" else None,
    )
