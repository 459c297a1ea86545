"""复核放行: before and after side by side, what is withheld and why; released by somebody else."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction.releasing import release, send_back
from gongkai.apps.applications.redaction.states import READERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.redaction.forms import ReleaseForm, ReturnForm
from gongkai.faces.desk.redaction.reaching import address, opened, page_of
from gongkai.faces.desk.redaction.showing import drawing, tabs

DONE = {
    "release": "已经放行，系统正在生成遮盖后的文件并核验。",
    "send_back": "已经退回经办人修改。",
}


@require_http_methods(METHODS)
@for_roles(*READERS)
def check(request: HttpRequest, application_id: int, redaction_id: int) -> HttpResponse:
    """The release check of a redaction."""
    who = actor(request)
    found = opened(request, application_id, redaction_id)
    forms: dict[str, DeskForm] = {
        "release": ReleaseForm(initial={"expected": found.redaction.version}),
        "send_back": ReturnForm(auto_id="back-%s"),
    }
    chosen = request.POST.get("act", "")
    if request.method == "POST" and chosen in ACTS:
        form = forms[chosen] = FORMS[chosen](request.POST, auto_id=f"{chosen}-%s")
        try:
            if form.is_valid():
                ACTS[chosen](who, redaction_id, form, timezone.now())
                messages.success(request, DONE[chosen])
                return redirect(address("redaction-check", found))
        except BlockedError as error:
            form.take(error)
    number = page_of(request, found.pages)
    is_shown = bool(found.pages) and found.prepared >= found.pages
    shown = {
        "area": AREA,
        "found": found,
        "page": number,
        "drawing": drawing(found, redaction_queries.page(who, redaction_id, number))
        if is_shown
        else None,
        "tabs": tabs(found),
        "parts": redaction_queries.withheld_parts(redaction_id),
        "forms": forms,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "desk/redaction/check.html", shown, status=status)


def _release(who: Actor, redaction_id: int, form: DeskForm, now: datetime) -> None:
    release(who, redaction_id=redaction_id, expected=form.cleaned_data["expected"], now=now)


def _send_back(who: Actor, redaction_id: int, form: DeskForm, _: datetime) -> None:
    send_back(who, redaction_id=redaction_id, reason=form.said("reason"))


Act = Callable[[Actor, int, DeskForm, datetime], None]
ACTS: dict[str, Act] = {"release": _release, "send_back": _send_back}
FORMS: dict[str, type[DeskForm]] = {"release": ReleaseForm, "send_back": ReturnForm}
