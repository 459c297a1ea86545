"""Due days as a calendar (期限日历): by month for the desk, as a feed for a person's programme."""

from datetime import date
from typing import Final

from django.db.models import QuerySet

from gongkai.apps.applications.models import Application, CalendarFeed, DueMove
from gongkai.apps.applications.register.feeding import digest_of
from gongkai.apps.applications.register.queue_queries import HEAVY, own_applications
from gongkai.apps.organs.queries import actor_of
from gongkai.core.applications.doors import HEADS, OFFICE, READERS
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.core.identity import Actor

OVERSEEING: Final = OFFICE | HEADS
"""Whose calendar has all cases of the organ; others have those in their own hands."""


def due_within(actor: Actor, first: date, last: date) -> QuerySet[Application]:
    """The open cases of the actor's organ that are due on these days, in their order."""
    rows = own_applications(actor).filter(state__in=UNANSWERED, due__gte=first, due__lte=last)
    return rows.defer(*HEAVY).order_by("due", "pk")


def moves_since(actor: Actor, day: date) -> QuerySet[DueMove]:
    """The due days of open cases that moved on that day or later, the latest first.

    That a case got its first due day is no move.
    """
    cases = own_applications(actor).filter(state__in=UNANSWERED).order_by().values("pk")
    rows = DueMove.objects.filter(application__in=cases, at__date__gte=day).exclude(before=None)
    heavy = [f"application__{name}" for name in HEAVY]
    return rows.select_related("application").defer(*heavy).order_by("-at", "-pk")


def due_of_person(actor: Actor) -> QuerySet[Application]:
    """The open cases with a due day that a person's own calendar shows."""
    rows = own_applications(actor).filter(state__in=UNANSWERED).exclude(due=None)
    if not actor.roles & OVERSEEING:
        rows = rows.filter(handler_key=actor.key)
    return rows.defer(*HEAVY).order_by("due", "pk")


def has_feed(actor: Actor) -> bool:
    """Whether the actor has an address that holds."""
    key = actor.key.removeprefix("user:")
    rows = CalendarFeed.objects.filter(organ_id=actor.organ_id or 0, revoked_at=None)
    return key.isdecimal() and rows.filter(user_id=int(key)).exists()


def feed_owner(token: str, on: date) -> Actor | None:
    """Whose address it is, acting as he may on that day; None for one that does not hold."""
    rows = CalendarFeed.objects.filter(digest=digest_of(token), revoked_at=None)
    row = rows.select_related("user").first()
    if row is None:
        return None
    who = actor_of(row.user, on, organ_id=row.organ_id)
    return who if who.organ_id == row.organ_id and who.roles & READERS else None
