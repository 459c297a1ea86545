"""A simple search: words that have to be in the title, or in the text of what is new."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue import public_queries as queries
from gongkai.faces.portal.asking import ORGAN, WORDS, organ_asked, page_of, pages_address
from gongkai.faces.portal.framing import Crumb, crumbs, organs


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What has all of these words; the newest first. Its pages are not kept: there is no end of
    words."""
    words = WORDS.read(request.GET)
    found = queries.search(words.split(), organ_asked(request)) if words else None
    shown = {
        "area": "search",
        "words": words,
        "organ": ORGAN.read(request.GET),
        "organs": organs(),
        "deep": queries.READ_DEEP,
        "crumbs": crumbs(Crumb("检索")),
        "page": None if found is None else page_of(request, found),
        "pages_address": pages_address(request),
    }
    response = render(request, "portal/search.html", shown)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
