"""Requests like this one (重复、相似申请): of the same applicant, and of others (Art. 36, 44)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from gongkai.apps.applications.models import Application
from gongkai.apps.organs.scope import one
from gongkai.core.applications.similar import Essence, Likeness, alike, essence
from gongkai.core.identity import Actor

OWN_SEARCHED: Final = 500
"""Of how many of the applicant's newest requests the words are compared."""
OTHERS_SEARCHED: Final = 500
OTHERS_SINCE: Final = timedelta(days=730)
SHOWN: Final = 10
SEVERAL: Final = 2
"""So many applicants beside this one are several (Art. 44)."""
FIELDS: Final = (
    "pk",
    "number",
    "subject",
    "description",
    "state",
    "arrived_on",
    "received_on",
    "replied_on",
    "decision",
    "applicant_masked",
    "identity_key",
    "organ_id",
)


@dataclass(frozen=True, slots=True)
class Match:
    """An application that is like another."""

    application: Application
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Likes:
    """What is like an application. `same_applicant` counts everything he asked for this month."""

    repeated: Sequence[Match]
    others: Sequence[Match]
    same_applicant: int
    applicants: int

    @property
    def suggests_repeat(self) -> bool:
        """Whether it most likely repeats what the same applicant asked for (Art. 36(6))."""
        return any(row.likeness.is_same for row in self.repeated)

    @property
    def suggests_proactive(self) -> bool:
        """Whether several applicants want the same, which may be made public for all (Art. 44)."""
        return self.applicants >= SEVERAL


def likes(actor: Actor, application_id: int) -> Likes:
    """What is like that application, the likest first. Raises DoesNotExist."""
    row = one(actor, Application.objects.all(), application_id)
    rows = Application.objects.filter(organ_id=row.organ_id).exclude(pk=row.pk)
    rows = rows.exclude(state="void").only(*FIELDS).order_by("-pk")
    own = rows.filter(identity_key=row.identity_key) if row.identity_key else rows.none()
    since = row.arrived_on - OTHERS_SINCE
    others = rows.filter(arrived_on__gte=since)
    if row.identity_key:
        others = others.exclude(identity_key=row.identity_key)
    mine = essence(row.subject, row.description)
    alien = _matches(mine, others[:OTHERS_SEARCHED])
    day = row.received_on or row.arrived_on
    return Likes(
        repeated=_matches(mine, own[:OWN_SEARCHED])[:SHOWN],
        others=alien[:SHOWN],
        same_applicant=own.filter(arrived_on__year=day.year, arrived_on__month=day.month).count(),
        applicants=len({match.application.identity_key for match in alien}),
    )


def _matches(mine: Essence, rows: Iterable[Application]) -> list[Match]:
    known = {row.pk: row for row in rows}
    others = ((pk, essence(row.subject, row.description)) for pk, row in known.items())
    return [Match(known[pk], like) for pk, like in alike(mine, others)]
