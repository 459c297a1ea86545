"""The working days of the years this release knows (2019 to 2026)."""

from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.models import WorkdayYear
from gongkai.apps.organs.shipped import YEARS, known_special_days
from gongkai.core.identity import SYSTEM

SOURCE = "国务院办公厅关于部分节假日安排的通知"


def seed_workdays() -> tuple[int, ...]:
    """Enter the years that the table does not have yet; says which."""
    missing = set(YEARS) - set(WorkdayYear.objects.values_list("year", flat=True))
    for year in sorted(missing):
        load_workdays(SYSTEM, year=year, special=known_special_days(year), source=SOURCE)
    return tuple(sorted(missing))
