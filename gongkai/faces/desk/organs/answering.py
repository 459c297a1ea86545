"""What the pages about organs and people share: who may open them, how forms are handled."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm

Values = ParamSpec("Values")
View = Callable[Concatenate[HttpRequest, Values], HttpResponseBase]
AREA = "organs"


def for_roles(*roles: Role) -> Callable[[View[Values]], View[Values]]:
    """Whoever holds none of the roles finds nothing here; what is another organ's is not there."""

    def guarded(view: View[Values]) -> View[Values]:
        @login_required
        @wraps(view)
        def answer(
            request: HttpRequest, /, *args: Values.args, **values: Values.kwargs
        ) -> HttpResponseBase:
            if roles and not actor(request).roles & set(roles):
                raise Http404
            try:
                return view(request, *args, **values)
            except (ObjectDoesNotExist, NotAllowedError) as error:
                raise Http404 from error

        return answer

    return guarded


@dataclass(frozen=True, slots=True)
class Task:
    """One form of the desk: what it is called, what it brings about, where it leads."""

    title: str
    button: str
    consequence: str
    back: str
    back_name: str
    done: str
    lead: str = ""
    is_final: bool = False
    area: str = AREA


def handled(
    request: HttpRequest,
    task: Task,
    form: DeskForm,
    act: Callable[[Actor, DeskForm], str],
) -> HttpResponse:
    """Show the form; when it is sent, act, say what was done and go where the action says.

    What is in the way is shown beside its field, with everything that was typed.
    """
    if request.method == "POST" and form.is_valid():
        try:
            address = act(actor(request), form)
        except BlockedError as error:
            form.take(error)
        else:
            messages.success(request, task.done)
            return redirect(address)
    shown = {"area": task.area, "task": task, "form": form}
    return render(request, "desk/organs/form.html", shown, status=422 if form.errors else 200)


def acted(
    request: HttpRequest, act: Callable[[Actor], object], done: str, address: str
) -> HttpResponse:
    """Act on a button without a form; what is in the way is said on the page it came from."""
    try:
        act(actor(request))
    except BlockedError as error:
        for finding in error.findings:
            messages.error(request, f"{finding.text}{finding.hint}")
    else:
        messages.success(request, done)
    return redirect(address)
