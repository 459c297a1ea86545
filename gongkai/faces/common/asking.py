"""What every page asks of a request: who acts, for which organ, and where from."""

from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import VISITOR, Actor
from gongkai.faces.common.origin import origin_of

SALT = "gongkai.client"
ORGAN = "organ"
"""Where a session keeps for which organ its person acts."""


def actor(request: HttpRequest) -> Actor:
    """Who acts in this request, today, and where from; a visitor is only a visitor."""
    chosen = request.session.get(ORGAN)
    who = actor_of(request.user, timezone.localdate(), organ_id=chosen)
    return who if who == VISITOR else replace(who, origin=origin_of(request))


def client(request: HttpRequest) -> str:
    """Where the request comes from, as a keyed digest that cannot be turned back."""
    return salted_hmac(SALT, request.META.get("REMOTE_ADDR", "")).hexdigest()
