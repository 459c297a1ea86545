"""Entries of a standard directory as rows of its table, and the other way round."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from gongkai.apps.catalogue.models import DirectoryEntry
from gongkai.core.catalogue.directory import LISTS, NAMES, DirectoryRow

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Value


def row_of(entry: DirectoryEntry) -> DirectoryRow:
    """An entry as its table states it."""
    values = {name: getattr(entry, name) for name in NAMES}
    return DirectoryRow(**values | {name: tuple(values[name]) for name in LISTS})


def values_of(row: DirectoryRow) -> "dict[str, Value]":
    """What the table of entries keeps of a row."""
    values: dict[str, Value] = {name: getattr(row, name) for name in NAMES}
    return values | {"channels": list(row.channels), "levels": list(row.levels)}


def of_field(organ_id: int, field: str) -> QuerySet[DirectoryEntry]:
    """The entries of an organ in a field, in the order of the table."""
    return DirectoryEntry.objects.filter(organ_id=organ_id, field=field).order_by("position", "pk")


def rows_of(entries: Iterable[DirectoryEntry]) -> list[DirectoryRow]:
    """The rows of a table."""
    return [row_of(entry) for entry in entries]
