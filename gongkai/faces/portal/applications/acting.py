"""What the applicant does on the page of his case: correct, explain, prove a payment, retract."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.apps.applications.cases.applicants import applicant
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.limits import TELLING, UPLOADING, limits
from gongkai.apps.applications.tracking import answering
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.reports.sending import within_bounds
from gongkai.faces.portal.applications import holding
from gongkai.faces.portal.applications.asking import existing, not_too_often, private
from gongkai.faces.portal.applications.tracking import entering, shown_case

CORRECTED: Final = "已经收到您的补正，答复期限从今天起重新计算。"
EXPLAINED: Final = "已经收到您说明的理由，机关会据此决定怎样办理。"
TOLD: Final = "已经收到您的缴费说明，机关核对到账后从缴清的次日起重新计算期限。"
RETRACTED: Final = "申请已经撤销，机关不再办理。"
Act = Callable[[Actor], object]


@require_POST
@within_bounds
@private
@existing
@holding.for_holder
def correct(request: HttpRequest, application_id: int) -> HttpResponse:
    """Correct the application, with files."""

    def act(who: Actor) -> None:
        told, now = _told(request), timezone.now()
        answering.correct(who, application_id=application_id, told=told, now=now)

    return _acted(request, application_id, act, CORRECTED)


@require_POST
@within_bounds
@private
@existing
@holding.for_holder
def explain(request: HttpRequest, application_id: int) -> HttpResponse:
    """Give reasons for asking so much."""

    def act(who: Actor) -> None:
        told, now = _told(request), timezone.now()
        answering.give_reasons(who, application_id=application_id, told=told, now=now)

    return _acted(request, application_id, act, EXPLAINED)


@require_POST
@within_bounds
@private
@existing
@holding.for_holder
def paid(request: HttpRequest, application_id: int) -> HttpResponse:
    """Say that the fee is paid, with a proof."""

    def act(who: Actor) -> None:
        told, now = _told(request), timezone.now()
        answering.tell_paid(who, application_id=application_id, told=told, now=now)

    return _acted(request, application_id, act, TOLD)


@require_POST
@private
@existing
@holding.for_holder
def retract(request: HttpRequest, application_id: int) -> HttpResponse:
    """Retract the application."""
    reason = request.POST.get("text", "")

    def act(who: Actor) -> None:
        answering.retract(who, application_id=application_id, reason=reason, now=timezone.now())

    return _acted(request, application_id, act, RETRACTED)


def _told(request: HttpRequest) -> answering.Told:
    """What was written, with its files; each of them counts, whether it is kept or not."""
    sent = request.FILES.getlist("files")
    for _ in sent:
        not_too_often(request, UPLOADING)
    most = limits().file_bytes + 1
    files = (answering.SentFile(file.name or "", file.read(most)) for file in sent)
    return answering.Told(
        request.POST.get("text", ""), files, excuse=request.POST.get("excuse", "")
    )


def _acted(request: HttpRequest, application_id: int, act: Act, said: str) -> HttpResponse:
    """Act on the case whose page was sent; another tab may have opened another one meanwhile."""
    if request.POST.get("case", str(application_id)) != str(application_id):
        return entering(request, problems=(obstacles.another_case(),))
    try:
        not_too_often(request, TELLING)
        act(applicant(application_id))
    except BlockedError as error:
        return shown_case(request, application_id, error.findings)
    messages.success(request, said)
    return redirect("portal:application-case")
