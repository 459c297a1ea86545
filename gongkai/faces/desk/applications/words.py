"""The words of the pages about applications: how the clock stands, what happened, row labels."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from gongkai.core.applications.deadlines import Level, Watch
from gongkai.core.applications.deadlines.watching import NEAR, SOON
from gongkai.core.applications.kinds import ApplicantKind, SubmissionWay
from gongkai.core.applications.lifecycle import CASE, is_open
from gongkai.core.reports.forms import FORM_2021
from gongkai.faces.desk.journal_words import VERBS

if TYPE_CHECKING:
    from gongkai.apps.applications.models import Application

Count = Callable[[date, date], int]
"""Counts the working days after the one and up to the other."""
AREA: Final = "applications"
RESULTS: Final = "三、本年度办理结果"
"""The heading that the results stand under on the form."""
ROW_LABELS: Final = {
    row.key: row.full_label.removeprefix(RESULTS) for row in FORM_2021.table("applications").rows
}
WAY_CHOICES: Final = tuple((way.value, way.label) for way in SubmissionWay)
APPLICANT_CHOICES: Final = tuple((kind.value, kind.label) for kind in ApplicantKind)
STATE_CHOICES: Final = tuple((state.key, state.label) for state in CASE.states)
TONES: Final = {
    Level.CALM: ("good", "✓"),
    Level.NEAR: ("information", "◷"),
    Level.SOON: ("warning", "!"),
    Level.OVERDUE: ("error", "✗"),
    Level.STANDING: ("information", "‖"),
}
LEFT: Final = "余 {days} 个工作日"
TODAY: Final = "今天到期"
OVERDUE: Final = "逾期 {days} 个工作日"
LATE: Final = "晚 {days} 个工作日"
IN_TIME: Final = "期限内办结"
STANDING: Final = "期限暂停"
UNPROVED: Final = "待确认收到"
PAUSED: Final = "（暂停中）"


@dataclass(frozen=True, slots=True)
class ClockTag:
    """How a clock stands: a colour, a sign and words, which never stand alone."""

    tone: str
    sign: str
    words: str


def clock_tag(row: "Application", today: date, count: Count) -> ClockTag | None:
    """How the clock of a row of the queue stands, by what is kept on the row."""
    if not is_open(row.state):
        return ended_tag(row, count)
    if row.received_on is None:
        return ClockTag("warning", "!", UNPROVED)
    if row.due is None:
        return tag(Level.STANDING, None)
    if row.due < today:
        return tag(Level.OVERDUE, -max(count(row.due, today), 1))
    left = count(today, row.due)
    level = Level.SOON if left <= SOON else Level.NEAR if left <= NEAR else Level.CALM
    return tag(level, left, is_paused=row.is_paused)


def ended_tag(row: "Application", count: Count) -> ClockTag | None:
    """Whether what is over was over in time."""
    if row.closed_on is None or row.due is None:
        return None
    if row.closed_on <= row.due:
        return ClockTag("good", "✓", IN_TIME)
    late = max(count(row.due, row.closed_on), 1)
    return ClockTag("error", "✗", LATE.format(days=late))


def watch_tag(watch: Watch) -> ClockTag:
    """How the clock stands by its whole reckoning."""
    return tag(watch.level, watch.left, is_paused=watch.is_paused)


def tag(level: Level, left: int | None, *, is_paused: bool = False) -> ClockTag:
    """A level with its words."""
    tone, sign = TONES[level]
    if left is None:
        return ClockTag(tone, sign, STANDING)
    if left < 0:
        return ClockTag(tone, sign, OVERDUE.format(days=-left))
    words = LEFT.format(days=left) if left else TODAY
    return ClockTag(tone, sign, words + (PAUSED if is_paused else ""))


def verb_label(verb: str) -> str:
    """What happened, in words: a step of the lifecycle, or a verb of the journal."""
    steps = {step.verb: step.label for step in CASE.steps}
    return steps.get(verb) or VERBS.get(verb, verb)


def row_label(row: str) -> str:
    """A row of the yearly table, in words."""
    return ROW_LABELS.get(row, "")
