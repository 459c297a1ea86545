"""How a standard directory and what is published stand to each other (R8-07).

有目录无内容: entries whose binding shows nothing. 有内容无目录: items in the columns around the
bound ones that no entry covers. 超时: items that became public later than their entry's limit.
未判断: entries by whose limit nothing can be judged, and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.catalogue.column_queries import column_tree, site, walked
from gongkai.apps.catalogue.directory_queries import (
    BOUND,
    NOTHING,
    condition_of,
    items_under,
    shown_by,
)
from gongkai.apps.catalogue.models import Column, DirectoryEntry
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import within
from gongkai.apps.publishing.models import Item
from gongkai.apps.publishing.public_queries import released
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.catalogue.columns import ColumnKind
from gongkai.core.catalogue.directory import Way
from gongkai.core.catalogue.limits import Limit, parse_limit
from gongkai.core.identity import Actor
from gongkai.core.publishing.timeliness import days_late

Binding = tuple[int | None, str, str]
"""A column, a catalogue code, a tag."""


@dataclass(frozen=True, slots=True)
class LateItem:
    """An item that came later than its entry allows: how it was reckoned."""

    item: Item
    entry: DirectoryEntry
    due: date
    released_on: date
    days: int


@dataclass(frozen=True, slots=True)
class UnjudgedEntry:
    """An entry by whose limit no item is judged, and why."""

    entry: DirectoryEntry
    why: str


def all_entries(actor: Actor, organ_id: int) -> QuerySet[DirectoryEntry]:
    """Every entry of an organ the actor sees."""
    return _entries(actor, organ_id)


def bound_entries(actor: Actor, organ_id: int) -> QuerySet[DirectoryEntry]:
    """The entries that are bound to something."""
    return _entries(actor, organ_id).filter(BOUND)


def unjudged_entries(actor: Actor, organ_id: int) -> list[UnjudgedEntry]:
    """未判断: what is to be published of the organ's own accord by a limit that nobody can reckon
    with here."""
    judged = ((entry, parse_limit(entry.limit)) for entry in _promised(actor, organ_id))
    return [UnjudgedEntry(entry, limit.unjudged) for entry, limit in judged if limit.unjudged]


def entries_without_items(actor: Actor, organ_id: int) -> list[DirectoryEntry]:
    """有目录无内容: what is to be published of the organ's own accord and shows nothing."""
    shows, found = dict[Binding, bool](), []
    for entry in _promised(actor, organ_id):
        if (key := _binding(entry)) not in shows:
            shows[key] = items_under(entry).exists()
        if not shows[key]:
            found.append(entry)
    return found


def items_without_entry(actor: Actor, organ_id: int) -> QuerySet[Item]:
    """有内容无目录: the organ's released items in the columns of the key areas, and in those
    beside a bound column, that no entry covers."""
    entries = list(_entries(actor, organ_id))
    if not entries:
        return released().none()
    near = _any(shown_by(column) for column in _columns() if _is_near(column, entries))
    covered = _any(condition_of(entry) for entry in _one_each(entries))
    return released().filter(near, organ_id=organ_id).exclude(covered)


def late_items(actor: Actor, organ_id: int) -> Iterator[LateItem]:
    """超时: what became public after the last day of its entry's limit."""
    days, reckoned = calendar(), dict[tuple[Limit, date], date | None]()
    shown = dict[Binding, list[Item]]()
    for entry in _entries(actor, organ_id):
        limit = parse_limit(entry.limit)
        if limit.unjudged:
            continue
        if (key := _binding(entry)) not in shown:
            shown[key] = list(items_under(entry).exclude(formed_on=None))
        for item in shown[key]:
            if late := _late(item, entry, limit, days, reckoned):
                yield late


def _late(
    item: Item,
    entry: DirectoryEntry,
    limit: Limit,
    days: WorkdayCalendar,
    reckoned: dict[tuple[Limit, date], date | None],
) -> LateItem | None:
    """How late an item is; a term that runs from the same day is reckoned once."""
    if item.formed_on is None or item.first_released_at is None:
        return None
    key = (limit, item.formed_on)
    if key not in reckoned:
        reckoned[key] = limit.due(item.formed_on, days)
    due, released_on = reckoned[key], localdate(item.first_released_at)
    if due is None or released_on <= due:
        return None
    return LateItem(item, entry, due, released_on, days_late(due, released_on, days))


def _entries(actor: Actor, organ_id: int) -> QuerySet[DirectoryEntry]:
    rows = within(actor, DirectoryEntry.objects.select_related("column"))
    return rows.filter(organ_id=organ_id)


def _promised(actor: Actor, organ_id: int) -> QuerySet[DirectoryEntry]:
    """The entries of what is to be published without being asked for."""
    return _entries(actor, organ_id).exclude(way=Way.ON_APPLICATION.value)


def _binding(entry: DirectoryEntry) -> Binding:
    return entry.column_id, entry.code, entry.tag


def _columns() -> list[Column]:
    here = site()
    return [] if here is None else [node.column for node in walked(column_tree(here))]


def _is_near(column: Column, entries: list[DirectoryEntry]) -> bool:
    """Whether what is in a column ought to stand in a directory: a key area, a bound column, or
    one beside or below it."""
    bound = {entry.column_id for entry in entries if entry.column_id}
    beside = {entry.column.parent_id for entry in entries if entry.column} - {None}
    is_key = column.kind == ColumnKind.KEY_AREA.value
    return is_key or column.pk in bound or column.parent_id in bound | beside


def _one_each(entries: list[DirectoryEntry]) -> list[DirectoryEntry]:
    """One entry for each different binding."""
    return list({_binding(row): row for row in entries}.values())


def _any(conditions: Iterator[Q]) -> Q:
    """What fits any of these; nothing where there are none."""
    return reduce(or_, conditions, NOTHING)
