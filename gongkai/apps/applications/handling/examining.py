"""Examining (审核): beginning to look at an application, and accepting it (Art. 45)."""

from datetime import datetime

from django.db import transaction

from gongkai.apps.applications.cases.casework import Telling, step_on
from gongkai.apps.applications.cases.casework_queries import taken
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.record import record
from gongkai.core.identity import Actor


@transaction.atomic
def examine(actor: Actor, *, application_id: int, expected: int, now: datetime) -> Application:
    """Begin to look at whether it is complete and for this organ."""
    case = taken(actor, application_id, "examine", now=now, expected=expected)
    _take_up(case.application, actor)
    step_on(case, Telling(is_public=True))
    record(actor, case.step.verb, case.subject, cite=case.step.cite)
    return case.application


@transaction.atomic
def accept(
    actor: Actor, *, application_id: int, expected: int, now: datetime, note: str = ""
) -> Application:
    """Find it in order and begin to handle it."""
    case = taken(actor, application_id, "accept", now=now, expected=expected)
    _take_up(case.application, actor)
    step_on(case, Telling(note.strip(), is_public=True))
    record(actor, case.step.verb, case.subject, cite=case.step.cite)
    return case.application


def _take_up(application: Application, actor: Actor) -> None:
    """Whoever begins to work on a case that nobody has becomes its handler."""
    if not application.handler_key:
        application.handler_key, application.handler_name = actor.key, actor.name[:100]
