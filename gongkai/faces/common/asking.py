"""What every page asks of a request: who acts, for which organ, and where from."""

from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gongkai.apps.organs.queries import Standing, actor_at, standings
from gongkai.core.identity import VISITOR, Actor
from gongkai.faces.common.origin import origin_of

SALT = "gongkai.client"
ORGAN = "organ"
"""Where a session keeps for which organ its person acts."""
KNOWN = "_gongkai_places"
"""Where a request keeps the organs in which its person may act."""


def places(request: HttpRequest) -> tuple[Standing, ...]:
    """Where whoever asks may act today, looked up once in a request."""
    known: dict[int | None, tuple[Standing, ...]] = vars(request).setdefault(KNOWN, {})
    number = request.user.pk
    if number not in known:
        known[number] = standings(request.user, timezone.localdate())
    return known[number]


def actor(request: HttpRequest) -> Actor:
    """Who acts in this request, today, and where from; a visitor is only a visitor."""
    who = actor_at(request.user, places(request), request.session.get(ORGAN))
    return who if who == VISITOR else replace(who, origin=origin_of(request))


def client(request: HttpRequest) -> str:
    """Where the request comes from, as a keyed digest that cannot be turned back."""
    return salted_hmac(SALT, request.META.get("REMOTE_ADDR", "")).hexdigest()
