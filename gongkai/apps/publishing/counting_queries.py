"""Counting what was published (主动公开统计): each figure is one query over the records behind it.

What was harvested from another platform is never counted as the organ's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from gongkai.apps.organs.scope import within
from gongkai.apps.publishing.dated_queries import (
    MISSING,
    Dated,
    came_late,
    dated_within,
    is_own_work,
)
from gongkai.apps.publishing.models import Item
from gongkai.core.identity import Actor
from gongkai.core.publishing.catalogue import ENTRY
from gongkai.core.publishing.channels import Channel, Source
from gongkai.core.publishing.kinds import KIND


class Dimension(StrEnum):
    """By what to count."""

    KIND = "kind"
    CODE = "catalogue_code"
    SOURCE = "source"
    CHANNEL = "channel"
    ORGAN = "organ"
    UNIT = "unit"
    MONTH = "month"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return DIMENSION_LABELS[self]


DIMENSION_LABELS: Final = {
    Dimension.KIND: "类别",
    Dimension.CODE: "法定内容",
    Dimension.SOURCE: "来源",
    Dimension.CHANNEL: "渠道",
    Dimension.ORGAN: "机关",
    Dimension.UNIT: "科室",
    Dimension.MONTH: "月份",
}
FIELDS: Final[dict[Dimension, tuple[str, ...]]] = {
    Dimension.KIND: ("kind",),
    Dimension.CODE: ("catalogue_code",),
    Dimension.SOURCE: ("source",),
    Dimension.CHANNEL: ("placements__channel",),
    Dimension.ORGAN: ("organ_id", "organ__name"),
    Dimension.UNIT: ("unit_id", "unit__name", "unit__organ__name"),
    Dimension.MONTH: ("month",),
}
"""What tells one row from another: the key first, then the words for it. Two organs or units of
one name are two rows, and June of one year is not June of another."""
LABELS: Final[dict[Dimension, dict[str, str]]] = {
    Dimension.KIND: {key: kind.label for key, kind in KIND.items()},
    Dimension.CODE: {key: entry.label for key, entry in ENTRY.items()},
    Dimension.SOURCE: {source.value: source.label for source in Source},
    Dimension.CHANNEL: {channel.value: channel.label for channel in Channel},
}
NOTHING: Final = "未填"
MONTH: Final = "{year} 年 {month} 月"
MONTH_KEY: Final = "%Y-%m"
UNIT: Final = "{unit}（{organ}）"
DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CountRow:
    """One line of a count: how many became public in the period, and how many of them late."""

    key: str
    label: str
    items: int
    late: int


def published(actor: Actor, period: Period, *, organ_id: int | None = None) -> QuerySet[Item]:
    """The organ's own items that first became public in the period, withdrawn ones included."""
    seen = _seen(actor, organ_id).filter(is_own_work())
    return dated_within(seen, Dated.FIRST, period.first, period.last)


def counts(
    actor: Actor, period: Period, by: Dimension, *, organ_id: int | None = None
) -> list[CountRow]:
    """How many by that dimension; the most frequent first, months in their order."""
    fields = FIELDS[by]
    rows = published(actor, period, organ_id=organ_id).order_by()
    if by is Dimension.MONTH:
        rows = rows.annotate(month=TruncMonth("first_released_at"))
    found = [
        _counted(by, [row[field] for field in fields], row)
        for row in rows.values(*fields).annotate(
            items=Count("pk", distinct=True),
            late=Count("pk", distinct=True, filter=came_late()),
        )
    ]
    if by is Dimension.MONTH:
        return _without_gaps(found)
    return sorted(found, key=lambda row: (-row.items, row.label, row.key))


def _counted(by: Dimension, values: Sequence[object], row: Mapping[str, int]) -> CountRow:
    value, *words = values
    if isinstance(value, date):
        return _of_month(value, row["items"], row["late"])
    if value in {None, ""}:
        return CountRow(MISSING, NOTHING, row["items"], row["late"])
    key = str(value)
    label = LABELS.get(by, {}).get(key, key)
    if by is Dimension.ORGAN:
        label = str(words[0])
    if by is Dimension.UNIT:
        label = UNIT.format(unit=words[0], organ=words[1])
    return CountRow(key, label, row["items"], row["late"])


def _of_month(month: date, items: int = 0, late: int = 0) -> CountRow:
    label = MONTH.format(year=month.year, month=month.month)
    return CountRow(month.strftime(MONTH_KEY), label, items, late)


def _without_gaps(found: Sequence[CountRow]) -> list[CountRow]:
    """The months in their order, with those in which nothing was published."""
    known = {row.key: row for row in found}
    if not known:
        return []
    first, last = (date.fromisoformat(f"{key}-01") for key in (min(known), max(known)))
    rows = []
    while first <= last:
        rows.append(known.get(first.strftime(MONTH_KEY), _of_month(first)))
        first = month_after(first)
    return rows


def month_after(month: date) -> date:
    """The first day of the next month."""
    years, number = divmod(month.month, DECEMBER)
    return date(month.year + years, number + 1, 1)


def days_of(key: str, period: Period) -> Period:
    """The days of a month that lie in a period."""
    month = date.fromisoformat(f"{key}-01")
    last = month_after(month) - timedelta(days=1)
    return Period(max(month, period.first), min(last, period.last))


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures above the tables."""

    released: int
    late: int
    withdrawn: int
    harvested: int
    elsewhere: int


def totals(actor: Actor, period: Period, *, organ_id: int | None = None) -> Totals:
    """How many items became public, too late, ceased to be, were taken over, told elsewhere."""
    own = published(actor, period, organ_id=organ_id)
    seen = _seen(actor, organ_id)
    taken = seen.filter(source=Source.HARVESTED.value)

    def dated(rows: QuerySet[Item], of: Dated) -> int:
        return dated_within(rows, of, period.first, period.last).count()

    return Totals(
        released=own.count(),
        late=own.filter(came_late()).count(),
        withdrawn=dated(seen, Dated.DOWN),
        harvested=dated(taken, Dated.FIRST),
        elsewhere=dated(seen, Dated.ELSEWHERE),
    )


def _seen(actor: Actor, organ_id: int | None) -> QuerySet[Item]:
    rows = within(actor, Item.objects.all())
    return rows if organ_id is None else rows.filter(organ_id=organ_id)
