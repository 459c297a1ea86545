"""The watch over sessions: ends them in time, and keeps from the desk whoever owes a step first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone

from gongkai.apps.access.holding import hold_form
from gongkai.apps.access.limits import limits
from gongkai.apps.access.passwords import why_change
from gongkai.apps.access.queries import has_factor, session
from gongkai.apps.access.sessions import (
    ABSOLUTE,
    BY_OIDC,
    BY_PASSWORD,
    IDLE,
    STANDING,
    end_session,
    ends_at,
    is_last_stretch,
    left,
    open_session,
    see,
    why_ended,
)
from gongkai.apps.access.standing import needs_second_factor
from gongkai.faces.common.attendance import is_unattended
from gongkai.faces.desk.sign_in_entering import SESSION, acting

if TYPE_CHECKING:
    from gongkai.apps.access.models import DeskSession
    from gongkai.apps.organs.models import User

SETTLED: Final = "desk_settled"
PUBLIC: Final = "portal"
OPEN_BEFORE_STEPS: Final = frozenset(
    {"login", "logout", "password", "factor", "factor-start", "factor-picture", "factor-confirm"}
    | {"my-sessions", "stay", "time-left", "end-others"}
)
SECRETS: Final = frozenset({"csrfmiddlewaretoken", "password", "old", "new", "again", "code"})
ENDED: Final = {
    IDLE: "超过 {idle}没有操作，已经自动退出。登录后回到原来的页面。",
    ABSOLUTE: "本次登录已满 {absolute}，已经自动退出。登录后回到原来的页面。",
    STANDING: "您的任职有变动，请重新登录。",
}
ENDED_OTHERWISE: Final = "这次登录已经在别处被结束，请重新登录。"


@dataclass(frozen=True, slots=True)
class Presence:
    """What a page knows of the session it belongs to."""

    seconds: int
    warn: int
    ends: datetime
    is_last: bool


class WatchedRequest(HttpRequest):
    """A request of somebody signed in."""

    presence: Presence


class Watch:
    """Middleware, behind those for messages and forged requests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; the view is watched once it is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, _args: object, _values: object
    ) -> HttpResponseBase | None:
        """Let somebody through whose session goes on and who owes nothing."""
        if not request.user.is_authenticated:
            return None
        user, now = request.user, timezone.now()
        row = session(user, request.session.get(SESSION)) or adopt(request, user, now)
        if reason := why_ended(row, now):
            return over(request, user, row, reason, now)
        if not is_unattended(view):
            see(row, now)
        seconds, warn = ceil(left(row, now).total_seconds()), ceil(limits().warn.total_seconds())
        told = Presence(seconds, warn, ends_at(row), is_last_stretch(row))
        cast("WatchedRequest", request).presence = told
        return step(request, user, row, now)


def adopt(request: HttpRequest, user: "User", now: datetime) -> "DeskSession":
    """Begin the row of a session that Django opened without our pages."""
    who = acting(request, user)
    row = open_session(who, user=user, way=BY_PASSWORD, strong=False, now=now)
    request.session[SESSION] = row.pk
    return row


def step(
    request: HttpRequest, user: "User", row: "DeskSession", now: datetime
) -> HttpResponse | None:
    """Where somebody is sent who must choose a password or set up a second factor first."""
    match = request.resolver_match
    if request.session.get(SETTLED) or match is None or match.namespace == PUBLIC:
        return None
    owed, by_other = "", row.way == BY_OIDC and not limits().second_factor_after_oidc
    if row.way == BY_PASSWORD and why_change(user, now):
        owed = "password"
    elif not (row.strong or by_other or has_factor(user)) and needs_second_factor(user, now):
        owed = "factor"
    if not owed:
        request.session[SETTLED] = True
        return None
    return None if match.url_name in OPEN_BEFORE_STEPS else redirect(f"desk:{owed}")


def over(
    request: HttpRequest, user: "User", row: "DeskSession", reason: str, now: datetime
) -> HttpResponse | None:
    """End the session; a page that anybody may see goes on without it."""
    end_session(acting(request, user), session_id=row.pk, reason=reason, now=now)
    match = request.resolver_match
    goal = "" if match and match.namespace == PUBLIC else goal_of(request, user, now)
    logout(request)
    if match and match.namespace == PUBLIC:
        return None
    address = f"{resolve_url('desk:login')}?{urlencode({'next': goal})}"
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"text": said(reason)}, status=401)
    messages.warning(request, said(reason))
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def goal_of(request: HttpRequest, user: "User", now: datetime) -> str:
    """The page to come back to: this one, or the one that holds what was just sent."""
    here = request.get_full_path()
    if request.headers.get("HX-Request"):
        parts = urlsplit(request.headers.get("HX-Current-URL", ""))
        here = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if request.method != "POST":
        return here
    fields = {name: row for name, row in request.POST.lists() if name not in SECRETS}
    files = [file.name or "" for row in request.FILES.lists() for file in row[1]]
    if not fields or request.resolver_match is None:
        return resolve_url("desk:home")
    who, page = acting(request, user), request.get_full_path()
    token = hold_form(who, user=user, address=page, fields=fields, files=files, now=now)
    return resolve_url("desk:held", token) if token else resolve_url("desk:home")


def said(reason: str) -> str:
    """Why it is over, in a sentence."""
    bounds = limits()
    idle, absolute = f"{bounds.idle_minutes:g} 分钟", f"{bounds.absolute_hours:g} 小时"
    return ENDED.get(reason, ENDED_OTHERWISE).format(idle=idle, absolute=absolute)
