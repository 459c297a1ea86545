"""年报体检: choosing files and sending them."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.reports.blocked import BlockedError
from gongkai.apps.reports.limits import limits
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.finding import Finding
from gongkai.faces.common.asking import actor, client
from gongkai.faces.common.reports.sending import (
    files_of,
    opened,
    refused,
    seal,
    wants_json,
    within_bounds,
)


@require_http_methods(["GET", "HEAD", "POST"])
@within_bounds
def start(request: HttpRequest) -> HttpResponse:
    """The form; and what it sends, which opens a session or adds to it."""
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
    return render(request, "portal/report_check.html", shown, status=status)


def receive(request: HttpRequest) -> HttpResponse:
    """Take the files and go on to what is read in them."""
    token = opened(request.POST.get("submission", ""))
    arrival = Arrival(timezone.now(), client(request))
    try:
        submit_files(actor(request), token=token, files=files_of(request), arrival=arrival)
    except BlockedError as error:
        answer = refused if wants_json(request) else form
        return answer(request, error.findings, 422)
    address = reverse("portal:session", args=[token])
    return JsonResponse({"address": address}) if wants_json(request) else redirect(address)
