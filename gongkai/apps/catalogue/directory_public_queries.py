"""Standard directories as the public sees them (R8-07): organs, fields, entries, items."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from gongkai.apps.catalogue.directory_queries import items_under
from gongkai.apps.catalogue.models import DirectoryEntry
from gongkai.apps.organs.directory_queries import tree
from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Item


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One entry, and how many public items of the organ it leads to."""

    entry: DirectoryEntry
    items: int


@dataclass(frozen=True, slots=True)
class ShownMatter:
    """A first item (一级事项) with the entries below it."""

    name: str
    entries: tuple[ShownEntry, ...]


def organs_listed() -> list[tuple[Organ, int]]:
    """The living organs that have a standard directory, in the order of the tree, each with the
    number of its fields."""
    fields = DirectoryEntry.objects.order_by().values("organ_id")
    counted = dict(fields.annotate(n=Count("field", distinct=True)).values_list("organ_id", "n"))
    rows = Organ.objects.filter(until=None, pk__in=counted)
    return [(row, counted[row.pk]) for row, _ in tree(rows)]


def has_directory(organ_id: int) -> bool:
    """Whether an organ has a standard directory."""
    return DirectoryEntry.objects.filter(organ_id=organ_id).exists()


def field_shown(organ_id: int, field: str) -> list[ShownMatter]:
    """An organ's entries in a field, below their first items, in the order of the table. Raises
    DoesNotExist where there are none."""
    entries = list(_entries(organ_id, field))
    if not entries:
        raise DirectoryEntry.DoesNotExist
    counts = dict[tuple[int | None, str, str], int]()
    found = list[tuple[str, list[ShownEntry]]]()
    for entry in entries:
        key = (entry.column_id, entry.code, entry.tag)
        if key not in counts:
            counts[key] = items_under(entry).order_by().count()
        if not found or found[-1][0] != entry.first:
            found.append((entry.first, []))
        found[-1][1].append(ShownEntry(entry, counts[key]))
    return [ShownMatter(name, tuple(rows)) for name, rows in found]


def entry_shown(organ_id: int, field: str, entry_id: int) -> tuple[DirectoryEntry, QuerySet[Item]]:
    """That entry, and the public items it leads to, the newest first. Raises DoesNotExist."""
    entry = _entries(organ_id, field).get(pk=entry_id)
    return entry, items_under(entry)


def _entries(organ_id: int, field: str) -> QuerySet[DirectoryEntry]:
    rows = DirectoryEntry.objects.filter(organ_id=organ_id, field=field)
    return rows.select_related("column").order_by("position", "pk")


def addresses() -> list[tuple[int, str]]:
    """Organ and field of every directory that is not empty."""
    rows = DirectoryEntry.objects.filter(organ__until=None).order_by("organ_id", "field")
    return list(rows.values_list("organ_id", "field").distinct())
