"""The calendar of working days (工作日), fed from a table of the yearly notices.

A year whose notice is not out yet is reckoned from weekends and statutory holidays, and every day
in it is provisional (暂定): callers ask `provisional` and say so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from gongkai.core.calendar.statutory import statutory_holidays

DAY = timedelta(days=1)
SATURDAY = 5
REACH = 3660  # days: about ten years, far beyond every statutory term


class OutOfReachError(ValueError):
    """No day answers the question within ten years: a pause that never ends, most likely."""


def nothing_skipped(_day: date) -> bool:
    """No day is left out."""
    return False


@dataclass(frozen=True, slots=True)
class WorkdayCalendar:
    """Which days are working days.

    `announced` are the years whose notice has been entered; `special` the days on which the notice
    departs from the week: true where a weekend day is worked, false where a weekday is off.
    """

    announced: frozenset[int] = frozenset()
    special: Mapping[date, bool] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether people are at work on that day."""
        if day in self.special:
            return self.special[day]
        if day.weekday() >= SATURDAY:
            return False
        return day.year in self.announced or day not in statutory_holidays(day.year)

    def add(
        self, start: date, workdays: int, skip: Callable[[date], bool] = nothing_skipped
    ) -> date:
        """The last day of a term that begins on the day after `start`.

        Days for which `skip` holds are not counted. A term of no days ends on `start` itself.
        """
        if workdays < 0:
            message = f"a term has no fewer than 0 working days, not {workdays}"
            raise ValueError(message)
        day, left = start, workdays
        while left:
            day += DAY
            if self.is_workday(day) and not skip(day):
                left -= 1
            elif (day - start).days > REACH + 2 * workdays:
                message = f"no end of {workdays} working days from {start} within ten years"
                raise OutOfReachError(message)
        return day

    def count(
        self, after: date, until: date, skip: Callable[[date], bool] = nothing_skipped
    ) -> int:
        """How many working days lie after `after`, up to and including `until`."""
        span = (after + DAY * step for step in range(1, (until - after).days + 1))
        return sum(1 for day in span if self.is_workday(day) and not skip(day))

    def next_workday(self, day: date) -> date:
        """That day if it is worked, else the first working day after it."""
        return day if self.is_workday(day) else self.add(day, 1)

    def provisional(self, first: date, last: date) -> bool:
        """Whether a reckoning that looks at these days may still change with a coming notice."""
        return any(year not in self.announced for year in range(first.year, last.year + 1))
