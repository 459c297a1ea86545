"""Fetching what is to be changed: within scope, locked, in a state that allows it."""

from typing import Final

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.models import Application, Redaction
from gongkai.apps.applications.redaction import obstacles
from gongkai.apps.applications.redaction.states import CHECKERS, MAKERS, RedactionState
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.lifecycle import CASE, CLOSED
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

OVER: Final = frozenset({*CLOSED, "archived"})
ORGAN: Final = "application__organ"


def open_case(actor: Actor, application_id: int) -> Application:
    """A case in which something may still be given out, locked. Raises BlockedError."""
    application = locked_case(actor, application_id)
    if application.state in OVER:
        label = CASE.label(application.state)
        raise BlockedError([obstacles.case_over(application.number, label)])
    return application


def locked_redaction(actor: Actor, redaction_id: int, *states: RedactionState) -> Redaction:
    """That redaction, locked, in one of these states if any is named. Raises BlockedError."""
    rows = Redaction.objects.select_for_update(of=("self",)).select_related("application")
    redaction = one(actor, rows, redaction_id, to=Purpose.WORK, field=ORGAN)
    if states and redaction.state not in states:
        raise BlockedError([obstacles.wrong_state(RedactionState(redaction.state).label)])
    return redaction


def own_draft(actor: Actor, redaction_id: int) -> Redaction:
    """A redaction that the actor works on himself. Raises BlockedError."""
    require(actor, *MAKERS)
    redaction = locked_redaction(actor, redaction_id, RedactionState.DRAFT)
    if redaction.made_by_key != actor.key:
        raise BlockedError([obstacles.not_yours(redaction.made_by)])
    return redaction


def others_work(actor: Actor, redaction_id: int, *states: RedactionState) -> Redaction:
    """A redaction that somebody else made and that the actor may judge. Raises BlockedError."""
    require(actor, *CHECKERS)
    redaction = locked_redaction(actor, redaction_id, *states)
    if redaction.made_by_key == actor.key:
        raise BlockedError([obstacles.own_work()])
    return redaction
