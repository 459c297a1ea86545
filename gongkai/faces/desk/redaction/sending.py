"""Pictures of pages, the finished file, and how far the worker is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction.states import READERS
from gongkai.apps.files.storing import download_file
from gongkai.faces.common.asking import actor
from gongkai.faces.common.attendance import unattended
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.redaction.reaching import opened

PICTURE = "image/png"
AS_IT_IS = "application/octet-stream"
REFRESH = "HX-Refresh"


@require_safe
@cache_control(private=True, no_store=True)
@for_roles(*READERS)
def before(request: HttpRequest, application_id: int, redaction_id: int, page: int) -> HttpResponse:
    """A page as it is."""
    opened(request, application_id, redaction_id)
    data = redaction_queries.picture(actor(request), redaction_id, page, is_after=False)
    return HttpResponse(data, content_type=PICTURE)


@require_safe
@cache_control(private=True, no_store=True)
@for_roles(*READERS)
def after(request: HttpRequest, application_id: int, redaction_id: int, page: int) -> HttpResponse:
    """A page as it is given out."""
    opened(request, application_id, redaction_id)
    data = redaction_queries.picture(actor(request), redaction_id, page, is_after=True)
    return HttpResponse(data, content_type=PICTURE)


@require_safe
@for_roles(*READERS)
def result(request: HttpRequest, application_id: int, redaction_id: int) -> HttpResponse:
    """The finished file; that it was had is written down."""
    made = opened(request, application_id, redaction_id).redaction.result_id
    if made is None:
        raise Http404
    name, data = download_file(actor(request), file_id=made)
    response = HttpResponse(data, content_type=AS_IT_IS)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response


@unattended
@require_safe
@for_roles(*READERS)
def progress(request: HttpRequest, application_id: int, redaction_id: int) -> HttpResponse:
    """How far the worker is; the whole page is asked for again once that is over."""
    found = opened(request, application_id, redaction_id)
    response = render(request, "desk/redaction/_progress.html", {"found": found})
    if not found.is_busy:
        response.headers[REFRESH] = "true"
    return response
