"""The one gate: what an actor may see and touch. Whoever holds no duty sees nothing."""

from enum import Enum
from typing import Final, TypeVar

from django.db.models import Model, QuerySet

from gongkai.apps.organs.models import Organ, Reach
from gongkai.apps.organs.reach import Way
from gongkai.core.identity import SYSTEM, Actor, NotAllowedError, Role

Row = TypeVar("Row", bound=Model)


class Purpose(Enum):
    """What for: looking, working on an organ's own rows, or administering organs and people."""

    SEE = "see"
    WORK = "work"
    GOVERN = "govern"


OUTSIDERS: Final = frozenset({Role.APPRAISER, Role.APPLICANT})
GOVERNORS: Final = frozenset({Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})


def within(
    actor: Actor,
    rows: QuerySet[Row],
    *,
    to: Purpose = Purpose.SEE,
    field: str = "organ",
) -> QuerySet[Row]:
    """The rows whose organ the actor reaches; `field` leads from a row to its organ."""
    if actor == SYSTEM:
        return rows
    ways = _ways(actor.roles, to)
    if actor.organ_id is None or not ways:
        return rows.none()
    own = Organ.objects.filter(pk=actor.organ_id).order_by().values("pk")
    reached = Reach.objects.filter(viewer_id=actor.organ_id, way__in=ways).values("seen_id")
    return rows.filter(**{f"{field}__in": own.union(reached, all=True)})


def one(
    actor: Actor,
    rows: QuerySet[Row],
    pk: int,
    *,
    to: Purpose = Purpose.SEE,
    field: str = "organ",
) -> Row:
    """That row. What is forbidden raises the same DoesNotExist as what is not there.

    Most rows are of the actor's own organ, which a plain query finds; all others go through the
    gate.
    """
    organ = own_organ(actor, to=to)
    if organ is not None and (own := list(rows.filter(**{field: organ}).filter(pk=pk)[:1])):
        return own[0]
    return within(actor, rows, to=to, field=field).get(pk=pk)


def own_organ(actor: Actor, *, to: Purpose = Purpose.SEE) -> int | None:
    """The number of the actor's own organ, where he reaches that at all."""
    return actor.organ_id if actor != SYSTEM and _ways(actor.roles, to) else None


def organs_within(actor: Actor, *, to: Purpose = Purpose.SEE) -> QuerySet[Organ]:
    """The organs the actor reaches."""
    return within(actor, Organ.objects.all(), to=to, field="pk")


def require(actor: Actor, *roles: Role) -> None:
    """Refuse whoever holds none of these roles."""
    if actor != SYSTEM and not actor.roles & set(roles):
        message = f"{actor.key} holds none of {', '.join(roles)}"
        raise NotAllowedError(message)


def _ways(roles: frozenset[Role], to: Purpose) -> frozenset[Way]:
    """By which ways these roles reach; none for those who stand outside."""
    inside = roles - OUTSIDERS
    if to is Purpose.WORK:
        return frozenset({Way.OWN}) if inside else frozenset()
    if to is Purpose.GOVERN:
        return frozenset({Way.OWN, Way.BELOW}) if inside & GOVERNORS else frozenset()
    ways = {Way.OWN, Way.BELOW} if inside else set()
    return frozenset(ways | ({Way.REGION} if Role.COMPETENT_DEPARTMENT in inside else set()))
