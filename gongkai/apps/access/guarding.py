"""Doors with a guard: so many wrong attempts within a window, then the door is shut for a while."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.apps.access.limits import limits
from gongkai.apps.access.marks import mark, plain_name
from gongkai.apps.access.models import Guard
from gongkai.apps.journal.record import record
from gongkai.core.identity import Actor, Origin

ACCOUNT, ADDRESS, CODE = "account", "address", "code"
LONGEST = 64
ORDER = {ACCOUNT: 0, CODE: 1, ADDRESS: 2}


@dataclass(frozen=True, slots=True)
class Door:
    """What is guarded: an account name, a network address, somebody's second factor."""

    kind: str
    value: str
    user_id: int | None = None

    @property
    def key(self) -> str:
        """The guard's key; it does not give the value away."""
        return f"{self.kind}:{mark(self.kind, self.value)}"

    @property
    def subject(self) -> str:
        """What the journal calls it. A name nobody has may be a password typed in haste."""
        return f"user:{self.user_id}" if self.user_id else f"{self.kind}:{self.key[-12:]}"

    @property
    def most(self) -> int:
        """How many failures the door bears."""
        bounds = limits()
        return bounds.address_failures if self.kind == ADDRESS else bounds.failures


@dataclass(frozen=True, slots=True)
class Shut:
    """A door that is shut, and until when."""

    door: Door
    until: datetime


def account_door(username: str, user_id: int | None) -> Door:
    """The door of a name, whether somebody has it or not."""
    return Door(ACCOUNT, plain_name(username), user_id)


def address_door(origin: Origin) -> Door:
    """The door of everybody who comes from there."""
    return Door(ADDRESS, origin.address)


def code_door(user_id: int) -> Door:
    """The door of somebody's second factor."""
    return Door(CODE, str(user_id), user_id)


@transaction.atomic
def knock(actor: Actor, *, doors: Iterable[Door], now: datetime) -> Shut | None:
    """Count an attempt before it is judged; says which door is shut, and then counts nothing."""
    guards = list(_guards(doors))
    for door, guard in guards:
        guard.attempts = _recent(guard, now)
        if until := _shut_until(door, guard, now):
            record(actor, "sign_in_refused", door.subject, after={"door": door.kind})
            return Shut(door, until)
    for _, guard in guards:
        guard.attempts.append(now.timestamp())
        guard.save(update_fields=["attempts"])
    return None


@transaction.atomic
def fail(actor: Actor, *, doors: Iterable[Door], now: datetime) -> Shut | None:
    """The attempt was wrong: it stays counted; says which door that has shut."""
    guards = list(_guards(doors))
    shut = [_lock(guard, now, door) for door, guard in guards if _is_full(door, guard, now)]
    first = guards[0][0]
    record(actor, "sign_in_failed", first.subject, after={"door": first.kind})
    for row in shut:
        told = {"door": row.door.kind, "until": row.until.isoformat()}
        record(actor, "sign_in_locked", row.door.subject, after=told)
    return shut[0] if shut else None


def succeed(doors: Iterable[Door], now: datetime) -> None:
    """The attempt was right: the person's doors forget, the place takes only this one back."""
    with transaction.atomic():
        for door, guard in _guards(doors):
            kept = [at for at in guard.attempts if at != now.timestamp()]
            guard.attempts = kept if door.kind == ADDRESS else []
            guard.save(update_fields=["attempts"])


@transaction.atomic
def unlock(actor: Actor, *, guard_id: int) -> None:
    """Open a door before its time."""
    guard = Guard.objects.select_for_update().get(pk=guard_id)
    kind, _, rest = guard.key.partition(":")
    subject = f"user:{guard.user_id}" if guard.user_id else f"{kind}:{rest[-12:]}"
    before = guard.locked_until.isoformat() if guard.locked_until else None
    guard.locked_until, guard.attempts = None, []
    guard.save(update_fields=["locked_until", "attempts"])
    record(actor, "unlock_sign_in", subject, before={"until": before}, after={"door": kind})


def _guards(doors: Iterable[Door]) -> Iterator[tuple[Door, Guard]]:
    """Each door's guard, its row locked: always in the same order, and before the journal's."""
    for door in sorted(doors, key=lambda door: ORDER[door.kind]):
        address = door.value[:LONGEST] if door.kind == ADDRESS else ""
        known = {"user_id": door.user_id, "address": address}
        Guard.objects.get_or_create(key=door.key, defaults=known)
        yield door, Guard.objects.select_for_update().get(key=door.key)


def _recent(guard: Guard, now: datetime) -> list[float]:
    """The attempts that still count."""
    return [at for at in guard.attempts if at > (now - limits().window).timestamp()]


def _is_full(door: Door, guard: Guard, now: datetime) -> bool:
    """Whether an open door has had as many failures as it bears."""
    is_open = guard.locked_until is None or guard.locked_until <= now
    return is_open and len(_recent(guard, now)) >= door.most


def _lock(guard: Guard, now: datetime, door: Door) -> Shut:
    until = now + limits().lock
    guard.locked_until, guard.attempts = until, []
    guard.save(update_fields=["locked_until", "attempts"])
    return Shut(door, until)


def _shut_until(door: Door, guard: Guard, now: datetime) -> datetime | None:
    """Until when a door is shut: locked, or as many attempts under way as it bears."""
    if guard.locked_until is not None and guard.locked_until > now:
        return guard.locked_until
    return now + limits().lock if len(guard.attempts) >= door.most else None
