"""Assigning (交办): who leads the work on a case, who helps, until when inside the organ.

The internal term is the organ's own; the statutory clock does not follow it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, step_on
from gongkai.apps.applications.cases.casework_queries import (
    InHand,
    locked_case,
    part_of_case,
    taken,
)
from gongkai.apps.applications.cases.casework_queries import in_hand as case_in_hand
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.models import Assignment
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Unit
from gongkai.core.applications.doors import HANDLERS
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, NotAllowedError

LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class Task:
    """To which unit or person, as the leading one or beside it, until when.

    The person is an actor of the same organ, as the faces found him.
    """

    unit_id: int | None = None
    person: Actor | None = None
    is_lead: bool = True
    answer_by: date | None = None


@transaction.atomic
def assign(
    actor: Actor, *, application_id: int, expected: int, task: Task, now: datetime
) -> Assignment:
    """Give a case to a unit or a person; a new leading one takes the place of the one before."""
    case = taken(actor, application_id, "assign", now=now, expected=expected)
    unit = _unit(case, task)
    if faults := list(_task_faults(case, task, unit)):
        raise BlockedError(faults)
    person = task.person
    if task.is_lead:
        _change_lead(case, unit, person)
    row = Assignment.objects.create(
        application=case.application,
        unit=unit,
        person_key="" if person is None else person.key,
        person_name="" if person is None else person.name[:100],
        is_lead=task.is_lead,
        asked_on=case.today,
        answer_by=task.answer_by,
    )
    words = LEADS if task.is_lead else HELPS
    step_on(case, Telling(words.format(who=_who(row))))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"assignment": row.pk, "who": _who(row), "is_lead": row.is_lead},
        cite=case.step.cite,
    )
    return row


def _unit(case: InHand, task: Task) -> Unit | None:
    if task.unit_id is None:
        return None
    rows = Unit.objects.filter(organ_id=case.application.organ_id, until=None)
    return rows.filter(pk=task.unit_id).first()


def _task_faults(case: InHand, task: Task, unit: Unit | None) -> Iterator[Finding]:
    if task.unit_id is None and task.person is None:
        yield handling_obstacles.nobody_chosen()
    if task.unit_id is not None and unit is None:
        yield handling_obstacles.no_unit()
    if task.person is not None and task.person.organ_id != case.application.organ_id:
        yield handling_obstacles.elsewhere()
    if task.answer_by is not None and task.answer_by < case.today:
        yield obstacles.term_too_short(INNER_TERM, task.answer_by)


def _change_lead(case: InHand, unit: Unit | None, person: Actor | None) -> None:
    """The one before has no more to do; the case shows the new one."""
    former = Assignment.objects.filter(application=case.application, is_lead=True, answered_on=None)
    former.update(is_lead=False, answered_on=case.today, opinion=PASSED_ON)
    case.application.unit = unit
    case.application.handler_key = "" if person is None else person.key
    case.application.handler_name = "" if person is None else person.name[:100]


def _who(row: Assignment) -> str:
    """A unit, a person, or a person in a unit."""
    named = [row.unit.name if row.unit is not None else "", row.person_name]
    return " ".join(name for name in named if name)


@transaction.atomic
def hand_in(actor: Actor, *, assignment_id: int, opinion: str, now: datetime) -> Assignment:
    """Hand in what one was asked for. Whoever was asked by name does it himself."""
    found = part_of_case(actor, Assignment.objects.all(), assignment_id)
    application = locked_case(actor, found.application_id)
    case = case_in_hand(application, "hand_in", actor=actor, now=now)
    row = Assignment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)
    if row.person_key not in {"", actor.key} or not (row.person_key or actor.roles & HANDLERS):
        message = f"{actor.key} was not asked for assignment {row.pk}"
        raise NotAllowedError(message)
    if row.answered_on is not None:
        raise BlockedError([handling_obstacles.answered_before()])
    if not opinion.strip():
        raise BlockedError([obstacles.lacking("办理意见", "opinion")])
    row.opinion, row.answered_on = opinion.strip()[:LONGEST], case.today
    row.save(update_fields=["opinion", "answered_on"])
    step_on(case, Telling(HANDED_IN.format(who=_who(row))))
    record(actor, case.step.verb, case.subject, after={"assignment": row.pk}, cite=case.step.cite)
    return row


INNER_TERM: Final = "内部期限"
PASSED_ON: Final = "已改由他人主办"
LEADS: Final = "交由{who}主办"
HELPS: Final = "交由{who}协办"
HANDED_IN: Final = "{who}提交办理意见"
