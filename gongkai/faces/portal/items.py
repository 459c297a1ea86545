"""Items as the public sees them: the page, what is left of one that is gone, and its files."""

import re
from html import unescape
from typing import Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from gongkai.apps.publishing import public_queries as queries
from gongkai.apps.publishing.public_queries import GoneItem, PublicItem
from gongkai.core.ports import FileKind
from gongkai.faces.portal.framing import (
    Crumb,
    column_steps,
    columns,
    crumbs,
    item_labels,
    organ_crumbs,
)
from gongkai.faces.portal.keeping import kept, place_of
from gongkai.faces.portal.leaving import is_away, led_away, notice
from gongkai.faces.portal.pictures import picture_of
from gongkai.faces.portal.shells import framed

GONE: Final = 410
PICTURE: Final = re.compile(r'<img\s[^>]*?src="([^"]*)"')


@require_safe
@kept()
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """One item; 410 where it is no longer public, 301 where another has taken its place."""
    try:
        found = queries.public_item(item_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if isinstance(found, GoneItem):
        if found.replaced_by is not None:
            return redirect(reverse("portal:item", args=[found.replaced_by]), permanent=True)
        return render(
            request,
            "portal/gone.html",
            {"gone": found, "crumbs": crumbs(Crumb(found.organ), Crumb("已撤回的信息"))},
            status=GONE,
        )
    return framed(request, "portal/item.html", page_of(request, found))


def page_of(request: HttpRequest, found: PublicItem) -> dict[str, object]:
    """What an item's page shows: the text, where it belongs, and the labels that say so."""
    item, draft = found.item, found.draft
    known = columns()
    home = known.of(item, draft)
    steps = [] if home is None else column_steps(known.way(home)[-1:], leads=True)
    picture = PICTURE.search(draft.body)
    address = f"{place_of(request)}{request.path}"
    source = draft.source_address
    return {
        "shown": found,
        "text": mark_safe(led_away(draft.body)),  # noqa: S308 - sanitised when it was saved
        "source_link": notice(source) if source and is_away(source) else source,
        "crumbs": organ_crumbs(item.organ, *steps, Crumb("正文")),
        "labels": item_labels(
            item,
            draft,
            home,
            address,
            request.build_absolute_uri(unescape(picture[1])) if picture else "",
        ),
    }


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
