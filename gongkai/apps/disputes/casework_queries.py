"""Fetching a dispute that is to be changed: within scope, locked, as seen, with the step open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.disputes import obstacles
from gongkai.apps.disputes.models import Dispute, DisputeEntry
from gongkai.apps.disputes.reckoning import keep_due
from gongkai.apps.organs.queries import calendar
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.disputes.doors import OFFICE, WRITERS
from gongkai.core.disputes.lifecycle import DISPUTE, LITIGATION_ONLY
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Step

WHO: Final[Mapping[Role, frozenset[Role]]] = {
    Role.HANDLER: WRITERS,
    Role.DISCLOSURE_OFFICE: OFFICE,
}
SUBJECT: Final = "dispute:{pk}"
LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class InHand:
    """A locked dispute with the step that is about to be taken, by whom and when."""

    row: Dispute
    step: Step
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """The day on which it happens."""
        return localdate(self.now)

    @property
    def subject(self) -> str:
        """How the journal names it."""
        return SUBJECT.format(pk=self.row.pk)

    def take(self, day: date, note: str = "") -> None:
        """Save the dispute in its new state, with what is due then and a line of its history."""
        before, self.row.state = self.row.state, self.step.target
        self.row.version += 1
        keep_due(self.row, calendar())
        self.row.save()
        DisputeEntry.objects.create(
            dispute=self.row,
            verb=self.step.verb,
            before=before,
            after=self.step.target,
            day=day,
            note=note[:LONGEST],
            actor_key=self.actor.key,
            actor_name=self.actor.name[:100],
            at=self.now,
        )


def taken(actor: Actor, dispute_id: int, verb: str, *, now: datetime, expected: int) -> InHand:
    """The dispute in hand for a step.

    Raises NotAllowedError for whoever may not take it, DoesNotExist where it is not the organ's,
    BlockedError where it is not open now, or somebody was quicker than the version expected.
    """
    by = next(step.by for step in DISPUTE.steps if step.verb == verb)
    require(actor, *WHO[by])
    rows = Dispute.objects.select_for_update(of=("self",)).select_related("organ")
    row = one(actor, rows, dispute_id, to=Purpose.WORK)
    label = DISPUTE.label(row.state)
    if row.version != expected:
        raise BlockedError([obstacles.changed_meanwhile(label)])
    try:
        step = DISPUTE.step(row.state, verb, {by})
    except NotAllowedError as error:
        raise BlockedError([obstacles.not_open(label)]) from error
    if verb in LITIGATION_ONLY and not row.sort.is_litigation:
        raise BlockedError([obstacles.not_litigation()])
    return InHand(row, step, actor, now)
