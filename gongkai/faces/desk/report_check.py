"""体检并入库: reading files at the desk, and keeping what was read."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.reports import queries
from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.keeping import keep_report
from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.sessions import discard_session
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.finding import Finding
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.saying import name_of
from gongkai.faces.common.reports.sending import (
    files_of,
    opened,
    refused,
    seal,
    wants_json,
    within_bounds,
)

View = Callable[..., HttpResponse]


def existing(view: View) -> View:
    """Answer 404 for what is not there, or is another organ's."""

    @wraps(view)
    def answer(request: HttpRequest, **values: str) -> HttpResponse:
        try:
            return view(request, **values)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@within_bounds
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """The form; and what it sends."""
    return receive(request) if request.method == "POST" else form(request)


def form(
    request: HttpRequest, problems: tuple[Finding, ...] = (), status: int = 200
) -> HttpResponse:
    """The page to choose files on."""
    shown = {
        "area": "report-check",
        "submission": seal(),
        "limits": limits(),
        "problems": problems,
    }
    return render(request, "desk/report_check.html", shown, status=status)


@existing
def receive(request: HttpRequest) -> HttpResponse:
    """Take the files into a session of the actor's organ."""
    token = opened(request.POST.get("submission", ""))
    who = actor(request)
    try:
        submit_files(
            who,
            token=token,
            files=files_of(request),
            arrival=Arrival(timezone.now()),
            keeps_files=who.organ_id is not None,
        )
    except BlockedError as error:
        answer = refused if wants_json(request) else form
        return answer(request, error.findings, 422)
    address = reverse("desk:session", args=[token])
    return JsonResponse({"address": address}) if wants_json(request) else redirect(address)


@require_safe
@login_required
@existing
def show(request: HttpRequest, token: str) -> HttpResponse:
    """What was read, and what can be kept of it."""
    return page(request, token)


def page(request: HttpRequest, token: str, problems: tuple[Finding, ...] = ()) -> HttpResponse:
    """The page of one session."""
    session = queries.session(actor(request), token, timezone.now())
    reports = [{"read": read, "name": name_of(read.report)} for read in session.reports]
    shown = {
        "area": "report-check",
        "session": session,
        "reports": reports,
        "problems": problems,
    }
    return render(request, "desk/session.html", shown, status=422 if problems else 200)


@require_POST
@login_required
@existing
def keep(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """Keep one report in the library."""
    try:
        row = keep_report(actor(request), token=token, report_key=key, now=timezone.now())
    except BlockedError as error:
        return page(request, token, error.findings)
    messages.success(request, "已经保存到年报库：原件和读取结果一起保留，可以随时移出。")
    return redirect("desk:kept", row.pk)


@require_POST
@login_required
@existing
def discard(request: HttpRequest, token: str) -> HttpResponse:
    """Delete the session with its files."""
    discard_session(actor(request), token=token, now=timezone.now())
    messages.success(request, "已经删除，没有保存到年报库。")
    return redirect("desk:home")
