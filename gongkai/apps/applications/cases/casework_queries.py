"""Fetching a case that is to be changed: within scope, locked, as seen, with the step open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from django.db.models import Model, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.models import Application
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.doors import HANDLERS, HEADS, OFFICE
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Step

SUBJECT: Final = "application:{pk}"
Part = TypeVar("Part", bound=Model)
WHO: Final[Mapping[Role, frozenset[Role]]] = {
    Role.HANDLER: HANDLERS,
    Role.DISCLOSURE_OFFICE: OFFICE,
    Role.HEAD: HEADS,
}
"""Whose steps these roles may take."""


@dataclass(frozen=True, slots=True)
class InHand:
    """A locked case with the step that is about to be taken, by whom and when."""

    application: Application
    step: Step
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """The day on which it happens."""
        return localdate(self.now)

    @property
    def subject(self) -> str:
        """What the journal calls the case."""
        return SUBJECT.format(pk=self.application.pk)


def locked_case(actor: Actor, application_id: int) -> Application:
    """A case of an organ the actor works for, its row locked. Raises DoesNotExist."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("organ")
    return one(actor, rows, application_id, to=Purpose.WORK)


def part_of_case(actor: Actor, rows: QuerySet[Part], pk: int) -> Part:
    """What hangs on a case of an organ the actor works for. Raises DoesNotExist."""
    return one(actor, rows, pk, to=Purpose.WORK, field="application__organ")


def taken(
    actor: Actor, application_id: int, verb: str, *, now: datetime, expected: int | None = None
) -> InHand:
    """The case in hand for a step of the desk.

    Raises NotAllowedError for whoever may not take it, BlockedError where it is not open now, or
    where somebody has been quicker than the version that was expected.
    """
    application = locked_case(actor, application_id)
    role = role_of(verb, application.state)
    require(actor, *WHO.get(role, {role}))
    return in_hand(application, verb, actor=actor, now=now, expected=expected)


def in_hand(
    application: Application,
    verb: str,
    *,
    actor: Actor,
    now: datetime,
    expected: int | None = None,
) -> InHand:
    """A case that is locked already, with the step; who may take it has been judged before."""
    if expected is not None and application.version != expected:
        raise BlockedError([obstacles.changed_meanwhile(CASE.label(application.state))])
    step = step_of(application, verb)
    if application.received_on is None and verb not in UNPROVED:
        raise BlockedError([obstacles.not_received()])
    return InHand(application, step, actor, now)


UNPROVED: Final = frozenset(
    {"retract", "record_retraction", "end", "assign", "examine", "archive", "reopen_case"}
)
"""Steps that are open before the day of receipt is proved, or where it never was."""


def role_of(verb: str, state: str) -> Role:
    """Whose step it is in that state; where it is not open there, whose it is elsewhere."""
    steps = [step for step in CASE.steps if step.verb == verb]
    return next((step.by for step in steps if step.source == state), steps[0].by)


def step_of(application: Application, verb: str) -> Step:
    """The step of that name. Raises BlockedError where it is not open in this state."""
    try:
        return CASE.step(application.state, verb, {role_of(verb, application.state)})
    except NotAllowedError as error:
        label = CASE.label(application.state)
        raise BlockedError([obstacles.not_open(label)]) from error
