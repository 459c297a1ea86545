"""Statutory holidays (法定节假日): what is known of a year before its notice is published.

The Measures name the days; where make-up days fall only the yearly notice says. So a year reckoned
from this table is always provisional.
"""

from datetime import date, timedelta

from gongkai.core.law import HOLIDAYS

CITE = HOLIDAYS.at(2)

NEW_YEAR = ((1, 1),)
LABOUR_DAY = ((5, 1), (5, 2))
NATIONAL_DAY = ((10, 1), (10, 2), (10, 3))
SPRING_FESTIVAL_FIRST = -1  # from the eve (除夕)
SPRING_FESTIVAL_LAST = 2  # to the third day (正月初三)

# First day of the lunar year, Dragon Boat (端午) and Mid-Autumn (中秋) of years to be announced.
LUNAR: dict[int, tuple[date, date, date]] = {
    2027: (date(2027, 2, 6), date(2027, 6, 9), date(2027, 9, 15)),
    2028: (date(2028, 1, 26), date(2028, 5, 28), date(2028, 10, 3)),
    2029: (date(2029, 2, 13), date(2029, 6, 16), date(2029, 9, 22)),
    2030: (date(2030, 2, 3), date(2030, 6, 5), date(2030, 9, 12)),
    2031: (date(2031, 1, 23), date(2031, 6, 24), date(2031, 10, 1)),
    2032: (date(2032, 2, 11), date(2032, 6, 12), date(2032, 9, 19)),
    2033: (date(2033, 1, 31), date(2033, 6, 1), date(2033, 9, 8)),
    2034: (date(2034, 2, 19), date(2034, 6, 20), date(2034, 9, 27)),
    2035: (date(2035, 2, 8), date(2035, 6, 10), date(2035, 9, 16)),
}


def tomb_sweeping(year: int) -> date:
    """Qingming (清明), by the usual reckoning for the twenty-first century."""
    years = year % 100
    return date(year, 4, int(years * 0.2422 + 4.81) - years // 4)


def statutory_holidays(year: int) -> frozenset[date]:
    """The days off by statute in a year; the lunar ones only for years in the table."""
    days = {date(year, month, day) for month, day in NEW_YEAR + LABOUR_DAY + NATIONAL_DAY}
    days.add(tomb_sweeping(year))
    if year in LUNAR:
        spring, dragon_boat, mid_autumn = LUNAR[year]
        span = range(SPRING_FESTIVAL_FIRST, SPRING_FESTIVAL_LAST + 1)
        days |= {spring + timedelta(days=offset) for offset in span}
        days |= {dragon_boat, mid_autumn}
    return frozenset(days)
