"""What interrupts a dispute: suspension and resumption, and the way back to the first instance."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.casework_queries import InHand, taken
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.journal.record import record
from gongkai.core.disputes.pauses import RESUMED, SUSPENDED
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

if TYPE_CHECKING:
    from gongkai.apps.journal.masking import Values


@transaction.atomic
def suspend_dispute(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note that the body suspended it: its term stands still from that day. Raises BlockedError."""
    case = taken(actor, dispute_id, "suspend_dispute", now=now, expected=expected)
    row = case.row
    last = row.breaks[-1].last if row.breaks else None
    _check(case, day, (("received_on", row.received_on), ("appealed_on", row.appealed_on)), last)
    row.pauses = [*row.pauses, [day.isoformat(), None]]
    case.take(day, note.strip())
    after: Values = {"day": day, "note": note.strip()}
    record(actor, case.step.verb, case.subject, after=after, cite=SUSPENDED[row.sort.is_litigation])
    return row


@transaction.atomic
def resume_dispute(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note that it goes on: the days in between are taken out. Raises BlockedError."""
    case = taken(actor, dispute_id, "resume_dispute", now=now, expected=expected)
    row, pause = case.row, case.row.breaks[-1]
    _check(case, day, (("suspended_on", pause.first),))
    row.end_break(day)
    case.take(day, note.strip())
    after: Values = {"day": day, "note": note.strip()}
    record(actor, case.step.verb, case.subject, after=after, cite=RESUMED[row.sort.is_litigation])
    return row


@transaction.atomic
def record_remand(
    actor: Actor, *, dispute_id: int, expected: int, day: date, note: str, now: datetime
) -> Dispute:
    """Note that the court of second instance sent it back: a first instance begins anew, never in
    the simplified procedure (Art. 82). It stays one dispute. Raises BlockedError."""
    case = taken(actor, dispute_id, "record_remand", now=now, expected=expected)
    row = case.row
    _check(case, day, (("appealed_on", row.appealed_on),))
    before: Values = {"judged_on": row.judged_on, "appealed_on": row.appealed_on}
    row.remanded_on, row.is_simplified, row.judgment = day, False, ""
    row.judged_on = row.appealed_on = row.extended_until = None
    case.take(day, note.strip())
    after: Values = {"remanded_on": day, "note": note.strip()}
    record(actor, case.step.verb, case.subject, before=before, after=after, cite=case.step.cite)
    return row


def _check(
    case: InHand,
    day: date,
    earlier: tuple[tuple[str, date | None], ...],
    resumed: date | None = None,
) -> None:
    """Raises BlockedError where the step cannot have been taken on that day."""
    if faults := list(_faults(case, day, (*earlier, ("resumed_on", resumed)))):
        raise BlockedError(faults)


def _faults(
    case: InHand, day: date, earlier: tuple[tuple[str, date | None], ...]
) -> Iterator[Finding]:
    if day > case.today:
        yield obstacles.in_future("day", day)
    for path, before in earlier:
        if before is not None and day < before:
            yield obstacles.wrong_order("day", day, path, before)
