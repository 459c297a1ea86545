"""Where a request comes from: the address, through proxies that are ours, and the browser."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest

from gongkai.core.identity import VISITOR, Actor, Origin


def origin_of(request: HttpRequest) -> Origin:
    """Address and browser. What a proxy says counts only if the proxy is one of ours."""
    address = str(request.META.get("REMOTE_ADDR") or "")
    hops = str(request.META.get("HTTP_X_FORWARDED_FOR") or "").split(",")
    while address in settings.GONGKAI_PROXIES and hops:
        address = hops.pop().strip() or address
    return Origin(address, str(request.META.get("HTTP_USER_AGENT") or ""))


def visitor(request: HttpRequest) -> Actor:
    """Somebody who has not signed in, with where they come from."""
    return replace(VISITOR, origin=origin_of(request))
