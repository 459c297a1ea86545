"""What Table 4 counts: disputes open at any time of a period, by what they had come to at its end.

A dispute counts in a period when it was received by its end and not closed before its beginning.
One that is still open on the last day is pending and is carried into the next period (R2-19), so
for every cut of dates received + carried in = closed + carried out.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.disputes.kinds import DisputeKind, Result

TOTAL: Final = "total"
TABLE: Final = "review"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both counted."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Span:
    """From the day a dispute was received until the day it was closed; what it came to."""

    kind: DisputeKind
    received_on: date
    closed_on: date | None
    result: Result


class Flow(StrEnum):
    """The four numbers that have to balance."""

    RECEIVED = "received"
    CARRIED_IN = "carried_in"
    CLOSED = "closed"
    CARRIED_OUT = "carried_out"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return FLOWS[self]


FLOWS: Final = {
    Flow.RECEIVED: "新收",
    Flow.CARRIED_IN: "上年结转",
    Flow.CLOSED: "审结",
    Flow.CARRIED_OUT: "结转下年",
}


def year(number: int) -> Period:
    """The days of a report year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def result_in(span: Span, period: Period) -> Result | None:
    """Under which column a dispute counts; None where the period does not count it."""
    if span.received_on > period.last:
        return None
    if span.closed_on is not None and span.closed_on < period.first:
        return None
    return Result.PENDING if is_open_after(span, period) else span.result


def is_open_after(span: Span, period: Period) -> bool:
    """Whether it is carried into the next period."""
    return span.closed_on is None or span.closed_on > period.last


def flows_in(span: Span, period: Period) -> frozenset[Flow]:
    """In which of the four numbers a dispute counts."""
    if result_in(span, period) is None:
        return frozenset()
    came = Flow.RECEIVED if span.received_on >= period.first else Flow.CARRIED_IN
    return frozenset({came, Flow.CARRIED_OUT if is_open_after(span, period) else Flow.CLOSED})
