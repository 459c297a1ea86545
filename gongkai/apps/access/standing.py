"""What somebody is here: when it changes, sessions opened before it end."""

import hashlib
from datetime import datetime

from django.utils.timezone import localdate

from gongkai.apps.access.limits import limits
from gongkai.apps.organs.models import User
from gongkai.apps.organs.queries import standings


def standing(user: User, now: datetime) -> str:
    """The fingerprint of all of somebody's duties, in whatever organ, stand-ins included."""
    held = sorted(
        f"{place.organ_id}:{role}"
        for place in standings(user, localdate(now))
        for role in place.roles
    )
    return hashlib.sha256("|".join(held).encode()).hexdigest()


def needs_second_factor(user: User, now: datetime) -> bool:
    """Whether one of somebody's roles, in whatever organ, asks for a second factor."""
    places = standings(user, localdate(now))
    return not {role.value for place in places for role in place.roles}.isdisjoint(
        limits().second_factor_roles
    )
