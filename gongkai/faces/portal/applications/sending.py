"""提交: what was written becomes an application; its receipt is shown at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.apps.applications.receiving.draft_queries import written
from gongkai.apps.applications.receiving.limits import SUBMITTING
from gongkai.apps.applications.receiving.submitting import submit
from gongkai.core.applications.intake import cleaned
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import VISITOR
from gongkai.faces.portal.applications import holding
from gongkai.faces.portal.applications.asking import existing, not_too_often, private
from gongkai.faces.portal.applications.writing import framed


@require_POST
@private
@existing
def send(request: HttpRequest, token: str) -> HttpResponse:
    """Submit; a second press of the button leads to the same receipt."""
    try:
        not_too_often(request, SUBMITTING)
        application = submit(VISITOR, token=token, now=timezone.now())
    except BlockedError as error:
        return _refused(request, token, error.findings)
    holding.take(request, application.pk)
    return redirect("portal:application-receipt")


def _refused(request: HttpRequest, token: str, findings: tuple[Finding, ...]) -> HttpResponse:
    draft = written(token, timezone.now())
    if draft.findings:
        return redirect("portal:application-check", token)
    shown = {**framed(token, draft), "said": cleaned(draft.intake), "problems": findings}
    return render(request, "portal/applications/check.html", shown, status=422)
