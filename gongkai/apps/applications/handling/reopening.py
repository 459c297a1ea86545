"""Working on a case anew (重新办理): a decision of a reviewing body or a court asks for it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, clock_on, spend_extension, step_on
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.handling.correcting import day_faults
from gongkai.apps.applications.models import Application
from gongkai.apps.journal.record import record
from gongkai.core.applications.deadlines import Cause, Entry, Mark
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

MOST: Final = 120


@dataclass(frozen=True, slots=True)
class Order:
    """What asks for it, on which day it arrived, and the term it sets (0: the usual one)."""

    reason: str
    day: date
    workdays: int = 0


@transaction.atomic
def reopen(
    actor: Actor, *, application_id: int, expected: int, order: Order, now: datetime
) -> Application:
    """Open a case again; its clock begins anew on the day the decision arrived.

    In the year in which it was over it counts under what it comes to now; what an earlier year has
    counted stays counted there, and is not counted a second time. Raises BlockedError.
    """
    case = taken(actor, application_id, "reopen_case", now=now, expected=expected)
    reopen_case(case, order)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"day": order.day, "reason": order.reason.strip()},
        cite=case.step.cite,
    )
    return case.application


def reopen_case(case: InHand, order: Order) -> None:
    """Open a case that is in hand already; the caller writes the journal. Raises BlockedError.

    Where the day of receipt was never proved there is no clock to begin anew: it begins with that
    day, once it is confirmed.
    """
    if faults := _faults(case, order):
        raise BlockedError(faults)
    application = case.application
    application.closed_on = application.replied_on = application.archived_on = None
    application.decision = application.result_row = application.remedy = ""
    application.is_on_the_spot = False
    if application.counted_on is not None and application.counted_on.year == order.day.year:
        application.counted_on, application.counted_row = None, ""
    spend_extension(application)
    note = REOPENED.format(reason=order.reason.strip())
    step_on(case, Telling(note, order.day, is_public=True))
    if application.received_on is not None:
        entry = Entry(Mark.RESTART, order.day, Cause.REOPENED, workdays=order.workdays)
        clock_on(case, entry, note)


def _faults(case: InHand, order: Order) -> list[Finding]:
    earliest = case.application.closed_on or case.today
    faults = list(day_faults(case, order.day, "day", earliest))
    if not order.reason.strip():
        faults.append(obstacles.lacking("重新办理的依据", "reason"))
    if not 0 <= order.workdays <= MOST:
        faults.append(handling_obstacles.term_odd(MOST))
    return faults


REOPENED: Final = "重新办理：{reason}"
