"""What the pages of applications have in common: nobody keeps them, and somebody asks from
somewhere."""

from collections.abc import Callable
from functools import wraps
from ipaddress import IPv6Address, ip_address
from typing import Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gongkai.apps.applications.receiving.throttling import pass_by
from gongkai.core.identity import VISITOR
from gongkai.faces.common.origin import origin_of

AREA: Final = "applications"
SALT: Final = "gongkai.asker"
HOUSEHOLD: Final = 64
"""Bits of an IPv6 address that say whose connection it is; the rest changes by the hour."""
GONE: Final = "这份申请不存在、已经提交，或者已经到期删除。"
View = Callable[..., HttpResponse]


def asker(request: HttpRequest) -> str:
    """Where a request comes from, as a keyed digest that cannot be turned back."""
    return salted_hmac(SALT, network_of(origin_of(request).address)).hexdigest()


def network_of(address: str) -> str:
    """What counts as one place: an IPv4 address, or the network of an IPv6 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        plain = found.ipv4_mapped
        return str(plain) if plain else str(int(found) >> HOUSEHOLD)
    return str(found)


def not_too_often(request: HttpRequest, what: str) -> None:
    """Count what this place does. Raises BlockedError when it was too much."""
    pass_by(what, asker(request), actor=VISITOR, now=timezone.now())


def private(view: View) -> View:
    """A page for one person: no cache keeps it, no search engine lists it."""

    @wraps(view)
    def answer(request: HttpRequest, **values: object) -> HttpResponse:
        response = view(request, **values)
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def existing(view: View) -> View:
    """Answer 404 with a sentence where there is nothing (any more)."""

    @wraps(view)
    def answer(request: HttpRequest, **values: object) -> HttpResponse:
        try:
            return view(request, **values)
        except ObjectDoesNotExist as error:
            raise Http404(GONE) from error

    return answer
