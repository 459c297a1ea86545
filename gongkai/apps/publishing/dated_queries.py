"""Items by what happened to them on which days: what the lists and the counts have in common."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet
from django.utils.timezone import get_current_timezone

from gongkai.apps.publishing.models import Item, Placement, Publication
from gongkai.core.publishing.channels import Channel, Source

MISSING: Final = "none"
"""Asks for what was left empty."""
DOWN: Final = ("withdraw", "file_away")
EARLIEST, LATEST = date(1900, 1, 1), date(9000, 12, 31)
"""Days outside these cannot be turned into moments of every time zone."""


class Dated(StrEnum):
    """Of what the days are: the latest release, the first, its end, the telling elsewhere."""

    RELEASED = ""
    FIRST = "first"
    DOWN = "down"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        """The words a screen shows."""
        return DATED_LABELS[self]


DATED_LABELS: Final = {
    Dated.RELEASED: "发布日期",
    Dated.FIRST: "首次发布日期",
    Dated.DOWN: "撤回、转为不公开日期",
    Dated.ELSEWHERE: "其他渠道发布日期",
}


def dated_within(
    rows: QuerySet[Item], of: Dated, first: date | None, last: date | None
) -> QuerySet[Item]:
    """Those to which that happened from the first to the last day, both counted."""
    if of is Dated.ELSEWHERE:
        placed = Placement.objects.exclude(channel=Channel.PORTAL.value)
        found = placed.filter(_days("placed_on", first, last))
        return rows.filter(pk__in=found.order_by().values("item_id"))
    if of is Dated.DOWN:
        acts = Publication.objects.filter(_moments("at", first, last), verb__in=DOWN)
        return rows.filter(pk__in=acts.order_by().values("item_id"))
    field = "first_released_at" if of is Dated.FIRST else "released_at"
    return rows.filter(_moments(field, first, last))


def came_late() -> Q:
    """Whether an item was first public only after the day it was due, as was noted then."""
    late = Publication.objects.filter(verb="release", is_late=True).order_by()
    return Q(pk__in=late.values("item_id"))


def is_own_work() -> Q:
    """Whether the organ wrote or reprinted it itself, and did not take it over."""
    return ~Q(source=Source.HARVESTED.value)


def _days(field: str, first: date | None, last: date | None) -> Q:
    found = Q()
    if first is not None:
        found &= Q(**{f"{field}__gte": first})
    return found if last is None else found & Q(**{f"{field}__lte": last})


def _moments(field: str, first: date | None, last: date | None) -> Q:
    found = Q(**{f"{field}__isnull": False})
    if first is not None:
        found &= Q(**{f"{field}__gte": _midnight(first)})
    if last is not None:
        found &= Q(**{f"{field}__lt": _midnight(min(last, LATEST) + timedelta(days=1))})
    return found


def _midnight(day: date) -> datetime:
    known = min(max(day, EARLIEST), LATEST + timedelta(days=1))
    return datetime(known.year, known.month, known.day, tzinfo=get_current_timezone())
