"""How a standard directory and what is published stand to each other (R8-07).

有目录无内容: entries whose binding shows nothing. 有内容无目录: items in the columns around the
bound ones that no entry covers. 超时: items that became public later than their entry's limit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.catalogue.column_queries import column_tree, site, walked
from gongkai.apps.catalogue.directory_queries import NOTHING, condition_of, items_under, shown_by
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


@dataclass(frozen=True, slots=True)
class LateItem:
    """An item that came later than its entry allows: how it was reckoned."""

    item: Item
    entry: DirectoryEntry
    due: date
    released_on: date
    days: int


def entries_without_items(actor: Actor, organ_id: int) -> list[DirectoryEntry]:
    """有目录无内容: what is to be published of the organ's own accord and shows nothing."""
    entries = _entries(actor, organ_id).exclude(way=Way.ON_APPLICATION.value)
    shows = dict[tuple[int | None, str, str], bool]()
    found = []
    for entry in entries:
        key = (entry.column_id, entry.code, entry.tag)
        if key not in shows:
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
    for entry in _entries(actor, organ_id):
        limit = parse_limit(entry.limit)
        for item in items_under(entry).exclude(formed_on=None):
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
    return list({(row.column_id, row.code, row.tag): row for row in entries}.values())


def _any(conditions: Iterator[Q]) -> Q:
    """What fits any of these; nothing where there are none."""
    return reduce(or_, conditions, NOTHING)
