"""The terms of a dispute (R4-03 to R4-09): whose, from which day, how long, by which article.

In reconsideration, terms of three, five, seven and ten days are working days (Art. 88); all other
days and months are those of the calendar, and a last day off moves to the next working day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gongkai.core.disputes.kinds import DisputeKind, JudgmentForm
from gongkai.core.law import Citation
from gongkai.core.law.statutes import LITIGATION, RECONSIDERATION


class Unit(StrEnum):
    """What a term is counted in."""

    WORKDAYS = "workdays"
    DAYS = "days"
    MONTHS = "months"

    @property
    def label(self) -> str:
        """The word after the number."""
        return {"workdays": "个工作日", "days": "日", "months": "个月"}[self.value]


class Side(StrEnum):
    """Whose term it is."""

    ORGAN = "organ"
    BODY = "body"
    PARTY = "party"


class Day(StrEnum):
    """The days of a dispute from which terms run, or on which they are kept."""

    KNOWN = "known"
    FILED = "filed"
    ACCEPTED = "accepted"
    RECEIVED = "received"
    ANSWERED = "answered"
    JUDGED = "judged"
    APPEALED = "appealed"
    CLOSED = "closed"


class Course(StrEnum):
    """The course of the procedure (普通程序、简易程序); the form of the judgment for an appeal."""

    ANY = "any"
    ORDINARY = "ordinary"
    SIMPLIFIED = "simplified"
    JUDGMENT = JudgmentForm.JUDGMENT.value
    RULING = JudgmentForm.RULING.value


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `base` is the day it runs from, `kept` the day on which it was kept."""

    key: str
    label: str
    side: Side
    base: Day
    kept: Day | None
    length: int
    unit: Unit
    cite: Citation
    course: Course = Course.ANY


WORKDAYS_CITE: Final = RECONSIDERATION.at(88, 2)
"""Short terms of reconsideration are working days."""
ROLLS: Final = {False: RECONSIDERATION.at(88, 1), True: LITIGATION.at(101)}
"""Why a last day off moves; by whether a court decides."""
REVIEW: Final = (
    Term(
        "apply", "申请行政复议", Side.PARTY, Day.KNOWN, Day.FILED, 60, Unit.DAYS,
        RECONSIDERATION.at(20, 1),
    ),
    Term(
        "accept", "审查是否受理", Side.BODY, Day.FILED, Day.ACCEPTED, 5, Unit.WORKDAYS,
        RECONSIDERATION.at(30, 1),
    ),
    Term(
        "forward", "发送申请书副本", Side.BODY, Day.ACCEPTED, Day.RECEIVED, 7, Unit.WORKDAYS,
        RECONSIDERATION.at(48), Course.ORDINARY,
    ),
    Term(
        "forward", "发送申请书副本", Side.BODY, Day.ACCEPTED, Day.RECEIVED, 3, Unit.WORKDAYS,
        RECONSIDERATION.at(54, 1), Course.SIMPLIFIED,
    ),
    Term(
        "answer", "书面答复并提交证据", Side.ORGAN, Day.RECEIVED, Day.ANSWERED, 10, Unit.WORKDAYS,
        RECONSIDERATION.at(48), Course.ORDINARY,
    ),
    Term(
        "answer", "书面答复并提交证据", Side.ORGAN, Day.RECEIVED, Day.ANSWERED, 5, Unit.WORKDAYS,
        RECONSIDERATION.at(54, 1), Course.SIMPLIFIED,
    ),
    Term(
        "decide", "作出复议决定", Side.BODY, Day.ACCEPTED, Day.CLOSED, 60, Unit.DAYS,
        RECONSIDERATION.at(62, 1), Course.ORDINARY,
    ),
    Term(
        "decide", "作出复议决定", Side.BODY, Day.ACCEPTED, Day.CLOSED, 30, Unit.DAYS,
        RECONSIDERATION.at(62, 2), Course.SIMPLIFIED,
    ),
    Term(
        "sue", "不服复议决定起诉", Side.PARTY, Day.CLOSED, None, 15, Unit.DAYS, LITIGATION.at(45)
    ),
)  # fmt: skip
COURTS: Final = (
    Term(
        "file", "立案", Side.BODY, Day.FILED, Day.ACCEPTED, 7, Unit.DAYS, LITIGATION.at(51, 2)
    ),
    Term(
        "serve", "发送起诉状副本", Side.BODY, Day.ACCEPTED, Day.RECEIVED, 5, Unit.DAYS,
        LITIGATION.at(67, 1),
    ),
    Term(
        "answer", "提出答辩状并提交证据", Side.ORGAN, Day.RECEIVED, Day.ANSWERED, 15, Unit.DAYS,
        LITIGATION.at(67, 1),
    ),
    Term(
        "judge", "作出一审判决", Side.BODY, Day.ACCEPTED, Day.JUDGED, 6, Unit.MONTHS,
        LITIGATION.at(81), Course.ORDINARY,
    ),
    Term(
        "judge", "一审审结", Side.BODY, Day.ACCEPTED, Day.JUDGED, 45, Unit.DAYS,
        LITIGATION.at(83), Course.SIMPLIFIED,
    ),
    Term(
        "appeal", "决定是否上诉", Side.ORGAN, Day.JUDGED, Day.APPEALED, 15, Unit.DAYS,
        LITIGATION.at(85), Course.JUDGMENT,
    ),
    Term(
        "appeal", "决定是否上诉", Side.ORGAN, Day.JUDGED, Day.APPEALED, 10, Unit.DAYS,
        LITIGATION.at(85), Course.RULING,
    ),
    Term(
        "second", "作出二审判决", Side.BODY, Day.APPEALED, Day.CLOSED, 3, Unit.MONTHS,
        LITIGATION.at(88),
    ),
)  # fmt: skip
SUE_DIRECTLY: Final = Term(
    "sue", "直接起诉", Side.PARTY, Day.KNOWN, Day.FILED, 6, Unit.MONTHS, LITIGATION.at(46, 1)
)
SUE_AFTER: Final = Term(
    "sue", "收到复议决定书以后起诉", Side.PARTY, Day.KNOWN, Day.FILED, 15, Unit.DAYS,
    LITIGATION.at(45),
)  # fmt: skip
TERMS: Final = {
    DisputeKind.RECONSIDERATION: REVIEW,
    DisputeKind.DIRECT: (SUE_DIRECTLY, *COURTS),
    DisputeKind.AFTER: (SUE_AFTER, *COURTS),
}
PERFORM: Final = {False: RECONSIDERATION.at(77, 1), True: LITIGATION.at(94)}
"""Why an organ does what the decision asks; by whether a court decided."""
POSTPONED: Final = LITIGATION.at(36, 1)
"""Evidence may come later with the leave of the court."""
LONGEST_EXTENSION: Final = 30
"""Days by which a decision on reconsideration may be put off (Art. 62)."""


def terms_of(kind: DisputeKind, courses: frozenset[Course]) -> Iterator[Term]:
    """The terms of a kind, each once: of those with several courses the one that is taken."""
    for term in TERMS[kind]:
        if term.course is Course.ANY or term.course in courses:
            yield term
