"""Putting right a day of delivery that was entered wrongly (更正送达日期).

A term runs from that day, so it is never overwritten: the new day needs a reason, and both days and
the reason stay in the history of the case and in the journal.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import LONGEST
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling import asking_obstacles
from gongkai.apps.applications.handling.correcting import day_faults
from gongkai.apps.applications.handling.noticed import Kind, Notice, kind_of, locked, sent_on
from gongkai.apps.applications.models import Application, Entry
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class Amendment:
    """Which notice, by the source of its letter (`correction:7`), the right day, and why."""

    notice: str
    delivered_on: date
    reason: str


@transaction.atomic
def amend_delivery(
    actor: Actor, *, application_id: int, expected: int, amendment: Amendment, now: datetime
) -> Application:
    """Enter another day of delivery in the place of a wrong one; the term follows it.

    Raises BlockedError where no day was entered, where nobody waits for an answer any more, and
    without a reason.
    """
    kind = kind_of(amendment.notice)
    if kind is None:
        raise BlockedError([asking_obstacles.nothing_delivered()])
    case = taken(actor, application_id, kind.verb, now=now, expected=expected)
    row = locked(case.application, amendment.notice)
    if row is None or row.delivered_on is None:
        raise BlockedError([asking_obstacles.nothing_delivered()])
    before = row.delivered_on
    if faults := _faults(case, row, amendment):
        raise BlockedError(faults)
    kind.take(case, row, amendment.delivered_on, getattr(row, "delivery_proof", ""))
    _tell(case, kind, before, amendment)
    record(
        actor,
        "amend_delivery",
        case.subject,
        before={"notice": amendment.notice, "delivered_on": before},
        after={"delivered_on": amendment.delivered_on, "reason": amendment.reason.strip()},
        cite=case.step.cite,
    )
    return case.application


def _faults(case: InHand, row: Notice, amendment: Amendment) -> list[Finding]:
    first = sent_on(row) or case.today
    faults = list(day_faults(case, amendment.delivered_on, "delivered_on", first))
    if not amendment.reason.strip():
        faults.append(obstacles.lacking(REASON, "reason"))
    return faults


def _tell(case: InHand, kind: Kind, before: date, amendment: Amendment) -> None:
    """One more version of the case, and a line of its history for the organ alone."""
    application = case.application
    application.version += 1
    application.save(update_fields=["version"])
    note = AMENDED.format(
        notice=kind.label,
        before=before,
        after=amendment.delivered_on,
        reason=amendment.reason.strip(),
    )
    Entry.objects.create(
        application=application,
        verb="amend_delivery",
        before=application.state,
        after=application.state,
        day=amendment.delivered_on,
        note=note[:LONGEST],
        actor_key=case.actor.key,
        actor_name=case.actor.name[:100],
        at=case.now,
    )


REASON: Final = "更正的原因"
AMENDED: Final = "更正{notice}的送达日期：{before} 改为 {after}，原因：{reason}"
