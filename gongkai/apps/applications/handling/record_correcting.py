"""Putting a record right (更正, Art. 41): whether what the applicant proves is so.

The result is a reply like any other (DOC-21); where another organ is competent, the case is sent
there (`transferring`) or the applicant is told to turn to it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, step_on
from gongkai.apps.applications.cases.casework_queries import taken
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.record import record
from gongkai.core.applications.kinds import ApplicationKind
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@dataclass(frozen=True, slots=True)
class Verified:
    """Which record was looked at, against which evidence, and whether it is wrong."""

    record: str
    evidence: str
    is_wrong: bool


@transaction.atomic
def verify_record(
    actor: Actor, *, application_id: int, expected: int, verified: Verified, now: datetime
) -> Application:
    """Note what came of holding a record against the applicant's evidence. Raises BlockedError."""
    case = taken(actor, application_id, "verify_record", now=now, expected=expected)
    faults = []
    if case.application.kind != ApplicationKind.RECORD:
        faults.append(handling_obstacles.not_a_record())
    if not verified.record.strip():
        faults.append(obstacles.lacking("核实的记录", "record"))
    if not verified.evidence.strip():
        faults.append(obstacles.lacking("核实的证据", "evidence"))
    if faults:
        raise BlockedError(faults)
    words = WRONG if verified.is_wrong else RIGHT
    note = words.format(record=verified.record.strip(), evidence=verified.evidence.strip())
    step_on(case, Telling(note))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"is_wrong": verified.is_wrong},
        cite=case.step.cite,
    )
    return case.application


WRONG: Final = "经核实，记录不准确：{record}。证据：{evidence}"
RIGHT: Final = "经核实，记录无误：{record}。证据：{evidence}"
