"""Putting right a day of delivery that was entered wrongly (更正送达日期).

A term runs from that day, so it is never overwritten: the new day needs a reason, and both days and
the reason stay in the history of the case and in the journal.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, cast

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import LONGEST
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling import asking_obstacles
from gongkai.apps.applications.handling.consulting import take_consultation_delivery
from gongkai.apps.applications.handling.correcting import day_faults, take_correction_delivery
from gongkai.apps.applications.handling.deferring import take_reasons_delivery
from gongkai.apps.applications.handling.fees import take_fee_delivery
from gongkai.apps.applications.models import (
    Application,
    Consultation,
    Correction,
    Deferral,
    Entry,
    FeeNotice,
)
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

Notice = Correction | Deferral | FeeNotice | Consultation


@dataclass(frozen=True, slots=True)
class Amendment:
    """Which notice, by the source of its letter (`correction:7`), the right day, and why."""

    notice: str
    delivered_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Amendable:
    """A kind of notice: the step it belongs to, its name, its rows whose term still matters."""

    verb: str
    label: str
    rows: Callable[[Application], QuerySet[Model]]


@transaction.atomic
def amend_delivery(
    actor: Actor, *, application_id: int, expected: int, amendment: Amendment, now: datetime
) -> Application:
    """Enter another day of delivery in the place of a wrong one; the term follows it.

    Raises BlockedError where no day was entered, where nobody waits for an answer any more, and
    without a reason.
    """
    name, _, number = amendment.notice.partition(":")
    kind = AMENDABLE.get(name)
    if kind is None:
        raise BlockedError([asking_obstacles.nothing_delivered()])
    case = taken(actor, application_id, kind.verb, now=now, expected=expected)
    row = _delivered(case, kind, number)
    before = row.delivered_on or case.today
    if faults := _faults(case, row, amendment):
        raise BlockedError(faults)
    _take(case, row, amendment.delivered_on)
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


def _delivered(case: InHand, kind: Amendable, number: str) -> Notice:
    rows = kind.rows(case.application).select_for_update()
    found = rows.filter(pk=int(number) if number.isdecimal() else 0).exclude(delivered_on=None)
    row = found.first()
    if row is None:
        raise BlockedError([asking_obstacles.nothing_delivered()])
    return cast("Notice", row)


def _faults(case: InHand, row: Notice, amendment: Amendment) -> list[Finding]:
    sent = row.noticed_on if isinstance(row, FeeNotice) else row.asked_on
    faults = list(day_faults(case, amendment.delivered_on, "delivered_on", sent or case.today))
    if not amendment.reason.strip():
        faults.append(obstacles.lacking(REASON, "reason"))
    return faults


def _tell(case: InHand, kind: Amendable, before: date, amendment: Amendment) -> None:
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


def _take(hand: InHand, row: Notice, day: date) -> None:
    """Let the term run from that day, as if it had been entered first."""
    match row:
        case Correction():
            take_correction_delivery(hand, row, day)
        case Deferral():
            take_reasons_delivery(hand, row, day)
        case FeeNotice():
            take_fee_delivery(hand, row, day)
        case Consultation():
            take_consultation_delivery(hand, row, day, row.delivery_proof)


REASON: Final = "更正的原因"
AMENDED: Final = "更正{notice}的送达日期：{before} 改为 {after}，原因：{reason}"
OPEN: Final = Q(answered_on=None)
AMENDABLE: Final[Mapping[str, Amendable]] = {
    "correction": Amendable(
        "record_correction",
        "补正告知书",
        lambda case: Correction.objects.filter(OPEN, application=case),
    ),
    "deferral": Amendable(
        "record_reasons",
        "说明理由通知书",
        lambda case: Deferral.objects.filter(OPEN, application=case),
    ),
    "fee": Amendable(
        "record_fee_delivery",
        "收费通知书",
        lambda case: FeeNotice.objects.filter(application=case, state="noticed"),
    ),
    "consultation": Amendable(
        "record_opinion",
        "征求意见书",
        lambda case: Consultation.objects.filter(application=case, opinion=""),
    ),
}
"""By the first word of the source of their letters."""
