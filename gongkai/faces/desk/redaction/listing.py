"""区分处理 of one case: what there is, which files can be covered, a new file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction.redacting import add_original, open_redaction
from gongkai.apps.applications.redaction.states import MAKERS, READERS, RedactionState
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.forms import DeskForm
from gongkai.faces.common.reports.sending import within_bounds
from gongkai.faces.desk.applications.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.founding import METHODS
from gongkai.faces.desk.redaction.forms import OpenForm, OriginalForm

BEGUN = "已经开始准备页面，准备好以后就可以遮盖。"


@require_http_methods(METHODS)
@within_bounds
@for_roles(*READERS)
def redactions(request: HttpRequest, application_id: int) -> HttpResponse:
    """The redactions of a case; a file that is chosen or sent is opened for covering."""
    who = actor(request)
    found = redaction_queries.of_case(who, application_id)
    files = [(str(row.file_id), row.name) for row in found.files]
    chosen = OpenForm(request.POST if _is_chosen(request) else None, offered=files)
    is_sent = request.method == "POST" and not _is_chosen(request)
    sent = OriginalForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        auto_id="new-%s",
    )
    for form in (chosen, sent):
        if form.is_valid():
            try:
                redaction_id = _opened(who, application_id, form)
            except BlockedError as error:
                form.take(error)
            else:
                messages.success(request, BEGUN)
                return redirect("desk:redaction", application_id, redaction_id)
    shown = {
        "area": AREA,
        "found": found,
        "rows": [(row, RedactionState(row.state)) for row in found.redactions],
        "chosen": chosen,
        "sent": sent,
        "works": bool(who.roles & MAKERS),
    }
    status = 422 if chosen.errors or sent.errors else 200
    return render(request, "desk/redaction/listing.html", shown, status=status)


def _is_chosen(request: HttpRequest) -> bool:
    """Whether a file of the case was chosen, and none sent."""
    return request.method == "POST" and "chosen" in request.POST


def _opened(who: Actor, application_id: int, form: DeskForm) -> int:
    """The number of the new redaction. Raises BlockedError."""
    now = timezone.now()
    number = form.number("chosen")
    if number is not None:
        return open_redaction(who, application_id=application_id, file_id=number, now=now).pk
    file = form.cleaned_data["file"]
    return add_original(
        who, application_id=application_id, name=file.name, data=file.read(), now=now
    ).pk
