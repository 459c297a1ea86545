"""工作日历: which days are working days, and which years are still provisional."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.organs.queries import calendar
from gongkai.core.calendar import WorkdayCalendar

WEEKDAYS = "一二三四五六日"
SATURDAY = 5
MONTHS = range(1, 13)
SIGNS = {"rest": "休", "makeup": "班"}


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's table; number 0 where the week reaches into another month."""

    number: int
    kind: str = ""

    @property
    def sign(self) -> str:
        """The sign of a day on which the notice departs from the week."""
        return SIGNS.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Month:
    """One month, week by week."""

    number: int
    weeks: tuple[tuple[Day, ...], ...]
    workdays: int


@dataclass(frozen=True, slots=True)
class Year:
    """One year of working days."""

    number: int
    months: tuple[Month, ...]
    provisional: bool

    @property
    def workdays(self) -> int:
        """Working days of the whole year."""
        return sum(month.workdays for month in self.months)


@require_safe
@login_required
def year(request: HttpRequest) -> HttpResponse:
    """The working days of one year."""
    days, this = calendar(), timezone.localdate().year
    years = sorted(days.announced | {this, this + 1})
    asked = request.GET.get("year", "")
    number = int(asked) if asked in {str(known) for known in years} else this
    shown = {
        "area": "calendar",
        "years": years,
        "year": year_of(days, number),
        "weekdays": WEEKDAYS,
    }
    return render(request, "desk/calendar.html", shown)


def year_of(days: WorkdayCalendar, number: int) -> Year:
    """Lay a year out in months and weeks."""
    return Year(
        number,
        tuple(_month(days, number, month) for month in MONTHS),
        days.provisional(date(number, 1, 1), date(number, 12, 31)),
    )


def _month(days: WorkdayCalendar, year: int, month: int) -> Month:
    weeks = Calendar().monthdatescalendar(year, month)
    worked = sum(days.is_workday(day) for week in weeks for day in week if day.month == month)
    return Month(month, tuple(tuple(_week(days, month, week)) for week in weeks), worked)


def _week(days: WorkdayCalendar, month: int, week: list[date]) -> Iterator[Day]:
    for day in week:
        yield Day(day.day, _kind(days, day)) if day.month == month else Day(0)


def _kind(days: WorkdayCalendar, day: date) -> str:
    weekend = day.weekday() >= SATURDAY
    if days.is_workday(day):
        return "makeup" if weekend else "work"
    return "off" if weekend else "rest"
