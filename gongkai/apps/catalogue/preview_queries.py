"""What a column would show after a change, before it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gongkai.apps.catalogue.column_queries import fitting, matching
from gongkai.apps.catalogue.keeping_queries import kept_columns
from gongkai.apps.catalogue.models import Column
from gongkai.apps.catalogue.shown import Counts
from gongkai.apps.publishing.models import Item
from gongkai.core.catalogue.columns import ColumnQuery, unpack
from gongkai.core.identity import Actor

SAMPLE: Final = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """How many items there would be and the newest of them; how many would come and go, with the
    newest of those; and which columns of the site would show the same."""

    items: int
    newest: Sequence[Item]
    coming: int
    leaving: int
    last_seen: Sequence[Item]
    same: Sequence[Column]


def preview(
    actor: Actor, query: ColumnQuery, *, column: Column | None = None, each_organ: bool = False
) -> Preview:
    """What the column would show with that query; a new one, where none is named."""
    after = matching(query)
    items = after.order_by().count()
    before = None if column is None else matching(unpack(column.query))
    leaving = Item.objects.none() if before is None else before.exclude(fitting(query))
    gone = leaving.order_by().count()
    was = 0 if before is None else before.order_by().count()
    return Preview(
        items=items,
        newest=list(after[:SAMPLE]),
        coming=items - (was - gone),
        leaving=gone,
        last_seen=list(leaving[:SAMPLE]),
        same=_same(actor, query, column, each_organ=each_organ) if items else (),
    )


def _same(
    actor: Actor, query: ColumnQuery, column: Column | None, *, each_organ: bool
) -> Sequence[Column]:
    own = None if column is None else column.pk
    others = {
        row: unpack(row.query)
        for row in kept_columns(actor)
        if row.closed_at is None and row.pk != own and row.each_organ == each_organ
    }
    counts = Counts(tag for one in (query, *others.values()) for tag in one.tags)
    shown = counts.shown(query).which
    return [row for row, one in others.items() if counts.shown(one).which == shown]
