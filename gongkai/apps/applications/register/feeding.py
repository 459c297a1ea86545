"""A person's own calendar address (期限日历订阅): opened, replaced, revoked."""

import secrets
from datetime import datetime
from hashlib import sha256
from typing import Final

from django.db import transaction

from gongkai.apps.applications.models import CalendarFeed
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.apps.organs.scope import require
from gongkai.core.applications.doors import READERS
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor

BYTES: Final = 32
SUBJECT: Final = "user:{pk}"
NO_FEED: Final = Finding(
    "CALENDAR-NONE",
    Severity.ERROR,
    "没有订阅地址",
    "现在没有可以停用的订阅地址。",
    "需要时请先生成。",
)


def digest_of(token: str) -> str:
    """What is kept of an address."""
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def open_feed(actor: Actor, *, now: datetime) -> str:
    """Give the actor a new address; the one before holds no longer. The token is told only now."""
    require(actor, *READERS)
    user = User.objects.select_for_update().get(pk=int(actor.key.removeprefix("user:")))
    going = CalendarFeed.objects.filter(user=user, organ_id=actor.organ_id or 0, revoked_at=None)
    going.update(revoked_at=now)
    token = secrets.token_urlsafe(BYTES)
    CalendarFeed.objects.create(
        organ_id=actor.organ_id or 0, user=user, digest=digest_of(token), created_at=now
    )
    record(actor, "open_calendar_feed", SUBJECT.format(pk=user.pk))
    return token


@transaction.atomic
def revoke_feed(actor: Actor, *, now: datetime) -> None:
    """End the actor's address. Raises BlockedError where he has none."""
    require(actor, *READERS)
    pk = int(actor.key.removeprefix("user:"))
    rows = CalendarFeed.objects.filter(user_id=pk, organ_id=actor.organ_id or 0, revoked_at=None)
    if not rows.update(revoked_at=now):
        raise BlockedError([NO_FEED])
    record(actor, "revoke_calendar_feed", SUBJECT.format(pk=pk))
