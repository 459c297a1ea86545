"""Keeping what somebody sent when their session had just ended."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from gongkai.apps.access.models import HeldForm
from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import User
from gongkai.core.identity import Actor

HOURS = 1
MOST_CHARACTERS = 500_000
MOST_FORMS = 5
TOKEN_BYTES = 32


@transaction.atomic
def hold_form(
    actor: Actor,
    *,
    user: User,
    address: str,
    fields: Mapping[str, Sequence[str]],
    files: Sequence[str],
    now: datetime,
) -> str:
    """Keep a form for its sender; gives the token, or nothing when there is too much of it."""
    HeldForm.objects.filter(held_at__lt=now - timedelta(hours=HOURS)).delete()
    size = sum(len(value) for row in fields.values() for value in row)
    if size > MOST_CHARACTERS or HeldForm.objects.filter(user=user).count() >= MOST_FORMS:
        return ""
    kept = {name: list(row) for name, row in fields.items()}
    token = secrets.token_urlsafe(TOKEN_BYTES)
    HeldForm.objects.create(
        token=token, user=user, address=address, fields=kept, files=list(files), held_at=now
    )
    record(actor, "hold_form", f"user:{user.pk}", after={"page": address})
    return token


@transaction.atomic
def drop_form(actor: Actor, *, user: User, token: str) -> None:
    """Forget a form that was sent again, or is no longer wanted."""
    if HeldForm.objects.filter(user=user, token=token).delete()[0]:
        record(actor, "drop_form", f"user:{user.pk}")
