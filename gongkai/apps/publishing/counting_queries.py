"""Counting what was published (主动公开统计): each figure is one query over the records behind it.

What was harvested from another platform is never counted as the organ's own.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import get_current_timezone

from gongkai.apps.organs.scope import within
from gongkai.apps.publishing.models import Item, Placement, Publication
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
FIELDS: Final = {
    Dimension.KIND: "kind",
    Dimension.CODE: "catalogue_code",
    Dimension.SOURCE: "source",
    Dimension.CHANNEL: "placements__channel",
    Dimension.ORGAN: "organ__name",
    Dimension.UNIT: "unit__name",
    Dimension.MONTH: "first_released_at__month",
}
LABELS: Final[dict[Dimension, dict[str, str]]] = {
    Dimension.KIND: {key: kind.label for key, kind in KIND.items()},
    Dimension.CODE: {key: entry.label for key, entry in ENTRY.items()},
    Dimension.SOURCE: {source.value: source.label for source in Source},
    Dimension.CHANNEL: {channel.value: channel.label for channel in Channel},
    Dimension.MONTH: {str(month): f"{month} 月" for month in range(1, 13)},
}
NOTHING: Final = "未填"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted."""

    first: date
    last: date

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The moments between which it lies, the second left out."""
        zone = get_current_timezone()
        after = self.last + timedelta(days=1)
        return (
            datetime(self.first.year, self.first.month, self.first.day, tzinfo=zone),
            datetime(after.year, after.month, after.day, tzinfo=zone),
        )


@dataclass(frozen=True, slots=True)
class CountRow:
    """One line of a count: how many became public in the period, and how many of them late."""

    key: str
    label: str
    items: int
    late: int


def published(actor: Actor, period: Period, *, organ_id: int | None = None) -> QuerySet[Item]:
    """The organ's own items that first became public in the period, withdrawn ones included."""
    begin, end = period.span
    rows = within(actor, Item.objects.all()).exclude(source=Source.HARVESTED.value)
    rows = rows.filter(first_released_at__gte=begin, first_released_at__lt=end)
    return rows if organ_id is None else rows.filter(organ_id=organ_id)


def counts(
    actor: Actor, period: Period, by: Dimension, *, organ_id: int | None = None
) -> list[CountRow]:
    """How many by that dimension; the most frequent first, months in their order."""
    field = FIELDS[by]
    late = Publication.objects.filter(
        item=OuterRef("pk"), verb="release", due__isnull=False, is_late=True
    )
    rows = (
        published(actor, period, organ_id=organ_id)
        .annotate(was_late=Exists(late))
        .order_by()
        .values(field)
        .annotate(
            items=Count("pk", distinct=True),
            late=Count("pk", distinct=True, filter=Q(was_late=True)),
        )
    )
    labels = LABELS.get(by, {})
    found = [
        CountRow(
            str(row[field] or ""),
            labels.get(str(row[field]), str(row[field] or NOTHING)),
            row["items"],
            row["late"],
        )
        for row in rows
    ]
    if by is Dimension.MONTH:
        return sorted(found, key=lambda row: int(row.key or 0))
    return sorted(found, key=lambda row: (-row.items, row.label))


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures above the tables."""

    released: int
    late: int
    withdrawn: int
    harvested: int
    elsewhere: int


def totals(actor: Actor, period: Period, *, organ_id: int | None = None) -> Totals:
    """What became public, how much of it late, withdrawn, taken over, told elsewhere."""
    begin, end = period.span
    own = published(actor, period, organ_id=organ_id)
    seen = within(actor, Item.objects.all())
    if organ_id is not None:
        seen = seen.filter(organ_id=organ_id)
    acts = Publication.objects.filter(item__in=seen, at__gte=begin, at__lt=end)
    taken = seen.filter(source=Source.HARVESTED.value, first_released_at__gte=begin)
    placed = Placement.objects.filter(
        item__in=seen, placed_on__gte=period.first, placed_on__lte=period.last
    )
    return Totals(
        released=own.count(),
        late=acts.filter(verb="release", is_late=True, item__in=own).count(),
        withdrawn=acts.filter(verb__in=("withdraw", "file_away")).count(),
        harvested=taken.filter(first_released_at__lt=end).count(),
        elsewhere=placed.exclude(channel=Channel.PORTAL.value).count(),
    )
