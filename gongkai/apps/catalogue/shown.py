"""What every column shows, counted in a few statements, however many columns and organs there are.

Released items are counted once by organ, code and kind: in cells. A column without tags shows whole
cells; only of the tagged items the single ones are asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Max

from gongkai.apps.publishing.models import Tagged
from gongkai.apps.publishing.public_queries import released
from gongkai.core.catalogue.columns import ColumnQuery


class Cell(NamedTuple):
    """Where an item is counted."""

    organ_id: int
    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a column shows: how many items, the newest first release, and which, in short."""

    items: int = 0
    newest: datetime | None = None
    which: Hashable = None


class Counts:
    """The released items of the moment, counted."""

    def __init__(self, tags: Iterable[str] = ()) -> None:
        grouped = released().order_by().values_list("organ_id", "catalogue_code", "kind")
        self.cells = {
            Cell(organ, code, kind): (items, newest)
            for organ, code, kind, items, newest in grouped.annotate(
                Count("pk"), Max("first_released_at")
            )
        }
        self.of_organ = defaultdict[int, list[Cell]](list)
        for cell in self.cells:
            self.of_organ[cell.organ_id].append(cell)
        self.tagged = _tagged(set(tags))

    def shown(self, query: ColumnQuery, organ_id: int | None = None) -> Shown:
        """What a query shows; of one organ, where that is asked for."""
        if query.tags:
            return self._of_tags(query, organ_id)
        fitting = [cell for cell in self._cells(organ_id) if fits(query, cell)]
        if not fitting:
            return Shown()
        counted = [self.cells[cell] for cell in fitting]
        newest = max((day for _, day in counted if day), default=None)
        return Shown(sum(items for items, _ in counted), newest, frozenset(fitting))

    def _cells(self, organ_id: int | None) -> Iterable[Cell]:
        return self.cells if organ_id is None else self.of_organ.get(organ_id, ())

    def _of_tags(self, query: ColumnQuery, organ_id: int | None) -> Shown:
        found = {
            item: (cell, day)
            for tag in query.tags
            for item, cell, day in self.tagged.get(tag, ())
            if organ_id in {None, cell.organ_id} and fits(query, cell)
        }
        if not found:
            return Shown()
        newest = max((day for _, day in found.values() if day), default=None)
        full = Counter(cell for cell, _ in found.values())
        is_whole = all(self.cells[cell][0] == items for cell, items in full.items())
        return Shown(len(found), newest, frozenset(full) if is_whole else frozenset(found))


def fits(query: ColumnQuery, cell: Cell) -> bool:
    """Whether a query, its tags left aside, shows the items of a cell."""
    return (
        (not query.kinds or cell.kind in query.kinds)
        and (not query.organ_ids or cell.organ_id in query.organ_ids)
        and (not query.codes or any(_covers(code, cell.code) for code in query.codes))
    )


def _covers(code: str, other: str) -> bool:
    return other == code or ("-" not in code and other.startswith(f"{code}-"))


def _tagged(tags: set[str]) -> dict[str, list[tuple[int, Cell, datetime | None]]]:
    found = defaultdict[str, list[tuple[int, Cell, datetime | None]]](list)
    for tag, item, cell, day in _tagged_rows(tags) if tags else ():
        found[tag].append((item, cell, day))
    return found


def _tagged_rows(tags: set[str]) -> Iterator[tuple[str, int, Cell, datetime | None]]:
    public = released().order_by().values("pk")
    rows = Tagged.objects.order_by().filter(tag__in=tags, item__in=public)
    names = ("tag", "item_id", "item__organ_id", "item__catalogue_code", "item__kind")
    for tag, item, organ, code, kind, day in rows.values_list(*names, "item__first_released_at"):
        yield tag, item, Cell(organ, code, kind), day
