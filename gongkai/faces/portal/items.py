"""Items as the public sees them: the page, what is left of one that is gone, and its files."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.apps.publishing import public_queries as queries
from gongkai.apps.publishing.public_queries import GoneItem
from gongkai.core.ports import FileKind
from gongkai.faces.portal.pictures import picture_of

GONE = 410


@require_safe
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """One item; 410 where it is no longer public, 301 where another has taken its place."""
    try:
        found = queries.public_item(item_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if isinstance(found, GoneItem):
        if found.replaced_by is not None:
            return redirect(reverse("portal:item", args=[found.replaced_by]), permanent=True)
        return render(request, "portal/gone.html", {"gone": found}, status=GONE)
    return render(request, "portal/item.html", {"shown": found})


@require_safe
def file(request: HttpRequest, file_id: int, name: str = "") -> HttpResponse:
    """A file of something public; pictures are shown in the page, all else is saved.

    Somebody at the desk sees the pictures of what his organ is still writing. Nothing is kept
    underway: what is withdrawn is gone at once.
    """
    try:
        called, kind, data = queries.public_file(file_id)
        kept = "no-cache"
    except ObjectDoesNotExist:
        called, kind, data = picture_of(request, file_id)
        kept = "private, no-store"
    shown = FileKind(kind)
    disposition = content_disposition_header(as_attachment=not shown.is_picture, filename=called)
    return HttpResponse(
        data,
        content_type=shown.media_type,
        headers={
            "Content-Disposition": disposition or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": kept,
        },
    )
