"""The calendar of one dispute: every stage with its due day, and the next one that is the organ's.

What a body has put off itself (an extended decision, evidence with the leave of the court, the term
for doing it again) is a day that it names, not one that is reckoned.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.disputes.kinds import DisputeKind, JudgmentForm
from gongkai.core.disputes.lifecycle import CLOSED
from gongkai.core.disputes.pauses import SUSPENDED, Pause, is_resting, within
from gongkai.core.disputes.reckoning import Due, cited, dated, due_of, last_day
from gongkai.core.disputes.terms import (
    PERFORM,
    POSTPONED,
    Course,
    Day,
    Side,
    Term,
    terms_of,
)
from gongkai.core.law import Citation

EXTENDABLE: Final = frozenset({"decide", "judge", "second"})
"""The terms of the body itself: they may be put off, and they rest with the dispute."""
JUDGE: Final = "judge"
TO_SUE: Final = "sue"
ANSWER, APPEAL, REDO = "answer", "appeal", "redo"
WANTED: Final = {"notified": (ANSWER,), "judged": (APPEAL,), CLOSED: (REDO,)}
"""Which stage the organ has to see to, by state."""
IN_COURT: Final = {
    Day.KNOWN: "对方知道被诉的行为或者收到复议决定",
    Day.FILED: "对方起诉",
    Day.ACCEPTED: "法院立案",
    Day.RECEIVED: "收到起诉状副本",
    Day.JUDGED: "收到一审裁判文书",
    Day.APPEALED: "法院收到上诉状",
}
IN_REVIEW: Final = {
    Day.KNOWN: "对方知道被申请复议的行为",
    Day.FILED: "复议机关收到申请",
    Day.ACCEPTED: "复议机关受理",
    Day.RECEIVED: "收到复议申请书副本",
    Day.CLOSED: "收到复议决定书",
}
HAPPENED: Final = {False: IN_REVIEW, True: IN_COURT}
"""What happened on the day from which a term runs, by whether a court decides."""
REMANDED: Final = "发回重审以后重新立案"
RESUMING: Final = "恢复审理"
RESTED: Final = "中止审理的 {length} 日不计算，期限顺延到 {day}"
EXTENDED: Final = "已经批准延长，延长到 {day}"
LEAVE: Final = "经法院准许延期提供证据，到 {day}"
REDO_LABEL: Final = "按决定、裁判重新办理或者履行"
REDO_SET: Final = "决定、裁判限定在 {day} 以前办完"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the calendar of a dispute follows from; `days` that are not known are left out."""

    kind: DisputeKind
    days: Mapping[Day, date] = field(default_factory=dict)
    is_simplified: bool = False
    judgment: JudgmentForm = JudgmentForm.JUDGMENT
    extended_until: date | None = None
    evidence_until: date | None = None
    redo_by: date | None = None
    redone_on: date | None = None
    pauses: tuple[Pause, ...] = ()
    remanded_on: date | None = None
    is_retrial: bool = False

    @property
    def courses(self) -> frozenset[Course]:
        """Which of several terms are taken."""
        course = Course.SIMPLIFIED if self.is_simplified else Course.ORDINARY
        return frozenset({course, Course(self.judgment.value)})


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: whose, by when and why, and when it was done."""

    key: str
    label: str
    side: Side
    cite: Citation
    waits_for: str
    due: Due | None = None
    done_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether it was done after its due day."""
        return self.due is not None and self.done_on is not None and self.done_on > self.due.day

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done, and is not."""
        return self.due is not None and self.done_on is None and self.due.day < today


def stages(facts: Facts, calendar: WorkdayCalendar) -> tuple[Stage, ...]:
    """Every stage of the dispute, in their order."""
    return tuple(_stages(facts, calendar))


def next_duty(facts: Facts, state: str, calendar: WorkdayCalendar) -> Stage | None:
    """What the organ itself has to do next in that state, where a day is known for it."""
    for stage in stages(facts, calendar):
        if stage.key in WANTED.get(state, ()) and stage.due and stage.done_on is None:
            return stage
    return None


def _stages(facts: Facts, calendar: WorkdayCalendar) -> Iterator[Stage]:
    in_court = facts.kind.is_litigation
    for term in terms_of(facts.kind, facts.courses):
        if facts.is_retrial and term.key == TO_SUE:
            continue
        base, what = _begun(term, facts)
        done = facts.days.get(term.kept) if term.kept else None
        rests = within(facts.pauses, base, done) if base and term.key in EXTENDABLE else ()
        waits_for = RESUMING if is_resting(rests) else what
        due = _due(term, base, facts, calendar, rests) if base and waits_for == what else None
        yield Stage(term.key, term.label, term.side, term.cite, waits_for, due, done)
    if facts.redo_by is not None:
        cite = PERFORM[in_court]
        due = _named(facts.redo_by, REDO_SET, cite)
        yield Stage(REDO, REDO_LABEL, Side.ORGAN, cite, "", due, facts.redone_on)


def _begun(term: Term, facts: Facts) -> tuple[date | None, str]:
    """The day a term runs from, and what happened on it; one sent back is judged anew."""
    if term.key == JUDGE and facts.remanded_on:
        return facts.remanded_on, REMANDED
    return facts.days.get(term.base), HAPPENED[facts.kind.is_litigation][term.base]


def _due(
    term: Term, base: date, facts: Facts, calendar: WorkdayCalendar, rests: tuple[Pause, ...]
) -> Due:
    in_court, what = facts.kind.is_litigation, _begun(term, facts)[1]
    due = due_of(term, base, what, calendar, in_court=in_court)
    if length := sum(pause.length for pause in rests):
        raw = last_day(term, base, calendar) + timedelta(days=length)
        day = calendar.next_workday(raw)
        words = RESTED.format(length=length, day=dated(day))
        steps = (*due.steps, cited(words, SUSPENDED[in_court]))
        due = Due(day, steps, due.is_provisional or calendar.provisional(raw, day))
    if term.key in EXTENDABLE and facts.extended_until and facts.extended_until > due.day:
        return _later(due, facts.extended_until, EXTENDED, term.cite)
    if term.key == ANSWER and facts.evidence_until and facts.evidence_until > due.day:
        return _later(due, facts.evidence_until, LEAVE, POSTPONED)
    return due


def _later(due: Due, day: date, words: str, cite: Citation) -> Due:
    return Due(day, (*due.steps, *_named(day, words, cite).steps), is_provisional=False)


def _named(day: date, words: str, cite: Citation) -> Due:
    """A day that somebody has named: nothing is reckoned, nothing moves."""
    return Due(day, (cited(words.format(day=dated(day)), cite),), is_provisional=False)
