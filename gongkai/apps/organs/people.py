"""People of an organ: entering them, and taking their account out of use."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs import obstacles
from gongkai.apps.organs.duties import last_faults
from gongkai.apps.organs.facts import refuse
from gongkai.apps.organs.governing_queries import living
from gongkai.apps.organs.models import User, at
from gongkai.apps.organs.people_queries import people_within, user_id_of
from gongkai.apps.organs.scope import Purpose, require
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role


@transaction.atomic
def register_person(actor: Actor, *, organ_id: int, name: str, username: str) -> User:
    """Enter a person of an organ, with an account that has no password yet and no rights."""
    require(actor, Role.ADMINISTRATOR)
    organ = living(actor, organ_id)
    refuse(_faults(name, username))
    user = User(username=username.strip(), first_name=name.strip(), organ=organ)
    user.set_unusable_password()
    user.save()
    record(
        actor,
        "register_person",
        f"user:{user.pk}",
        after={"username": user.username, "name": user.first_name, "organ": organ.pk},
    )
    return user


@transaction.atomic
def retire_person(actor: Actor, *, user_id: int, day: date) -> User:
    """Take an account out of use: whatever the person held gives no rights any more."""
    require(actor, Role.ADMINISTRATOR)
    user = _person(actor, user_id)
    refuse(last_faults(user.duties.filter(at(day)), day))
    _switch(user, is_active=False)
    record(actor, "retire_person", f"user:{user.pk}", after={"is_active": False})
    return user


@transaction.atomic
def restore_person(actor: Actor, *, user_id: int) -> User:
    """Put an account back into use; duties that still run hold again."""
    require(actor, Role.ADMINISTRATOR)
    user = _person(actor, user_id)
    _switch(user, is_active=True)
    record(actor, "restore_person", f"user:{user.pk}", after={"is_active": True})
    return user


def _person(actor: Actor, user_id: int) -> User:
    """A person the actor administers, locked; nobody takes himself out of use."""
    if user_id == user_id_of(actor):
        raise BlockedError([obstacles.own_account()])
    seen = people_within(actor, to=Purpose.GOVERN).get(pk=user_id)
    return User.objects.select_for_update().get(pk=seen.pk)


def _switch(user: User, *, is_active: bool) -> None:
    user.is_active = is_active
    user.save(update_fields=["is_active"])


def _faults(name: str, username: str) -> Iterator[Finding]:
    if not name.strip():
        yield obstacles.no_name()
    plain = username.strip()
    valid = plain.isascii() and plain.replace(".", "").replace("_", "").replace("-", "").isalnum()
    if not valid or User.objects.filter(username__iexact=plain).exists():
        yield obstacles.bad_user_name(plain)
