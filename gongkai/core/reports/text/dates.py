"""Dates and periods in prose, in every usual way of writing them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.core.reports.text.numerals import FULL_WIDTH, chinese_value

WIDE_O = "\uff2f"
CHINESE = "〇零○一二三四五六七八九十"
# The first letter stands alone, so that a search skips quickly to those that may begin a year.
YEAR = rf"[12一二](?:(?<=1)9\d{{2}}|(?<=2)0\d{{2}}|(?<=[一二])[{CHINESE}{WIDE_O}O0]{{3}})"
ALONE = rf"[12一二](?<!\d.){YEAR.removeprefix('[12一二]')}"
SHORT = rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})"
# “@” stands for the name of the end (first or last) that a pattern is used for
MONTH_AND_DAY = rf"(?P<@month>{SHORT})\s*月\s*(?P<@day>{SHORT})\s*日?"
WRITTEN = rf"(?P<@year>{YEAR})\s*年\s*" + MONTH_AND_DAY
DOTTED = (
    r"(?P<@year>[12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d)\s*(?P<@mark>[-./])\s*(?P<@month>\d{1,2})"
    r"\s*(?P=@mark)\s*(?P<@day>\d{1,2})(?!\d)"
)
LINK = r"\s*(?:起|零时|开始)?\s*(?:至|到|[-—－\u2013―~～─]{1,2})\s*"
LATER_YEAR = rf"(?:(?:(?P<byear>{YEAR})\s*|同|当|本|该)年\s*)?"
DATES = (
    re.compile(WRITTEN.replace("@", "")),
    re.compile(DOTTED.replace("@", "")),
)
PERIODS = (
    re.compile(WRITTEN.replace("@", "a") + LINK + LATER_YEAR + MONTH_AND_DAY.replace("@", "b")),
    re.compile(DOTTED.replace("@", "a") + LINK + DOTTED.replace("@", "b")),
)
ZERO = "〇"
ZEROS = f"O{WIDE_O}0○"
MENTIONED_YEAR = re.compile(rf"({ALONE})\s*年")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; `day` is None where no such day exists (2月30日)."""

    day: date | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period in a text; `days` is None where one end is no real day."""

    days: tuple[date, date] | None
    text: str
    start: int
    end: int


def number_of(text: str) -> int:
    """Read the year, month or day of a date in either kind of numeral."""
    plain = text.translate(FULL_WIDTH)
    if plain.isdigit() and plain.isascii():
        return int(plain)
    for zero in ZEROS:
        plain = plain.replace(zero, ZERO)
    return chinese_value(plain) or 0


def real_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(found: re.Match[str], end: str, year: int | None = None) -> date | None:
    parts = (found[f"{end}month"], found[f"{end}day"])
    month, day = (number_of(part) for part in parts)
    return real_day(year or number_of(found[f"{end}year"]), month, day)


def find_dates(text: str) -> Iterator[DateMention]:
    """All dates with year, month and day, in the order they stand."""
    plain = text.translate(FULL_WIDTH)
    found = sorted((m for kind in DATES for m in kind.finditer(plain)), key=lambda m: m.start())
    for match in found:
        yield DateMention(_day(match, ""), text[slice(*match.span())], *match.span())


def find_periods(text: str) -> Iterator[PeriodMention]:
    """All periods from a day to a day, in the order they stand."""
    plain = text.translate(FULL_WIDTH)
    found = sorted((m for kind in PERIODS for m in kind.finditer(plain)), key=lambda m: m.start())
    for match in found:
        first = _day(match, "a")
        last_year = number_of(match["byear"] or match["ayear"])
        last = _day(match, "b", last_year)
        days = (first, last) if first and last else None
        yield PeriodMention(days, text[slice(*match.span())], *match.span())


def years(text: str) -> list[int]:
    """All years that a text names (2024年, 二〇二四年), in order, with repetitions."""
    return [number_of(year) for year in MENTIONED_YEAR.findall(text)]
