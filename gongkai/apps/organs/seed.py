"""The working days of the years this release knows (2019 to 2026)."""

from datetime import date

from chinese_calendar import constants

from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.models import WorkdayYear
from gongkai.core.identity import SYSTEM

YEARS = range(2019, 2027)
SOURCE = "国务院办公厅关于部分节假日安排的通知"
SATURDAY = 5


def known_special_days(year: int) -> dict[date, bool]:
    """The days on which the notice of a past year departs from the week."""
    off = {day: False for day in constants.holidays | constants.in_lieu_days if is_weekday(day)}
    worked = {day: True for day in constants.workdays if not is_weekday(day)}
    return {day: value for day, value in (off | worked).items() if day.year == year}


def is_weekday(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < SATURDAY


def seed_workdays() -> tuple[int, ...]:
    """Enter the years that the table does not have yet; says which."""
    missing = set(YEARS) - set(WorkdayYear.objects.values_list("year", flat=True))
    for year in sorted(missing):
        load_workdays(SYSTEM, year=year, special=known_special_days(year), source=SOURCE)
    return tuple(sorted(missing))
