"""Entering a dispute (登记), and amending what was entered."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.disputes.casework_queries import SUBJECT, taken
from gongkai.apps.disputes.checking import extension_faults, opening_faults
from gongkai.apps.disputes.facts import Opening
from gongkai.apps.disputes.models import Dispute, DisputeEntry
from gongkai.apps.disputes.reckoning import keep_due
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.apps.sealing.blind import blind_index
from gongkai.apps.wires.events import announce
from gongkai.core.disputes.doors import WRITERS
from gongkai.core.disputes.lifecycle import DISPUTE
from gongkai.core.events import DisputeOpened
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.identity.masking import mask_name

if TYPE_CHECKING:
    from datetime import date

    from gongkai.apps.journal.masking import Value

OPENED: Final = "open_dispute"
ANSWERED: Final = "answered"
PARTY: Final = "dispute-party"
PLAIN: Final = tuple(
    name for name in Opening.__dataclass_fields__ if name not in {"kind", "party", "received_on"}
)


@transaction.atomic
def open_dispute(actor: Actor, *, organ_id: int, opening: Opening, now: datetime) -> Dispute:
    """Enter a dispute of an organ the actor works for, old or new.

    Raises NotAllowedError, DoesNotExist, BlockedError.
    """
    require(actor, *WRITERS)
    organ = one(actor, Organ.objects.all(), organ_id, to=Purpose.WORK, field="pk")
    row = Dispute(organ=organ, created_at=now, created_by=actor.key)
    today = localdate(now)
    _fill(row, opening, today)
    row.state = ANSWERED if row.answered_on else DISPUTE.start
    keep_due(row, calendar())
    row.save()
    DisputeEntry.objects.create(
        dispute=row,
        verb=OPENED,
        before="",
        after=row.state,
        day=row.received_on,
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )
    record(actor, OPENED, SUBJECT.format(pk=row.pk), after=_told(row))
    announce(DisputeOpened(row.pk, row.application_id))
    return row


@transaction.atomic
def amend_dispute(
    actor: Actor, *, dispute_id: int, expected: int, opening: Opening, now: datetime
) -> Dispute:
    """Set right or complete what was entered. Raises BlockedError."""
    case = taken(actor, dispute_id, "amend_dispute", now=now, expected=expected)
    before = _told(case.row)
    _fill(case.row, opening, case.today)
    if case.row.answered_on and case.row.state == DISPUTE.start:
        answer = DISPUTE.step(case.row.state, "record_answer", {Role.HANDLER})
        case = replace(case, step=answer)
    case.take(case.today)
    record(actor, case.step.verb, case.subject, before=before, after=_told(case.row))
    return case.row


def _fill(row: Dispute, opening: Opening, today: "date") -> None:
    """Put what was entered into the row. Raises BlockedError where it cannot be true."""
    for name in PLAIN:
        setattr(row, name, getattr(opening, name))
    row.kind = opening.kind.value
    row.party = opening.party.strip()
    row.party_key = blind_index(row.party, PARTY)
    row.party_masked = mask_name(row.party) if opening.is_person else row.party[:100]
    if opening.received_on is not None:
        row.received_on = opening.received_on
    faults = list(opening_faults(row, opening, today))
    if not faults:
        faults = list(extension_faults(row, calendar()))
    if faults:
        raise BlockedError(faults)


def _told(row: Dispute) -> Mapping[str, "Value"]:
    """What the journal keeps: everything but the party's name."""
    kept = {name: getattr(row, name) for name in PLAIN}
    return {**kept, "kind": row.kind, "party": row.party_masked, "received_on": row.received_on}


def opening_of(row: Dispute) -> Opening:
    """What was entered, to be amended."""
    kept = {name: getattr(row, name) for name in PLAIN}
    return Opening(kind=row.sort, party=row.party, received_on=row.received_on, **kept)
