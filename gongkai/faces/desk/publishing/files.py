"""Files of an edition: taking them one by one, how far each has come, having one back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.files import queries
from gongkai.apps.files.storing import download_file
from gongkai.apps.publishing.queries import may_read_file
from gongkai.core.identity import Actor
from gongkai.core.publishing.doors import READERS, WRITERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.attendance import unattended
from gongkai.faces.common.reports.sending import within_bounds
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing import editor
from gongkai.faces.desk.publishing.drafts import uploads
from gongkai.faces.desk.publishing.forms import is_number

AS_IT_IS = "application/octet-stream"
REFUSED = 422


@require_POST
@within_bounds
@for_roles(*WRITERS)
def upload(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Take files for an edition: a line for each, to be put into the form; 422 if none was fit.

    They belong to the draft once the form that shows them has been saved.
    """
    writing = editor.opened(actor(request), edition_id)
    after = request.POST.get("after", "")
    number = int(after) if is_number(after) else len(writing.stored.attachments)
    sent = uploads(writing.who, request, timezone.now(), after=number)
    shown = {"uploads": sent, "edition": writing.edition}
    status = 200 if any(row.row for row in sent) else REFUSED
    return render(request, "desk/publishing/_uploads.html", shown, status=status)


def reader_of(request: HttpRequest, stored_id: int) -> Actor:
    """Who asks, if he may have that file: a superior has no files of drafts. Raises Http404."""
    who = actor(request)
    if not may_read_file(who, stored_id):
        raise Http404
    return who


@unattended
@require_safe
@for_roles(*READERS)
def state(request: HttpRequest, stored_id: int) -> HttpResponse:
    """How far a file has come; the page asks again while it is being read."""
    facts = queries.file(reader_of(request, stored_id), stored_id)
    shown = {"file_id": stored_id, "facts": facts, "state": facts.state.value}
    return render(request, "desk/publishing/_file_state.html", shown)


@require_safe
@for_roles(*READERS)
def download(request: HttpRequest, stored_id: int) -> HttpResponse:
    """A file as it is kept; always saved, never shown within our own pages. It is written down."""
    name, data = download_file(reader_of(request, stored_id), file_id=stored_id)
    response = HttpResponse(data, content_type=AS_IT_IS)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response
