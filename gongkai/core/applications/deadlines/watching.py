"""What is to be watched today: working days left, warnings, and what an extension must obey.

Nothing of this is stored: overdue is a question about two days, and a reminder is dismissed as
soon as it is no longer true.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from gongkai.core.applications.deadlines.result import Reckoning
from gongkai.core.applications.deadlines.terms import EXTENSION
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.finding import Finding, Severity

WARN_AT: Final = (15, 10, 5, 3, 1)
"""Working days left at which a reminder is given."""
CORRECTION_AT: Final = (5, 7)
"""Working days after receipt at which a reminder to ask for correction is given."""
SOON: Final = 3
NEAR: Final = 10


class Level(StrEnum):
    """How near the due day is."""

    CALM = "calm"
    NEAR = "near"
    SOON = "soon"
    OVERDUE = "overdue"
    STANDING = "standing"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return LEVELS[self]


LEVELS: Final = {
    Level.CALM: "期限充裕",
    Level.NEAR: "临近期限",
    Level.SOON: "即将到期",
    Level.OVERDUE: "已逾期",
    Level.STANDING: "停止计算",
}


@dataclass(frozen=True, slots=True)
class Watch:
    """What the due day means today. `left`: working days; below 0: so many too late.

    `warning` is the reminder that holds: the smallest of 15, 10, 5, 3, 1 not below what is left.
    """

    level: Level
    left: int | None
    warning: int | None
    is_paused: bool = False


def watch(reckoning: Reckoning, today: date, calendar: WorkdayCalendar) -> Watch:
    """How the case stands today, as long as it is not answered."""
    if reckoning.due is None:
        return Watch(Level.STANDING, None, None, is_paused=True)
    paused = reckoning.is_skipped(today)
    if today > reckoning.due:
        late = calendar.count(reckoning.due, today)
        return Watch(Level.OVERDUE, -max(late, 1), None)
    left = calendar.count(today, reckoning.due, reckoning.is_skipped)
    return Watch(_level(left), left, warning_at(left), paused)


def _level(left: int) -> Level:
    if left <= SOON:
        return Level.SOON
    return Level.NEAR if left <= NEAR else Level.CALM


def warning_at(left: int) -> int | None:
    """The reminder that holds with so many working days left."""
    return min((mark for mark in WARN_AT if left <= mark), default=None)


def correction_watch(received: date, today: date, calendar: WorkdayCalendar) -> int | None:
    """The reminder to ask for correction that holds today: 5, or 7 on the last day and after."""
    gone = calendar.count(received, today)
    return max((mark for mark in CORRECTION_AT if gone >= mark), default=None)


def extension_faults(reckoning: Reckoning, today: date, workdays: int) -> Iterator[Finding]:
    """What is in the way of extending by so many working days (C3)."""
    most = EXTENSION.workdays or 0
    if reckoning.due is None:
        yield _said("EXTENSION-STANDING", NOT_RUNNING, WAIT)
    elif today > reckoning.due:
        yield _said("EXTENSION-LATE", TOO_LATE.format(due=reckoning.due), REPLY_NOW)
    if not 1 <= workdays <= most:
        yield _said(
            "EXTENSION-LENGTH", WRONG_LENGTH.format(days=workdays), LENGTH.format(most=most)
        )
    elif reckoning.extension:
        yield _said("EXTENSION-TWICE", TWICE.format(days=reckoning.extension), REPLY_NOW)


def _said(code: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, TITLE, text, hint, cite=EXTENSION.cite)


TITLE: Final = "不能延长答复期限"
NOT_RUNNING: Final = "答复期限现在停止计算，还没有届满日。"
WAIT: Final = "请等期限恢复计算以后再延长。"
TOO_LATE: Final = "答复期限已于 {due} 届满，届满以后不能再延长。"
REPLY_NOW: Final = "请尽快答复申请人。"
WRONG_LENGTH: Final = "延长 {days} 个工作日，不在允许的范围内。"
LENGTH: Final = "请填写 1 到 {most} 之间的整数。"
TWICE: Final = "已经延长过 {days} 个工作日，不能再次延长。"
