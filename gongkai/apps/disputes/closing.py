"""The end of a dispute: what it came to, what has to be done again; taking back a wrong entry."""

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from django.db import transaction

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.casework_queries import InHand, taken
from gongkai.apps.disputes.checking import closing_faults
from gongkai.apps.disputes.facts import Closing
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.record import record
from gongkai.apps.wires.events import announce
from gongkai.core.disputes.kinds import RESULT_CITES, Result
from gongkai.core.disputes.lifecycle import OPEN, RESTING
from gongkai.core.events import DecisionCorrected, DisputeClosed
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Values

CLOSING: Final = "close_dispute"


@transaction.atomic
def close_dispute(
    actor: Actor, *, dispute_id: int, expected: int, closing: Closing, now: datetime
) -> Dispute:
    """Enter what a dispute came to; that a decision is to be made again is announced.

    Raises BlockedError.
    """
    case = taken(actor, dispute_id, CLOSING, now=now, expected=expected)
    row = case.row
    row.closed_on, row.result = closing.day, closing.result.value
    row.outcome = closing.outcome.strip()
    row.asks_again, row.redo_by = closing.asks_again, closing.redo_by
    row.lessons = closing.lessons.strip() or row.lessons
    if faults := list(closing_faults(row, closing, case.today)):
        raise BlockedError(faults)
    row.end_break(closing.day)
    case.take(closing.day, row.outcome)
    after: Values = {
        "closed_on": closing.day,
        "result": row.result,
        "asks_again": row.asks_again,
        "redo_by": row.redo_by,
    }
    cites = RESULT_CITES.get(closing.result)
    cite = cites[row.sort.is_litigation] if cites else None
    record(actor, case.step.verb, case.subject, after=after, cite=cite)
    announce(DisputeClosed(row.pk, row.application_id, row.result))
    if row.asks_again and row.application_id is not None:
        announce(_corrected(row, closing.day, actor, now))
    return row


def _corrected(row: Dispute, day: date, actor: Actor, now: datetime) -> DecisionCorrected:
    return DecisionCorrected(
        application_id=row.application_id or 0,
        dispute_id=row.pk,
        organ_id=row.organ_id,
        reason=f"{row.sort.label}：{row.body} {row.case_number}".strip(),
        day=day.isoformat(),
        at=now.isoformat(),
        actor_key=actor.key,
        actor_name=actor.name,
        until=row.redo_by.isoformat() if row.redo_by else "",
    )


@transaction.atomic
def record_redo(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note the day on which the decision was carried out. Raises BlockedError."""
    case = taken(actor, dispute_id, "record_redo", now=now, expected=expected)
    row = case.row
    if not (row.asks_again or row.redo_by) or row.closed_on is None:
        raise BlockedError([obstacles.no_order()])
    if day > case.today:
        raise BlockedError([obstacles.in_future("day", day)])
    if day < row.closed_on:
        raise BlockedError([obstacles.wrong_order("day", day, "closed_on", row.closed_on)])
    row.redone_on = day
    case.take(day, note.strip())
    after: Values = {"redone_on": day, "note": note.strip()}
    record(actor, case.step.verb, case.subject, after=after, cite=case.step.cite)
    return row


@transaction.atomic
def reopen_dispute(
    actor: Actor, *, dispute_id: int, expected: int, reason: str, now: datetime
) -> Dispute:
    """Take back a result that was entered by mistake: it stands where it stood before.

    Raises BlockedError.
    """
    case = _as_it_stood(taken(actor, dispute_id, "reopen_dispute", now=now, expected=expected))
    row = case.row
    if case.step.target in RESTING and row.closed_on is not None:
        row.rest_again(row.closed_on)
    before: Values = {"closed_on": row.closed_on, "result": row.result}
    row.closed_on = row.redo_by = row.redone_on = None
    row.result, row.outcome, row.asks_again = Result.PENDING.value, "", False
    case.take(case.today, reason.strip())
    record(actor, case.step.verb, case.subject, before=before, after={"reason": reason.strip()})
    return row


def _as_it_stood(case: InHand) -> InHand:
    """The step back to the state from which it was closed."""
    closing = case.row.entries.filter(verb=CLOSING).order_by("pk").last()
    if closing is None or closing.before not in OPEN:
        return case
    return replace(case, step=replace(case.step, target=closing.before))


@transaction.atomic
def void_dispute(
    actor: Actor, *, dispute_id: int, expected: int, reason: str, now: datetime
) -> Dispute:
    """Strike out what was entered by mistake; it stays in the ledger and counts nowhere."""
    case = taken(actor, dispute_id, "void_dispute", now=now, expected=expected)
    case.take(case.today, reason.strip())
    record(actor, case.step.verb, case.subject, after={"reason": reason.strip()})
    return case.row
