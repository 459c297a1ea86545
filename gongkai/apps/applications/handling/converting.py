"""From one answer to everybody (依申请转主动, Art. 44): what was disclosed on application opens a
publishing draft, which is then reviewed like any other."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, step_on
from gongkai.apps.applications.cases.casework_queries import taken
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.models import Application, Entry
from gongkai.apps.journal.record import record
from gongkai.apps.wires.events import announce
from gongkai.core.events import ApplicationConverted
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

DISCLOSED: Final = ("granted", "partial")
VERB: Final = "convert"


@dataclass(frozen=True, slots=True)
class Conversion:
    """Under which title it is to be public, and why; neither may name the applicant."""

    title: str
    reason: str


@transaction.atomic
def convert(
    actor: Actor, *, application_id: int, expected: int, conversion: Conversion, now: datetime
) -> Application:
    """Have what was disclosed on application published. Raises BlockedError."""
    case = taken(actor, application_id, VERB, now=now, expected=expected)
    application = case.application
    faults = []
    if application.result_row not in DISCLOSED:
        faults.append(handling_obstacles.not_public_yet())
    if Entry.objects.filter(application=application, verb=VERB).exists():
        faults.append(handling_obstacles.converted_before())
    if not conversion.title.strip():
        faults.append(obstacles.lacking("标题", "title"))
    if not conversion.reason.strip():
        faults.append(obstacles.lacking("转为主动公开的理由", "reason"))
    if faults:
        raise BlockedError(faults)
    step_on(case, Telling(conversion.reason.strip()))
    announce(
        ApplicationConverted(
            organ_id=application.organ_id,
            number=application.number,
            title=conversion.title.strip(),
            at=now.isoformat(),
            actor_key=actor.key,
            actor_name=actor.name,
        )
    )
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"title": conversion.title.strip()},
        cite=case.step.cite,
    )
    return application
