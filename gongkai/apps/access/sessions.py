"""Sessions at the desk: opened, seen, extended, ended."""

from datetime import datetime, timedelta

from django.db import transaction

from gongkai.apps.access.limits import limits
from gongkai.apps.access.models import DeskSession
from gongkai.apps.access.standing import standing
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.core.identity import Actor

SIGNED_OUT, IDLE, ABSOLUTE = "signed_out", "idle", "absolute"
ELSEWHERE, PASSWORD, STANDING, CLOSED = "elsewhere", "password", "standing", "closed"
BY_PASSWORD, BY_OIDC = "password", "oidc"
LONGEST_ADDRESS, LONGEST_AGENT = 64, 200
GLANCES = 20  # a session notes that it was seen so many times within its idle time


@transaction.atomic
def open_session(actor: Actor, *, user: User, way: str, strong: bool, now: datetime) -> DeskSession:
    """Begin a session; everything that was to be checked has been."""
    session = DeskSession.objects.create(
        user=user,
        opened_at=now,
        seen_at=now,
        way=way,
        strong=strong,
        standing=standing(user, now),
        address=actor.origin.address[:LONGEST_ADDRESS],
        agent=actor.origin.agent[:LONGEST_AGENT],
    )
    done: dict[str, str | int] = {"way": way, "second_factor": strong, "session": session.pk}
    record(actor, "sign_in", f"user:{user.pk}", after=done)
    return session


@transaction.atomic
def end_session(actor: Actor, *, session_id: int, reason: str, now: datetime) -> bool:
    """End a session; false when it had ended before."""
    open_ones = DeskSession.objects.filter(pk=session_id, ended_at=None)
    if not open_ones.update(ended_at=now, reason=reason):
        return False
    verb = "sign_out" if reason == SIGNED_OUT else "session_ended"
    record(actor, verb, actor.key, after={"session": session_id, "reason": reason})
    return True


@transaction.atomic
def end_others(actor: Actor, *, user_id: int, but: int | None, reason: str, now: datetime) -> int:
    """End every session of somebody but one; says how many."""
    others = DeskSession.objects.filter(user_id=user_id, ended_at=None)
    if but is not None:
        others = others.exclude(pk=but)
    many = others.update(ended_at=now, reason=reason)
    if many:
        done: dict[str, str | int] = {"sessions": many, "reason": reason}
        record(actor, "end_sessions", f"user:{user_id}", after=done)
    return many


def see(session: DeskSession, now: datetime) -> None:
    """Note that somebody is there; not at every request, a row is not for nothing."""
    if now - session.seen_at >= limits().idle / GLANCES:
        extend(session, now)


def extend(session: DeskSession, now: datetime) -> None:
    """Count the idle time from now."""
    DeskSession.objects.filter(pk=session.pk, ended_at=None).update(seen_at=now)
    session.seen_at = now


def why_ended(session: DeskSession, now: datetime) -> str:
    """The reason why a session is over; empty while it is not."""
    if session.ended_at is not None:
        return session.reason
    if now >= session.opened_at + limits().absolute:
        return ABSOLUTE
    if now >= session.seen_at + limits().idle:
        return IDLE
    return "" if session.standing == standing(session.user, now) else STANDING


def ends_at(session: DeskSession) -> datetime:
    """When the session will end if nothing is done."""
    bounds = limits()
    return min(session.seen_at + bounds.idle, session.opened_at + bounds.absolute)


def is_last_stretch(session: DeskSession) -> bool:
    """Whether the end comes by the absolute limit, so that going on does not help."""
    bounds = limits()
    return session.opened_at + bounds.absolute <= session.seen_at + bounds.idle


def left(session: DeskSession, now: datetime) -> timedelta:
    """How much time is left."""
    return max(ends_at(session) - now, timedelta(0))


def strengthen(session: DeskSession, *, strong: bool) -> None:
    """Note that the second factor was shown in this session, or is gone."""
    DeskSession.objects.filter(pk=session.pk).update(strong=strong)
