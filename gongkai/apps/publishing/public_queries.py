"""What the public may see: released revisions and their files, and nothing else."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from gongkai.apps.files import queries as files
from gongkai.apps.files.models import StoredFile
from gongkai.apps.publishing.models import Attached, Item, Publication
from gongkai.core.publishing.draft import Draft, unpack

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
    """Every item that is public now; the newest first."""
    rows = Item.objects.filter(state="released", disclosure_class="proactive")
    return rows.select_related("organ").order_by("-released_at", "-pk")


def public_item(item_id: int) -> PublicItem | GoneItem:
    """That item. Raises DoesNotExist for what never was public."""
    rows = Item.objects.select_related("organ", "released")
    item = rows.exclude(first_released_at=None).get(pk=item_id)
    if item.state != "released" or item.released is None:
        return _gone(item)
    attached = item.released.attached.filter(is_picture=False).select_related("file")
    return PublicItem(
        item=item,
        draft=unpack(item.released.content),
        files=tuple(
            PublicFile(row.file_id, row.name, row.file.kind, row.file.size) for row in attached
        ),
        interprets=tuple(released().filter(related__item=item)),
        interpreted_by=tuple(released().filter(relations__target=item)),
        traces=tuple(
            Trace(row.at, row.verb, row.reason)
            for row in Publication.objects.filter(item=item, verb__in=TRACES)
        ),
    )


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
