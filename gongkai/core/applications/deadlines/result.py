"""A due day with its reckoning, as a value."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.applications.deadlines.readings import Span
from gongkai.core.applications.deadlines.standing import Stand


class Why(StrEnum):
    """Why a day counts, or does not."""

    BASE = "base"
    COUNTED = "counted"
    MAKEUP = "makeup"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAUSED = "paused"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return WHY[self]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the reckoning. `number`: which working day of the term it is; None: none."""

    day: date
    why: Why
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A due day with all that led to it. There is none while the clock stands still for good.

    `base` is the day from which the count runs, itself not counted; `term` is the last day before
    any deferral; `workdays` the whole length, with the extension in it.
    """

    base: date
    workdays: int
    extension: int
    term: date | None
    due: date | None
    provisional: bool
    stands: tuple[Stand, ...]
    steps: tuple[str, ...]
    days: tuple[Day, ...]
    skipped: tuple[Span, ...]

    def is_skipped(self, day: date) -> bool:
        """Whether the clock stands still on that day."""
        return any(day in span for span in self.skipped)


WHY: Final = {
    Why.BASE: "起算日，当天不计",
    Why.COUNTED: "计入",
    Why.MAKEUP: "调休上班，计入",
    Why.WEEKEND: "周末",
    Why.HOLIDAY: "放假",
    Why.PAUSED: "征求意见或者停止计算，不计",
}
