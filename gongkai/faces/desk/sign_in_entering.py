"""The way in after name and password, or another system's word: second factor, then the desk."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from gongkai.apps.access.limits import limits
from gongkai.apps.access.queries import has_factor, waiting_user
from gongkai.apps.access.sessions import BY_OIDC, open_session
from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import ORGAN
from gongkai.faces.common.origin import origin_of

if TYPE_CHECKING:
    from gongkai.apps.organs.models import User

SESSION: Final = "desk_session"
PROOF: Final = "desk_proof"
WAITING: Final = "desk_waiting"
BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


def next_of(request: HttpRequest, home: str = "desk:home") -> str:
    """The page to go on to: one of ours that the request names, else the first one."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if is_ours(request, asked) else (resolve_url(home) if home else "")


def is_ours(request: HttpRequest, address: str) -> bool:
    """Whether an address is a page of this system."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )


def acting(request: HttpRequest, user: "User") -> Actor:
    """The actor that this person is, with where they come from."""
    chosen = request.session.get(ORGAN)
    who = actor_of(user, timezone.localdate(), organ_id=chosen)
    return replace(who, origin=origin_of(request))


def begin(
    request: HttpRequest, user: "User", *, way: str, goal: str, proof: str | None = None
) -> HttpResponse:
    """Ask for the second factor where there is one, or open the desk."""
    asks = way != BY_OIDC or limits().second_factor_after_oidc
    if not (asks and has_factor(user)):
        return enter(request, user, way=way, strong=False, goal=goal, proof=proof)
    request.session.cycle_key()
    request.session[WAITING] = {
        "user": user.pk,
        "hash": user.get_session_auth_hash(),
        "way": way,
        "goal": goal,
        "proof": proof,
        "at": timezone.now().timestamp(),
    }
    return redirect("desk:sign-in-code")


def waiting(request: HttpRequest, now: datetime) -> "User | None":
    """Who still owes a second factor; nobody when that was too long ago."""
    left = request.session.get(WAITING)
    if left is None or now.timestamp() - left["at"] > limits().code.total_seconds():
        request.session.pop(WAITING, None)
        return None
    return waiting_user(left["user"], left["hash"])


def go_on(request: HttpRequest, user: "User") -> HttpResponse:
    """Open the desk to somebody whose second factor was right."""
    left = request.session.pop(WAITING)
    return enter(
        request, user, way=left["way"], strong=True, goal=left["goal"], proof=left["proof"]
    )


def enter(
    request: HttpRequest, user: "User", *, way: str, strong: bool, goal: str, proof: str | None
) -> HttpResponse:
    """Open a session and go where the person wanted to."""
    login(request, user, backend=BACKEND)
    who, now = acting(request, user), timezone.now()
    row = open_session(who, user=user, way=way, strong=strong, now=now)
    request.session[SESSION] = row.pk
    if proof is not None:
        request.session[PROOF] = proof
    request.session.set_expiry(int(limits().absolute.total_seconds()))
    return redirect(goal)
