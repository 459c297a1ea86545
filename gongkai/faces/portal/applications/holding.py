"""Which case a browser may look at: the session says so, no address does."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.apps.applications.receiving.limits import limits

KEY: Final = "tracked_case"
CASE, UNTIL, TOLD = "case", "until", "told"
"""The case that is open, for how long, and the one whose code was told: the whole or itself."""
View = Callable[..., HttpResponse]


def take(request: HttpRequest, application_id: int) -> None:
    """Open a case to this browser, under a new session so that nobody has put it there before."""
    request.session.cycle_key()
    request.session[KEY] = {CASE: application_id, UNTIL: _later(), TOLD: application_id}


def turn_to(request: HttpRequest, application_id: int) -> None:
    """Open another case of those that the code told here leads to."""
    request.session[KEY] = {**request.session[KEY], CASE: application_id, UNTIL: _later()}


def told(request: HttpRequest, application_id: int) -> int:
    """The case whose code was told here, when that one is open."""
    return int(request.session[KEY].get(TOLD, application_id))


def leave(request: HttpRequest) -> int | None:
    """Close it, whether its time has run out or not; the case whose code was told here."""
    found = request.session.pop(KEY, None)
    return found and int(found.get(TOLD, found[CASE]))


def held(request: HttpRequest) -> int | None:
    """The case that is open to this browser, if its time has not run out; looking renews it."""
    found = request.session.get(KEY)
    if not found:
        return None
    if datetime.fromisoformat(found[UNTIL]) <= timezone.now():
        leave(request)
        return None
    request.session[KEY] = {**found, UNTIL: _later()}
    return int(found[CASE])


def for_holder(view: View) -> View:
    """A page of the case that is open; everybody else is asked for number and code."""

    @wraps(view)
    def answer(request: HttpRequest, **values: object) -> HttpResponse:
        application_id = held(request)
        if application_id is None:
            return redirect("portal:application-track")
        return view(request, application_id=application_id, **values)

    return answer


def _later() -> str:
    return (timezone.now() + limits().tracked).isoformat()
