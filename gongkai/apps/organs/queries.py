"""Looking things up about organs, their members and the working days."""

from django.contrib.auth.models import AnonymousUser

from gongkai.apps.organs.models import Member, SpecialDay, User, WorkdayYear
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import VISITOR, Actor, Role


def actor_of(user: User | AnonymousUser) -> Actor:
    """Who acts when this user does. Somebody not signed in is a visitor."""
    if not isinstance(user, User):
        return VISITOR
    key, name = f"user:{user.pk}", user.get_full_name() or user.get_username()
    member = Member.objects.filter(user=user).first()
    if member is None:
        return Actor(key, name)
    roles = frozenset(Role(role) for role in member.roles)
    return Actor(key, name, member.organ_id, roles)


def calendar() -> WorkdayCalendar:
    """The working days as entered."""
    return WorkdayCalendar(
        announced=frozenset(WorkdayYear.objects.values_list("year", flat=True)),
        special=dict(SpecialDay.objects.values_list("day", "is_workday")),
    )
