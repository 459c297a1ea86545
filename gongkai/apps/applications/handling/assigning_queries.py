"""Who may be given a case, and where one may be sent on to."""

from datetime import date
from typing import Final

from gongkai.apps.organs.directory_queries import tree
from gongkai.apps.organs.models import Duty, Organ, User, at
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.organs.scope import OUTSIDERS
from gongkai.core.identity import Actor, Role
from gongkai.core.identity.roles import ADMINISTRATORS

NOT_WORKING: Final = [role.value for role in ADMINISTRATORS | OUTSIDERS]
NAMED: Final = "{name}（{roles}）"
LIST: Final = "、"
INDENT: Final = "　"


def colleagues(actor: Actor, on: date) -> list[tuple[str, str]]:
    """Who works in the actor's organ on that day: numbers, and names with roles."""
    serving = Duty.objects.filter(at(on), organ_id=actor.organ_id or 0, user__is_active=True)
    names, roles = dict[str, str](), dict[str, list[str]]()
    rows = serving.exclude(role__in=NOT_WORKING).select_related("user").order_by("user_id", "pk")
    for duty in rows:
        names[str(duty.user_id)] = str(duty.user)
        roles.setdefault(str(duty.user_id), []).append(Role(duty.role).label)
    return [(pk, NAMED.format(name=names[pk], roles=LIST.join(held))) for pk, held in roles.items()]


def colleague(actor: Actor, user_id: int, on: date) -> Actor:
    """Somebody of the actor's organ, as he acts there. Raises DoesNotExist."""
    serving = Duty.objects.filter(at(on), organ_id=actor.organ_id or 0).exclude(
        role__in=NOT_WORKING
    )
    user = User.objects.filter(pk__in=serving.values("user_id"), is_active=True).get(pk=user_id)
    return actor_of(user, on, organ_id=actor.organ_id)


def destinations(but: int) -> list[tuple[str, str]]:
    """The living organs a case can be sent on to, indented as they stand below one another."""
    rows = tree(Organ.objects.filter(until=None))
    return [(str(row.pk), INDENT * depth + row.name) for row, depth in rows if row.pk != but]
