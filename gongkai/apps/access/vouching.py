"""Letting in somebody for whom another system vouches (统一身份认证)."""

from django.conf import settings
from django.db import transaction

from gongkai.apps.access.obstacles import nobody_here, not_reached, not_vouched
from gongkai.apps.access.passwords import Tried
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.core.identity import Actor
from gongkai.core.ports import Vouched

AWAY = {"unreachable", "no_json", "incomplete_metadata"}


@transaction.atomic
def recognise(actor: Actor, *, vouched: Vouched) -> Tried:
    """The account of somebody vouched for. It must be there already: this never makes one."""
    name = vouched.claims.get(settings.GONGKAI_OIDC_CLAIM)
    shown = name if isinstance(name, str) else ""
    user = User.objects.filter(username=shown, is_active=True).first() if shown else None
    if user is None:
        record(actor, "oidc_unknown", "oidc")
        return Tried(problem=nobody_here(shown))
    record(actor, "oidc_vouched", f"user:{user.pk}")
    return Tried(user)


@transaction.atomic
def disbelieve(actor: Actor, *, reason: str) -> Tried:
    """Note why an answer was not believed; the person learns only what to do."""
    record(actor, "oidc_refused", "oidc", after={"reason": reason})
    return Tried(problem=not_reached() if reason in AWAY else not_vouched())
