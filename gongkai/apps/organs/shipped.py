"""The working days that come with this release (2019 to 2026), as values: no database is asked."""

from datetime import date
from typing import Final

from chinese_calendar import constants

from gongkai.core.calendar import WorkdayCalendar

YEARS: Final = range(2019, 2027)
SATURDAY: Final = 5


def known_special_days(year: int) -> dict[date, bool]:
    """The days on which the notice of a past year departs from the week."""
    off = {day: False for day in constants.holidays | constants.in_lieu_days if is_weekday(day)}
    worked = {day: True for day in constants.workdays if not is_weekday(day)}
    return {day: value for day, value in (off | worked).items() if day.year == year}


def is_weekday(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < SATURDAY


def shipped_calendar() -> WorkdayCalendar:
    """The calendar of all these years."""
    special = [known_special_days(year) for year in YEARS]
    return WorkdayCalendar(
        frozenset(YEARS), {day: worked for days in special for day, worked in days.items()}
    )
