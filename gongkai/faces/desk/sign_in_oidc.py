"""Signing in by 统一身份认证: away to the provider, and back."""

from dataclasses import asdict
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from gongkai.apps.access.passwords import Tried
from gongkai.apps.access.sessions import BY_OIDC
from gongkai.apps.access.vouching import disbelieve, recognise
from gongkai.apps.wires.adapters import sign_in_provider
from gongkai.core.ports import Departure, SignInProvider, SignInRefusedError
from gongkai.faces.common.origin import visitor
from gongkai.faces.desk.sign_in import page
from gongkai.faces.desk.sign_in_entering import begin, next_of

LEFT: Final = "desk_departure"
NO_DEPARTURE: Final = "no_departure"


@never_cache
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider."""
    provider = configured()
    back = request.build_absolute_uri(reverse("desk:oidc-back"))
    try:
        left = provider.depart(back=back)
    except SignInRefusedError as error:
        return told(request, error.reason)
    request.session[LEFT] = {**asdict(left), "goal": next_of(request)}
    return redirect(left.address)


@never_cache
@require_safe
def come_back(request: HttpRequest) -> HttpResponse:
    """Judge what the browser brings back; an answer counts once."""
    provider, left = configured(), request.session.pop(LEFT, None)
    if left is None:
        return told(request, NO_DEPARTURE)
    goal, answer = left.pop("goal"), {name: str(value) for name, value in request.GET.items()}
    now = int(timezone.now().timestamp())
    try:
        vouched = provider.arrive(Departure(**left), answer, now=now)
    except SignInRefusedError as error:
        return told(request, error.reason)
    tried = recognise(visitor(request), vouched=vouched)
    if tried.user is None:
        return shown(request, tried)
    return begin(request, tried.user, way=BY_OIDC, goal=goal, proof=vouched.proof)


def configured() -> SignInProvider:
    """The provider the settings name."""
    provider = sign_in_provider()
    if provider is None:
        raise Http404
    return provider


def told(request: HttpRequest, reason: str) -> HttpResponse:
    """Back on the sign-in page, with what to do."""
    return shown(request, disbelieve(visitor(request), reason=reason))


def shown(request: HttpRequest, tried: Tried) -> HttpResponse:
    """The sign-in page with what is in the way."""
    return page(request, (tried.problem,) if tried.problem else ())
