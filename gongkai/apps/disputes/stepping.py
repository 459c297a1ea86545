"""The steps of a dispute before it is over: answer and evidence, judgment, appeal, lessons."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.casework_queries import InHand, taken
from gongkai.apps.disputes.checking import day_faults
from gongkai.apps.disputes.facts import Judgment
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Values


@transaction.atomic
def record_answer(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note the day on which answer and evidence were handed in. Raises BlockedError."""
    case = taken(actor, dispute_id, "record_answer", now=now, expected=expected)
    case.row.answered_on = day
    after = _stepped(case, "answered_on", day, note)
    record(actor, case.step.verb, case.subject, after=after, cite=case.step.cite)
    return case.row


@transaction.atomic
def record_judgment(
    actor: Actor, *, dispute_id: int, expected: int, judgment: Judgment, now: datetime
) -> Dispute:
    """Note what the court of first instance gave; an appeal is open from then.

    Raises BlockedError.
    """
    case = taken(actor, dispute_id, "record_judgment", now=now, expected=expected)
    case.row.judged_on, case.row.judgment = judgment.day, judgment.form.value
    after = _stepped(case, "judged_on", judgment.day, judgment.note)
    record(actor, case.step.verb, case.subject, after=after, cite=case.step.cite)
    return case.row


@transaction.atomic
def record_appeal(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note that somebody appealed. Raises BlockedError."""
    case = taken(actor, dispute_id, "record_appeal", now=now, expected=expected)
    case.row.appealed_on = day
    after = _stepped(case, "appealed_on", day, note)
    record(actor, case.step.verb, case.subject, after=after, cite=case.step.cite)
    return case.row


@transaction.atomic
def note_lessons(
    actor: Actor, *, dispute_id: int, expected: int, lessons: str, now: datetime
) -> Dispute:
    """Write down what is to be learnt from it. Raises BlockedError where nothing is written."""
    case = taken(actor, dispute_id, "note_lessons", now=now, expected=expected)
    if not lessons.strip():
        raise BlockedError([obstacles.lacking("lessons")])
    case.row.lessons = lessons.strip()
    case.take(case.today)
    record(actor, case.step.verb, case.subject, after={"lessons": case.row.lessons})
    return case.row


def _stepped(case: InHand, path: str, day: date, note: str) -> "Values":
    """Take the step, if its day can be true; returns what the journal keeps."""
    if faults := list(day_faults(case.row, path, case.today)):
        raise BlockedError(faults)
    case.take(day, note.strip())
    return {path: day, "note": note.strip()}
