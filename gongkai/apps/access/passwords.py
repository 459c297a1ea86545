"""Passwords: trying one, choosing a new one, and when one has to be chosen."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from string import ascii_lowercase, ascii_uppercase, digits

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.apps.access.guarding import (
    ADDRESS,
    Shut,
    account_door,
    address_door,
    fail,
    knock,
    succeed,
)
from gongkai.apps.access.limits import limits
from gongkai.apps.access.models import PasswordChange
from gongkai.apps.access.obstacles import (
    address_locked,
    locked,
    password_refused,
    passwords_differ,
    wrong_password,
    wrong_present_password,
)
from gongkai.apps.access.sessions import PASSWORD, end_others
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor

FIRST, OLD = "first", "old"
GROUP = 4


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a name and a password: somebody, or what is in the way."""

    user: User | None = None
    problem: Finding | None = None


def try_password(username: str, password: str, *, who: Actor, now: datetime) -> Tried:
    """Whose name and password these are. Each attempt is counted, and told to the journal."""
    known = User.objects.filter(username=username).first()
    doors = (account_door(username, known.pk if known else None), address_door(who.origin))
    if shut := knock(who, doors=doors, now=now):
        return Tried(problem=_told(shut))
    latest = _latest(known) if known else None
    is_own = latest is not None and known is not None and latest.encoded == known.password
    user = authenticate(username=username, password=password)
    if not isinstance(user, User):
        shut = fail(who, doors=doors, now=now)
        return Tried(problem=_told(shut) if shut else wrong_password())
    succeed(doors, now)
    if is_own and latest is not None and latest.encoded != user.password:
        _keep_hash(latest, user)
    return Tried(user)


def check_password(user: User, password: str, *, who: Actor, now: datetime) -> Finding | None:
    """What is in the way of somebody who gives the password once more."""
    doors = (account_door(user.username, user.pk),)
    if shut := knock(who, doors=doors, now=now):
        return _told(shut)
    if not user.check_password(password):
        shut = fail(who, doors=doors, now=now)
        return _told(shut) if shut else wrong_present_password()
    succeed(doors, now)
    return None


@transaction.atomic
def change_password(
    actor: Actor, *, user: User, new: str, again: str, session_id: int | None, now: datetime
) -> tuple[Finding, ...]:
    """Choose a new password and end the other sessions; or what is wrong with the new one."""
    if new != again:
        return (passwords_differ(),)
    try:
        validate_password(new, user)
    except ValidationError as error:
        return tuple(password_refused(text) for text in error.messages)
    if (latest := _latest(user)) is None or latest.encoded != user.password:
        _remember(user, now)
    user.set_password(new)
    user.save(update_fields=["password"])
    _remember(user, now)
    end_others(actor, user_id=user.pk, but=session_id, reason=PASSWORD, now=now)
    record(actor, "change_password", f"user:{user.pk}")
    return ()


def why_change(user: User, now: datetime) -> str:
    """Why somebody has to choose a new password first; empty when not.

    A password that somebody else has set is told by its hash: it is not the one chosen last.
    """
    bounds, latest = limits(), _latest(user)
    if latest is None or latest.encoded != user.password:
        return FIRST if bounds.change_first else ""
    age = timedelta(days=bounds.password_age_days)
    return OLD if age and now >= latest.at + age else ""


def _told(shut: Shut) -> Finding:
    return address_locked(shut.until) if shut.door.kind == ADDRESS else locked(shut.until)


def _latest(user: User) -> PasswordChange | None:
    return PasswordChange.objects.filter(user=user).first()


def _keep_hash(latest: PasswordChange, user: User) -> None:
    """The same password, hashed anew with stronger parameters while signing in."""
    latest.encoded = user.password
    latest.save(update_fields=["encoded"])


def _remember(user: User, now: datetime) -> None:
    """Note a choice; older ones than the rule looks at go."""
    PasswordChange.objects.create(user=user, encoded=user.password, at=now)
    most = max(1, limits().password_history)
    kept = PasswordChange.objects.filter(user=user).values_list("pk", flat=True)[:most]
    PasswordChange.objects.filter(user=user).exclude(pk__in=list(kept)).delete()


@transaction.atomic
def issue_password(actor: Actor, *, user: User, now: datetime) -> str:
    """A password for the first day, made up here and told once; the person has to change it."""
    made = _made_up()
    user.set_password(made)
    user.save(update_fields=["password"])
    end_others(actor, user_id=user.pk, but=None, reason=PASSWORD, now=now)
    record(actor, "issue_password", f"user:{user.pk}")
    return made


def _made_up() -> str:
    """Random signs of every kind, in groups that can be read out."""
    groups = (ascii_lowercase, digits, ascii_uppercase, digits, ascii_lowercase)
    return "-".join("".join(secrets.choice(row) for _ in range(GROUP)) for row in groups)
