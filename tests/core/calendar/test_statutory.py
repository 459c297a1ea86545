"""Statutory holidays of years whose notice is not out yet."""

from datetime import date

import pytest

from gongkai.core.calendar import statutory_holidays
from gongkai.core.calendar.statutory import LUNAR, tomb_sweeping


def test_thirteen_days_as_the_measures_say() -> None:
    expected = "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03"
    assert [f"{day:%m-%d}" for day in sorted(statutory_holidays(2027))] == expected.split()


@pytest.mark.parametrize("year", LUNAR)
def test_every_listed_year_has_thirteen_or_twelve(year: int) -> None:
    """Mid-Autumn may fall on National Day."""
    national = {date(year, 10, day) for day in (1, 2, 3)}
    assert len(statutory_holidays(year)) == (12 if LUNAR[year][2] in national else 13)
    assert all(day.year == year for day in statutory_holidays(year))


def test_the_years_in_which_mid_autumn_falls_on_national_day() -> None:
    assert [year for year in LUNAR if len(statutory_holidays(year)) == 12] == [2028, 2031]


def test_beyond_the_table_only_the_fixed_days_are_known() -> None:
    assert len(statutory_holidays(2050)) == 7


@pytest.mark.parametrize(("year", "day"), [(2019, 5), (2020, 4), (2023, 5), (2024, 4), (2026, 5)])
def test_tomb_sweeping(year: int, day: int) -> None:
    assert tomb_sweeping(year) == date(year, 4, day)
