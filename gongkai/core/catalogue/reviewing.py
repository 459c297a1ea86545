"""When a disclosure guide has to be looked through again (R1-08)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

YEAR: Final = 12


class Reason(StrEnum):
    """Why a guide waits for somebody."""

    ABSENT = "absent"
    INCOMPLETE = "incomplete"
    OLD = "old"
    RENAMED = "renamed"
    CONTACT = "contact"

    @property
    def label(self) -> str:
        """What a screen says."""
        return LABELS[self]


LABELS: Final = {
    Reason.ABSENT: "还没有编制",
    Reason.INCOMPLETE: "必备内容没有写全",
    Reason.OLD: "很久没有核对",
    Reason.RENAMED: "核对以后机关名称有变化",
    Reason.CONTACT: "核对以后网站的主办单位或者联系方式有变化",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What else is known of the organ: its name, and who runs the site and how to reach them."""

    name: str = ""
    contact: str = ""


def earlier(day: date, months: int) -> date:
    """The day so many months before; the last of the month where that month is shorter."""
    years, month = divmod(day.year * YEAR + day.month - 1 - months, YEAR)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def reasons(
    reviewed_on: date | None, seen: Facts, now: Facts, today: date, months: int
) -> tuple[Reason, ...]:
    """Why a complete guide has to be looked through again; none when it need not be."""
    found = (
        (Reason.OLD, reviewed_on is None or reviewed_on <= earlier(today, months)),
        (Reason.RENAMED, seen.name != now.name),
        (Reason.CONTACT, seen.contact != now.contact),
    )
    return tuple(reason for reason, holds in found if holds)
