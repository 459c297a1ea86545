"""Looking up who acts, and the working days."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser

from gongkai.apps.organs.models import Duty, SpecialDay, StandIn, User, WorkdayYear, at
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import VISITOR, Actor, Role


@dataclass(frozen=True, slots=True)
class Standing:
    """An organ in which somebody may act on a day, and in which roles."""

    organ_id: int
    organ: str
    roles: frozenset[Role]


def standings(user: User | AnonymousUser, on: date) -> tuple[Standing, ...]:
    """Where somebody may act on that day: own duties and those he stands in for, first one first.

    An account out of use, a closed organ or an ended duty gives nothing.
    """
    if not isinstance(user, User) or not user.is_active:
        return ()
    duties = Duty.objects.filter(at(on), at(on, "organ__"), user=user)
    acting = StandIn.objects.filter(
        at(on), at(on, "duty__"), at(on, "duty__organ__"), deputy=user, duty__user__is_active=True
    )
    held = [
        *duties.values_list("organ_id", "organ__name", "role"),
        *acting.values_list("duty__organ_id", "duty__organ__name", "duty__role"),
    ]
    names, roles = dict[int, str](), defaultdict[int, set[Role]](set)
    for organ_id, name, role in held:
        names[organ_id] = name
        roles[organ_id].add(Role(role))
    return tuple(
        Standing(organ_id, name, frozenset(roles[organ_id])) for organ_id, name in names.items()
    )


def actor_of(user: User | AnonymousUser, on: date, *, organ_id: int | None = None) -> Actor:
    """Who acts when this user does: for the organ wanted, or for the first one he serves in."""
    return actor_at(user, standings(user, on), organ_id)


def actor_at(
    user: User | AnonymousUser, places: Sequence[Standing], organ_id: int | None = None
) -> Actor:
    """The same, where it is known already in which organs he may act."""
    if not isinstance(user, User):
        return VISITOR
    key, name = f"user:{user.pk}", user.get_full_name() or user.get_username()
    chosen = next((place for place in places if place.organ_id == organ_id), None)
    place = chosen or next(iter(places), None)
    return Actor(key, name) if place is None else Actor(key, name, place.organ_id, place.roles)


def calendar() -> WorkdayCalendar:
    """The working days as entered."""
    return WorkdayCalendar(
        announced=frozenset(WorkdayYear.objects.values_list("year", flat=True)),
        special=dict(SpecialDay.objects.values_list("day", "is_workday")),
    )
