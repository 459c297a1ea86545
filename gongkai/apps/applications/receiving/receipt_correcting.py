"""Putting right a day of receipt that was entered wrongly (更正收到日期), before the reply.

Nobody types the day: the evidence is corrected, and the day follows from it as at the beginning
(R1-22). The due day moves only with the entries of the clock that this leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.cases.clocks import Moment, begin_anew
from gongkai.apps.applications.letters.receipts import withdraw_receipts
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.opening import (
    Arrival,
    arrival_of,
    received,
    registered,
    tell,
)
from gongkai.apps.applications.receiving.registering import SUBJECT
from gongkai.apps.journal.masking import Values
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.doors import OFFICE
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.lifecycle import CASE, EARLY
from gongkai.core.applications.receipt import receipt
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor
from gongkai.core.law.statutes import OGI

MOVED: Final = "收到日期由 {before} 更正为 {after}。{explanation}。更正的原因：{reason}"
PROVED: Final = "收到日期仍为 {after}，更正了收到的证据。{explanation}。更正的原因：{reason}"
CLOCKED: Final = "收到日期由 {before} 更正为 {after}：{reason}"
SUPERSEDED: Final = "收到日期更正，以后一份登记回执为准"


@dataclass(frozen=True, slots=True)
class ReceiptCorrection:
    """The evidence as it should have been entered, and why it was not. The way stays."""

    arrival: Arrival
    reason: str


@transaction.atomic
def correct_receipt(
    actor: Actor,
    *,
    application_id: int,
    expected: int,
    correction: ReceiptCorrection,
    now: datetime,
) -> Application:
    """Correct the evidence of receipt; the day, the clock and the receipt follow it (Art. 31).

    Raises BlockedError: without a reason, for evidence that proves no day, once the reply is under
    review, or where something that stopped or paused the clock would have been before receipt.
    """
    require(actor, *OFFICE)
    application = locked_case(actor, application_id)
    former, before = arrival_of(application), _told(application)
    right = _of_same_way(correction.arrival, former)
    found = [*_faults(application, expected, correction)]
    if right == former:
        found.append(obstacles.same_receipt())
    if found:
        raise BlockedError(found)
    day, explanation = received(right, localdate(now))
    if day is None:
        raise BlockedError(receipt(right.evidence, localdate(now)).findings)
    former_day = application.received_on
    _put(application, right, day)
    why = correction.reason.strip()
    words = PROVED if day == former_day else MOVED
    note = words.format(before=former_day, after=day, explanation=explanation, reason=why)
    tell(application, "correct_receipt", actor=actor, now=now, note=note)
    if day != former_day:
        moved = CLOCKED.format(before=former_day, after=day, reason=why)
        begin_anew(application, Moment(actor, now, moved))
        withdraw_receipts(application, SUPERSEDED)
        registered(application, now)
    record(
        actor,
        "correct_receipt",
        SUBJECT.format(pk=application.pk),
        before=before,
        after={**_told(application), "reason": why},
        cite=OGI.at(31),
    )
    return application


def _of_same_way(wanted: Arrival, former: Arrival) -> Arrival:
    """The evidence for the way that was entered; when the portal was used is no matter of proof."""
    is_portal = former.way is SubmissionWay.PORTAL
    return Arrival(
        former.way,
        former.arrived_on if is_portal else wanted.arrived_on,
        wanted.signed_on,
        wanted.confirmed_on,
        wanted.confirm_method.strip(),
        wanted.evidence_note.strip(),
        wanted.mail_number.strip(),
    )


def _put(application: Application, right: Arrival, day: date) -> None:
    application.arrived_on, application.signed_on = right.arrived_on, right.signed_on
    application.confirmed_on = right.confirmed_on
    application.confirm_method = right.confirm_method
    application.evidence_note = right.evidence_note
    application.mail_number = right.mail_number
    application.received_on = day
    application.version += 1
    application.save()


def _faults(
    application: Application, expected: int, correction: ReceiptCorrection
) -> Iterator[Finding]:
    if application.version != expected:
        yield obstacles.changed_meanwhile()
    elif fault := why_receipt_stays(application):
        yield fault
    if not correction.reason.strip():
        yield obstacles.no_reason()


def why_receipt_stays(application: Application) -> Finding | None:
    """Why the receipt of a case cannot be corrected any more, or not here; None where it can."""
    if application.state not in EARLY:
        return obstacles.receipt_settled(CASE.label(application.state))
    if application.counted_on is not None:
        return obstacles.receipt_counted()
    if application.transferred_from_id is not None:
        return obstacles.receipt_by_transfer()
    if application.received_on is None:
        return obstacles.receipt_unknown(application.number)
    return None


def _told(application: Application) -> Values:
    """What the journal says of the evidence."""
    return {
        "received_on": application.received_on,
        "arrived_on": application.arrived_on,
        "signed_on": application.signed_on,
        "confirmed_on": application.confirmed_on,
        "method": application.confirm_method,
    }
