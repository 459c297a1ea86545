"""Retraction (撤销申请): the applicant no longer wants an answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, close
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling.correcting import day_faults
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class Retraction:
    """On which day the applicant said so, in which form or why."""

    day: date
    note: str = ""


@transaction.atomic
def record_retraction(
    actor: Actor, *, application_id: int, expected: int, retraction: Retraction, now: datetime
) -> Application:
    """Enter that the applicant retracted in writing; what proves it is written down."""
    case = taken(actor, application_id, "record_retraction", now=now, expected=expected)
    if not retraction.note.strip():
        raise BlockedError([obstacles.lacking("撤销的凭据", "note")])
    retract(case, retraction)
    record(actor, case.step.verb, case.subject, after={"day": retraction.day}, cite=case.step.cite)
    return case.application


def retract(case: InHand, retraction: Retraction) -> None:
    """End the case, for the desk (`record_retraction`) or for the applicant himself (`retract`).

    The caller writes the journal. Raises BlockedError.
    """
    earliest = case.application.arrived_on
    if faults := list(day_faults(case, retraction.day, "day", earliest)):
        raise BlockedError(faults)
    note = RETRACTED.format(note=retraction.note.strip())
    close(case, "retracted", Telling(note, retraction.day, is_public=True))


RETRACTED: Final = "申请人撤销申请。{note}"
