"""Timeliness (时效): by which day an item has to be public, and how late it was."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.law import Citation
from gongkai.core.law.statutes import OGI, PUBLICITY


@dataclass(frozen=True, slots=True)
class Term:
    """A term in working days, counted from the day after; 0 is the very day."""

    key: str
    label: str
    workdays: int
    cite: Citation | None = None


STATUTORY: Final = Term("statutory", "法定期限", 20, OGI.at(26))
NOTICE: Final = Term("notice", "公告通知当日发布", 0)
KEY: Final = Term("key", "重点信息", 3)
DAILY: Final = Term("daily", "日常信息", 5)
LICENCE: Final = Term("licence", "行政许可、行政处罚决定", 7, PUBLICITY.part("第六部分"))
INTERPRETATION: Final = Term("interpretation", "文件发布后的解读", 3)
TERMS: Final = {term.key: term for term in (STATUTORY, NOTICE, KEY, DAILY, LICENCE, INTERPRETATION)}


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which something has to be public, and how that was reckoned.

    `provisional`: the working days of that year have not been announced yet (暂定).
    """

    day: date
    steps: tuple[str, ...]
    provisional: bool


def due(formed_on: date, term: Term, calendar: WorkdayCalendar) -> Due:
    """The earlier of the term for the kind and the statutory one (R1-17).

    A term of no days that begins on a day off ends on the next working day.
    """
    ends = {}
    for row in (STATUTORY, term):
        start = formed_on if row.workdays else calendar.next_workday(formed_on)
        ends[row.key] = (calendar.add(start, row.workdays), row)
    day = min(end for end, _ in ends.values())
    steps = tuple(_step(row, end) for end, row in ends.values())
    return Due(day, steps, calendar.provisional(formed_on, day))


def _step(term: Term, end: date) -> str:
    words = STEP.format(label=term.label, days=term.workdays, day=end.isoformat())
    return words if term.cite is None else CITED.format(words=words, cite=term.cite)


STEP: Final = "{label}：{days} 个工作日，至 {day}"
CITED: Final = "{words}（{cite}）"


def days_late(due_on: date, published_on: date, calendar: WorkdayCalendar) -> int:
    """How many working days something came after it was due (R1-18); 0 when it was in time."""
    return calendar.count(due_on, published_on) if published_on > due_on else 0
