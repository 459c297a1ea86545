"""Ending (终止): the applicant has died or ceased to exist, and nobody takes his place."""

from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, close
from gongkai.apps.applications.cases.casework_queries import taken
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.record import record
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor


@transaction.atomic
def end_case(
    actor: Actor, *, application_id: int, expected: int, reason: str, now: datetime
) -> Application:
    """End a case whose applicant is no longer there; what proves it is written down."""
    case = taken(actor, application_id, "end", now=now, expected=expected)
    if not reason.strip():
        raise BlockedError([obstacles.lacking("死亡或者终止的情况和证明", "reason")])
    close(case, "ended", Telling(reason.strip()[:LONGEST]))
    record(actor, case.step.verb, case.subject, cite=case.step.cite)
    return case.application


LONGEST: Final = 1000
