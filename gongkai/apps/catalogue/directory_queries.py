"""Looking up standard directories: what the public sees, what the desk keeps, drafts of files."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from gongkai.apps.catalogue.column_queries import column_tree, fitting, site, walked
from gongkai.apps.catalogue.directory_rows import of_field, row_of, rows_of
from gongkai.apps.catalogue.models import Column, DirectoryDraft, DirectoryEntry
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.public_queries import released
from gongkai.core.catalogue.columns import ColumnQuery
from gongkai.core.catalogue.columns import unpack as unpack_query
from gongkai.core.catalogue.directory import DirectoryRow, Pairing, paired, unpack
from gongkai.core.catalogue.fields import FIELDS, GrassrootsField
from gongkai.core.identity import Actor

BOUND = ~Q(column=None) | ~Q(code="") | ~Q(tag="")
INDENT = "　"
NOTHING = Q(pk__in=())


@dataclass(frozen=True, slots=True)
class FieldDirectory:
    """A field with an organ's entries in it, in the order of the table."""

    field: GrassrootsField
    entries: tuple[DirectoryEntry, ...]


def directory_of(organ_id: int) -> list[FieldDirectory]:
    """An organ's standard directory, as the public sees it, with the column of each entry."""
    rows = DirectoryEntry.objects.filter(organ_id=organ_id).select_related("column")
    return by_field(rows)


def by_field(entries: Iterable[DirectoryEntry]) -> list[FieldDirectory]:
    """Entries by field, the fields in their usual order."""
    found = defaultdict[str, list[DirectoryEntry]](list)
    for entry in entries:
        found[entry.field].append(entry)
    return [FieldDirectory(row, tuple(found[row.key])) for row in FIELDS if row.key in found]


def items_under(entry: DirectoryEntry) -> QuerySet[Item]:
    """The released items of the organ that an entry's binding shows; none without a binding."""
    return released().filter(condition_of(entry), organ_id=entry.organ_id)


def condition_of(entry: DirectoryEntry) -> Q:
    """Which items an entry's binding shows; a column that is closed shows nothing."""
    if entry.column is not None:
        return shown_by(entry.column) if entry.column.closed_at is None else NOTHING
    if entry.code or entry.tag:
        codes, tags = ((value,) if value else () for value in (entry.code, entry.tag))
        return fitting(ColumnQuery(codes=codes, tags=tags))
    return NOTHING


def shown_by(column: Column) -> Q:
    """Which items a column shows."""
    return fitting(unpack_query(column.query)) or ~NOTHING


def columns_offered() -> list[tuple[int, str]]:
    """The living columns to choose from, indented as they stand below one another."""
    here = site()
    nodes = [] if here is None else walked(column_tree(here))
    return [(node.column.pk, INDENT * (node.depth - 1) + node.column.name) for node in nodes]


@dataclass(frozen=True, slots=True)
class FieldCount:
    """How an organ stands in a field: how many entries, and how many of them are bound."""

    field: GrassrootsField
    entries: int
    bound: int


def field_counts(actor: Actor, organ_id: int) -> list[FieldCount]:
    """The 26 fields with the entries of an organ the actor sees."""
    rows = within(actor, DirectoryEntry.objects.all()).filter(organ_id=organ_id).order_by()
    counted = rows.values("field").annotate(n=Count("pk"), bound=Count("pk", filter=BOUND))
    found = {row["field"]: (row["n"], row["bound"]) for row in counted}
    return [FieldCount(row, *found.get(row.key, (0, 0))) for row in FIELDS]


def entries_seen(actor: Actor, organ_id: int, field: str) -> QuerySet[DirectoryEntry]:
    """The entries of an organ the actor sees, in a field, in the order of the table."""
    rows = within(actor, DirectoryEntry.objects.select_related("column"))
    return rows.filter(organ_id=organ_id, field=field)


def entry_kept(actor: Actor, entry_id: int) -> DirectoryEntry:
    """That entry of the actor's own organ. Raises DoesNotExist for another's."""
    rows = DirectoryEntry.objects.select_related("column", "organ")
    return one(actor, rows, entry_id, to=Purpose.WORK)


def directory_draft(actor: Actor, draft_id: int) -> DirectoryDraft:
    """What the actor's own file would bring."""
    rows = DirectoryDraft.objects.filter(actor_key=actor.key)
    return one(actor, rows, draft_id, to=Purpose.WORK)


def draft_difference(draft: DirectoryDraft) -> Pairing:
    """What a draft would change."""
    old = rows_of(of_field(draft.organ_id, draft.field))
    return paired(old, [unpack(row) for row in draft.rows])


def exported_rows(actor: Actor, organ_id: int, field: str) -> list[DirectoryRow]:
    """The rows of a field, to be written as a table."""
    return [row_of(entry) for entry in entries_seen(actor, organ_id, field)]


def organ_seen(actor: Actor, organ_id: int) -> Organ:
    """That organ. Raises DoesNotExist for one the actor does not see."""
    return one(actor, Organ.objects.all(), organ_id, field="pk")
