"""How long applications took (办理用时): the middle and the quartiles of weighted working days."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from gongkai.core.calendar import WorkdayCalendar

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spread:
    """How values spread: how many there are, the least, three quartiles, the most."""

    count: int
    least: int
    lower: int
    median: int
    upper: int
    most: int


def spread(weights: Mapping[int, int]) -> Spread | None:
    """The spread of values that come so many times each; None where there are none.

    A quartile is the smallest value that at least that share does not exceed.
    """
    values = sorted(value for value, weight in weights.items() if weight > 0)
    if not values:
        return None
    sums = list(accumulate(weights[value] for value in values))
    total = sums[-1]

    def share(quarters: int) -> int:
        wanted = -(-total * quarters // 4)
        return values[bisect_right(sums, wanted - 1)]

    return Spread(total, values[0], share(1), share(2), share(3), values[-1])


class WorkdayRuler:
    """Counts working days between many pairs of days, each day of the span looked at once."""

    def __init__(self, calendar: WorkdayCalendar, first: date, last: date) -> None:
        span = [first + step * DAY for step in range((last - first).days + 1)]
        self.first = first
        self.sums = list(accumulate(int(calendar.is_workday(day)) for day in span))

    def between(self, after: date, until: date) -> int:
        """Working days after the one and up to the other, as the calendar counts them."""
        return self._sum(until) - self._sum(after) if until > after else 0

    def _sum(self, day: date) -> int:
        return self.sums[(day - self.first).days]
