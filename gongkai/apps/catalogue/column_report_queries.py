"""How the columns stand: blank, stale, overlapping, too deep; each organ's own ones one by one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.timezone import localdate

from gongkai.apps.catalogue.column_queries import living
from gongkai.apps.catalogue.keeping_queries import organs_of
from gongkai.apps.catalogue.models import Column, Site
from gongkai.apps.catalogue.shown import Counts
from gongkai.apps.organs.models import Organ
from gongkai.core.catalogue.clicks import Place, clicks
from gongkai.core.catalogue.columns import (
    DEEPEST,
    ColumnKind,
    ColumnQuery,
    Freshness,
    freshness,
    stale_since,
    unpack,
)


@dataclass(frozen=True, slots=True)
class ColumnState:
    """One column of the site, or of one organ: what it shows, since when it is late.

    `same` are the columns of the same reach that show exactly the same items; `clicks` lead from
    the home page to an item of it.
    """

    column: Column
    organ: Organ | None
    items: int
    newest: date | None
    period: int
    freshness: Freshness
    since: date | None
    clicks: int
    which: Hashable = None
    same: tuple[Column, ...] = ()

    @property
    def is_deep(self) -> bool:
        """Whether its items are too many clicks away."""
        return self.clicks > DEEPEST

    @property
    def has_fault(self) -> bool:
        """Whether something has to be mended."""
        return self.freshness is not Freshness.FRESH or bool(self.same) or self.is_deep


def column_report(site: Site, *, today: date, organ_id: int | None = None) -> list[ColumnState]:
    """How every living column of a site stands; of one organ, its own columns only."""
    columns = list(living(site))
    queries = {row.pk: unpack(row.query) for row in columns}
    far = clicks({row.pk: Place(row.parent_id, row.on_home, row.each_organ) for row in columns})
    counts = Counts(tag for query in queries.values() for tag in query.tags)
    organs = [row for row in organs_of(site) if organ_id in {None, row.pk}]
    states = list[ColumnState]()
    for column in (row for row in columns if row.pk in far):
        query = queries[column.pk]
        for organ in _whose(column, query, organs, is_whole=organ_id is None):
            seen = counts.shown(query, None if organ is None else organ.pk)
            newest = None if seen.newest is None else localdate(seen.newest)
            period = column.period or ColumnKind(column.kind).period
            state = freshness(period, newest, today)
            late = stale_since(period, newest) if newest and state is Freshness.STALE else None
            states.append(
                ColumnState(
                    column, organ, seen.items, newest, period, state, late, far[column.pk] + 1,
                    seen.which,
                )
            )  # fmt: skip
    return list(_with_same(states, columns))


def _whose(
    column: Column, query: ColumnQuery, organs: Sequence[Organ], *, is_whole: bool
) -> Iterable[Organ | None]:
    """Of which organs a column has to show something; None stands for the whole site."""
    if not column.each_organ:
        return [None] if is_whole else []
    return [row for row in organs if not query.organ_ids or row.pk in query.organ_ids]


def _with_same(states: list[ColumnState], columns: list[Column]) -> Iterator[ColumnState]:
    parents = {row.pk: row.parent_id for row in columns}
    alike = defaultdict[tuple[int | None, Hashable], list[Column]](list)
    for state in states:
        if state.items:
            alike[_whole(state)].append(state.column)
    for state in states:
        group = alike[_whole(state)] if state.items else []
        others = [row for row in group if not _related(row.pk, state.column.pk, parents)]
        yield replace(state, same=tuple(others)) if others else state


def _whole(state: ColumnState) -> tuple[int | None, Hashable]:
    return (None if state.organ is None else state.organ.pk, state.which)


def _related(one: int, other: int, parents: dict[int, int | None]) -> bool:
    """Whether it is the same column, or one stands above the other: that one gathers."""
    return other in _line(one, parents) or one in _line(other, parents)


def _line(column: int, parents: dict[int, int | None]) -> set[int]:
    line, at = set[int](), column
    while at not in line:
        line.add(at)
        at = parents.get(at) or at
    return line
