"""Sending on (转送): to the organ that is competent, which has the case under a number of its own.

Within the organ a case goes from unit to unit by `assigning`. The applicant is told; here the case
is over, there it has been received on the day it was sent.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, close
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.cases.clocks import begin_clock
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.models import Applicant, Application, CaseFile, Entry, Transfer
from gongkai.apps.applications.receiving.numbering import new_code, next_number
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Organ
from gongkai.apps.wires.events import announce
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.events import ApplicationRegistered
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

OF_REQUEST: Final = (
    "kind",
    "way",
    "applicant_kind",
    "applicant_masked",
    "identity_key",
    "subject",
    "description",
    "wanted_form",
    "wanted_way",
    "asks_reduction",
    "reduction_reason",
    "needs_help",
)
"""What goes along: who asks for what."""
OF_APPLICANT: Final = tuple(
    field.attname
    for field in Applicant._meta.concrete_fields
    if field.name not in {"id", "application"}
)
ENCLOSED: Final = "application"


@dataclass(frozen=True, slots=True)
class Destination:
    """To which organ, and why to that one."""

    organ_id: int
    reason: str


@transaction.atomic
def transfer(
    actor: Actor,
    *,
    application_id: int,
    expected: int,
    destination: Destination,
    now: datetime,
) -> Transfer:
    """Send a case on to another organ. Raises BlockedError."""
    case = taken(actor, application_id, "transfer", now=now, expected=expected)
    living = Organ.objects.filter(until=None).exclude(pk=case.application.organ_id)
    target = living.filter(pk=destination.organ_id).first()
    faults = [] if target is not None else [handling_obstacles.no_such_organ()]
    if not destination.reason.strip():
        faults.append(obstacles.lacking("转送的理由", "reason"))
    if faults or target is None:
        raise BlockedError(faults)
    arrived = _arrived(case, target)
    row = Transfer.objects.create(
        application=case.application,
        target=target,
        reason=destination.reason.strip()[:500],
        day=case.today,
        arrived_as=arrived,
        actor_name=actor.name[:100],
    )
    note = SENT.format(organ=target.name, reason=row.reason)
    close(case, "transferred", Telling(note, is_public=True))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"target": target.pk, "arrived_as": arrived.number},
        cite=case.step.cite,
    )
    return row


def _arrived(case: InHand, target: Organ) -> Application:
    """The case as the other organ has it: received today, under the next number of its year."""
    sent = case.application
    serial, number = next_number(target.pk, case.today)
    arrived = Application.objects.create(
        **{name: getattr(sent, name) for name in OF_REQUEST},
        organ=target,
        year=case.today.year,
        serial=serial,
        number=number,
        query_code=new_code(),
        arrived_on=case.today,
        received_on=case.today,
        evidence_note=RECEIVED.format(organ=sent.organ.name, number=sent.number)[:300],
        transferred_from=sent,
        state=CASE.start,
        created_at=case.now,
        created_by=case.actor.key,
    )
    Applicant.objects.create(
        application=arrived, **{name: getattr(sent.applicant, name) for name in OF_APPLICANT}
    )
    for item in sent.items.all():
        arrived.items.create(position=item.position, text=item.text)
    _copy_files(case, arrived)
    Entry.objects.create(
        application=arrived,
        verb="register",
        after=CASE.start,
        day=case.today,
        note=arrived.evidence_note,
        is_public=True,
        actor_key=case.actor.key,
        actor_name=case.actor.name[:100],
        at=case.now,
    )
    begin_clock(arrived, actor=case.actor, now=case.now)
    announce(ApplicationRegistered(arrived.pk, case.now.isoformat()))
    return arrived


def _copy_files(case: InHand, arrived: Application) -> None:
    """What the applicant enclosed goes along; what was made here stays."""
    CaseFile.objects.bulk_create(
        CaseFile(
            application=arrived,
            file_id=row.file_id,
            purpose=row.purpose,
            name=row.name,
            added_at=case.now,
            added_by=case.actor.name[:100],
        )
        for row in case.application.files.filter(purpose=ENCLOSED)
    )


SENT: Final = "转送{organ}办理：{reason}"
RECEIVED: Final = "{organ}转送（原登记号 {number}）"
