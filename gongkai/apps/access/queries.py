"""Looking things up about who comes in."""

from base64 import b32encode
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.crypto import constant_time_compare
from django_otp.plugins.otp_totp.models import TOTPDevice

from gongkai.apps.access.holding import HOURS
from gongkai.apps.access.models import BackupCode, DeskSession, Guard, HeldForm
from gongkai.apps.organs.models import User
from gongkai.apps.organs.people_queries import people_within, user_id_of
from gongkai.apps.organs.scope import Purpose
from gongkai.core.identity import Actor, Role

GROUP = 4


def session(user: User, session_id: int | None) -> DeskSession | None:
    """A session of this user's, ended or not."""
    if session_id is None:
        return None
    return DeskSession.objects.select_related("user").filter(pk=session_id, user=user).first()


def open_sessions(user: User) -> QuerySet[DeskSession]:
    """The sessions of this user's that nobody has ended."""
    return DeskSession.objects.filter(user=user, ended_at=None)


def waiting_user(user_id: int, session_hash: str) -> User | None:
    """Somebody who has passed the first step, unless the password has changed since."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    same = user and constant_time_compare(user.get_session_auth_hash(), session_hash)
    return user if same else None


def has_factor(user: User) -> bool:
    """Whether the second factor is on."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def factor_to_confirm(user: User) -> TOTPDevice | None:
    """The secret that has been made and not yet been confirmed."""
    return TOTPDevice.objects.filter(user=user, confirmed=False).first()


def secret_of(device: TOTPDevice) -> str:
    """The secret as it is typed into an app: base32, in groups."""
    text = b32encode(device.bin_key).decode("ascii").rstrip("=")
    return " ".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def codes_left(user: User) -> int:
    """How many backup codes are left."""
    return BackupCode.objects.filter(user=user).count()


def held_form(user: User, token: str, now: datetime) -> HeldForm:
    """A form that waits for this user. Raises ObjectDoesNotExist."""
    since = now - timedelta(hours=HOURS)
    return HeldForm.objects.get(user=user, token=token, held_at__gte=since)


def may_keep(actor: Actor) -> bool:
    """Whether the actor looks after the safety of signing in."""
    return actor.has(Role.SECURITY_ADMINISTRATOR)


def kept_people(actor: Actor) -> QuerySet[User]:
    """The accounts the actor looks after: those of the organs within reach, never the own one."""
    users = User.objects.filter(is_active=True)
    if not may_keep(actor):
        return users.none()
    governed = people_within(actor, to=Purpose.GOVERN).values("pk")
    return users.filter(pk__in=governed).exclude(pk=user_id_of(actor)).order_by("username")


def people(actor: Actor, text: str) -> QuerySet[User]:
    """The accounts looked after whose name or user name has that text."""
    named = Q(username__icontains=text) | Q(first_name__icontains=text)
    return kept_people(actor).filter(named) if text else User.objects.none()


def person(actor: Actor, user_id: int) -> User:
    """One of the accounts looked after. Raises ObjectDoesNotExist."""
    return kept_people(actor).get(pk=user_id)


def locked_doors(actor: Actor, now: datetime) -> QuerySet[Guard]:
    """The doors shut now of people looked after, and of network addresses."""
    shut = Guard.objects.filter(locked_until__gt=now).select_related("user")
    if not may_keep(actor):
        return shut.none()
    people = kept_people(actor).order_by().values("pk")
    return shut.filter(Q(user__in=people) | ~Q(address="")).order_by("locked_until")


def locked_door(actor: Actor, guard_id: int, now: datetime) -> Guard:
    """One of the doors that are shut. Raises ObjectDoesNotExist."""
    return locked_doors(actor, now).get(pk=guard_id)
