"""One due day: from a base, so many days or months on, moved off a last day off; in words too."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.disputes.terms import ROLLS, WORKDAYS_CITE, Term, Unit
from gongkai.core.law import Citation
from gongkai.core.law.statutes import HOLIDAYS

YEAR: Final = 12
WEEKDAYS: Final = "一二三四五六日"
DATED: Final = "{day}（星期{weekday}）"
CITED: Final = "{words}（{cite}）"
BASE: Final = "{day} {what}，当天不计算"
LENGTH: Final = "期限为 {length} {unit}"
RAW: Final = "期限届满的最后一日是 {day}"
MOVED: Final = "这一天不上班，顺延到其后第一个工作日 {day}"
COUNTED: Final = "数满 {length} 个工作日，期限至 {day}"
PROVISIONAL: Final = "放假安排还没有公布的年份按周末和法定节假日推算，届满日是暂定的"


@dataclass(frozen=True, slots=True)
class Due:
    """A due day with the sentences that explain it."""

    day: date
    steps: tuple[str, ...]
    is_provisional: bool


def due_of(term: Term, base: date, what: str, calendar: WorkdayCalendar, *, in_court: bool) -> Due:
    """The last day of a term that runs from `base`, on which `what` happened."""
    raw = last_day(term, base, calendar)
    day = calendar.next_workday(raw)
    is_provisional = calendar.provisional(base if term.unit is Unit.WORKDAYS else raw, day)
    steps = list(_steps(term, base, what, (raw, day), ROLLS[in_court]))
    if is_provisional:
        steps.append(cited(PROVISIONAL, HOLIDAYS.at(7)))
    return Due(day, tuple(steps), is_provisional)


def last_day(term: Term, base: date, calendar: WorkdayCalendar) -> date:
    """The last day as counted, whether it is worked or not; the day of the base is not counted."""
    if term.unit is Unit.WORKDAYS:
        return calendar.add(base, term.length)
    if term.unit is Unit.DAYS:
        return base + timedelta(days=term.length)
    return months_on(base, term.length)


def months_on(day: date, months: int) -> date:
    """The same day of a later month; its last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _steps(
    term: Term, base: date, what: str, days: tuple[date, date], roll: Citation
) -> Iterator[str]:
    raw, day = days
    yield BASE.format(day=dated(base), what=what)
    length = LENGTH.format(length=term.length, unit=term.unit.label)
    yield cited(length, term.cite)
    if term.unit is Unit.WORKDAYS:
        yield cited(COUNTED.format(length=term.length, day=dated(day)), WORKDAYS_CITE)
        return
    yield RAW.format(day=dated(raw))
    if day != raw:
        yield cited(MOVED.format(day=dated(day)), roll)


def dated(day: date) -> str:
    """A day with its weekday."""
    return DATED.format(day=day, weekday=WEEKDAYS[day.weekday()])


def cited(words: str, cite: Citation) -> str:
    """A sentence with its basis."""
    return CITED.format(words=words, cite=cite)
