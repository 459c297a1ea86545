"""What every page asks of a request: who acts, and where from."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import Actor

SALT = "gongkai.client"


def actor(request: HttpRequest) -> Actor:
    """Who acts in this request."""
    return actor_of(request.user)


def client(request: HttpRequest) -> str:
    """Where the request comes from, as a keyed digest that cannot be turned back."""
    return salted_hmac(SALT, request.META.get("REMOTE_ADDR", "")).hexdigest()
