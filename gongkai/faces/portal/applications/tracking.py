"""办理进度: number and query code open one case to this browser, for a while."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.receiving.drafts import forget_submitted
from gongkai.apps.applications.receiving.limits import ATTEMPT, limits
from gongkai.apps.applications.tracking.answering import fetch_letter
from gongkai.apps.applications.tracking.queries import case_of, is_late, of_one_whole, tracked
from gongkai.core.finding import BlockedError, Finding
from gongkai.faces.portal.applications import holding
from gongkai.faces.portal.applications.asking import AREA, existing, not_too_often, private
from gongkai.faces.portal.applications.entrance import TITLE
from gongkai.faces.portal.framing import Crumb, crumbs

TRACKING: Final = "办理进度"
METHODS: Final = ["GET", "HEAD", "POST"]
PDF: Final = "application/pdf"
LETTER_NAME: Final = "letter.pdf"


@require_http_methods(METHODS)
@private
def track(request: HttpRequest) -> HttpResponse:
    """The form for number and code; the answer to a wrong one is the same as to a wrong other."""
    if request.method != "POST":
        return entering(request)
    number, code = request.POST.get("number", ""), request.POST.get("code", "")
    try:
        not_too_often(request, ATTEMPT)
        application_id = case_of(number, code)
    except BlockedError as error:
        return entering(request, number, error.findings)
    holding.take(request, application_id)
    return redirect("portal:application-case")


def entering(
    request: HttpRequest, number: str = "", problems: tuple[Finding, ...] = ()
) -> HttpResponse:
    """The form for number and code, with what stood in the way and what was written for a case."""
    shown = {
        "area": AREA,
        "number": number,
        "typed": request.POST.get("text", ""),
        "problems": problems,
        "crumbs": crumbs(*trail(), Crumb(TRACKING)),
    }
    status = 422 if problems else 200
    return render(request, "portal/applications/track.html", shown, status=status)


@require_safe
@private
@existing
@holding.for_holder
def case(request: HttpRequest, application_id: int) -> HttpResponse:
    """How the case stands, and what the applicant can do now."""
    return shown_case(request, application_id)


@require_POST
@private
@existing
@holding.for_holder
def turn_to(request: HttpRequest, application_id: int) -> HttpResponse:
    """Go over to a part that was split off, or back: the code of the whole opens its parts too."""
    told = holding.told(request, application_id)
    holding.turn_to(request, of_one_whole(told, request.POST.get("to", "")))
    return redirect("portal:application-case")


def shown_case(
    request: HttpRequest, application_id: int, problems: tuple[Finding, ...] = ()
) -> HttpResponse:
    """The page of the case, with what stood in the way of something."""
    found = tracked(application_id)
    shown = {
        "area": AREA,
        "case": found,
        "is_late": is_late(found.correction, timezone.localdate()),
        "is_part": holding.told(request, application_id) != application_id,
        "limits": limits(),
        "problems": problems,
        "typed": request.POST.get("text", ""),
        "typed_excuse": request.POST.get("excuse", ""),
        "crumbs": crumbs(*trail(), Crumb(TRACKING)),
    }
    status = 422 if problems else 200
    return render(request, "portal/applications/case.html", shown, status=status)


@require_safe
@private
@existing
@holding.for_holder
def receipt(request: HttpRequest, application_id: int) -> HttpResponse:
    """The receipt (登记回执), to print or to write down."""
    shown = {
        "area": AREA,
        "case": tracked(application_id),
        "at": timezone.now(),
        "crumbs": crumbs(*trail(), Crumb("登记回执")),
    }
    return render(request, "portal/applications/receipt.html", shown)


@require_safe
@private
@existing
@holding.for_holder
def letter(request: HttpRequest, application_id: int, letter_id: int) -> HttpResponse:
    """A letter that has gone out to the applicant."""
    who, now = applicant(application_id), timezone.now()
    _, data = fetch_letter(who, application_id=application_id, letter_id=letter_id, now=now)
    response = HttpResponse(data, content_type=PDF)
    response.headers["Content-Disposition"] = f'attachment; filename="{LETTER_NAME}"'
    return response


@require_POST
@private
def leave(request: HttpRequest) -> HttpResponse:
    """Close the case in this browser, and the way back to it by what was filled in here."""
    told = holding.leave(request)
    if told is not None:
        forget_submitted(applicant(told), application_id=told, now=timezone.now())
    return redirect("portal:application-track")


def trail() -> tuple[Crumb, ...]:
    """The way to these pages."""
    return (Crumb(TITLE, reverse("portal:applications")),)
