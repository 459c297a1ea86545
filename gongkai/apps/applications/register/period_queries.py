"""What a figure of the yearly table counts (R2-12…R2-14): conditions on the rows, nothing else.

An application counts in a period as new, as carried in, as over, as carried out by two days of its
own row: received and counted as over. It counts once: what is opened again after the year in which
it was over stays in that year. One that was over before any receipt was proved counts as received
on the day it was over, also when it is proved later. So for every cut of dates new + carried in =
over + carried out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import F, Q


class Figure(StrEnum):
    """The four kinds of figures of the table's columns."""

    NEW = "new"
    CARRIED_IN = "carried_in"
    CLOSED = "closed"
    CARRIED_OUT = "carried_out"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LABELS[self]


LABELS: Final = {
    Figure.NEW: "新收",
    Figure.CARRIED_IN: "上期结转",
    Figure.CLOSED: "办结",
    Figure.CARRIED_OUT: "结转下期",
}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted."""

    first: date
    last: date


def year(number: int) -> Period:
    """The days of a report year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def counted(figure: Figure, period: Period) -> Q:
    """The applications that this figure counts."""
    first, last = period.first, period.last
    if figure is Figure.NEW:
        later = Q(received_on=None) | Q(received_on__gt=F("counted_on"))
        unproved = later & Q(counted_on__gte=first, counted_on__lte=last)
        before_its_end = Q(counted_on=None) | Q(counted_on__gte=F("received_on"))
        return Q(received_on__gte=first, received_on__lte=last) & before_its_end | unproved
    if figure is Figure.CLOSED:
        return Q(counted_on__gte=first, counted_on__lte=last)
    if figure is Figure.CARRIED_IN:
        return Q(received_on__lt=first) & (Q(counted_on=None) | Q(counted_on__gte=first))
    return Q(received_on__lte=last) & (Q(counted_on=None) | Q(counted_on__gt=last))
