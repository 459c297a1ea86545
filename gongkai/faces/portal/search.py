"""A simple search: words that have to be in what is public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.publishing.listing_queries import Chosen
from gongkai.apps.publishing.text_queries import found
from gongkai.faces.portal.asking import ORGAN, WORDS, organ_asked, page_of, pages_address
from gongkai.faces.portal.framing import Crumb, crumbs, organs


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What has all of these words; the newest first. Its pages are not kept: there is no end of
    words."""
    words = WORDS.read(request.GET)
    said = found(words.split(), organ_asked(request))
    shown = {
        "area": "search",
        "words": words,
        "organ": ORGAN.read(request.GET),
        "organs": organs(),
        "has_older": said.has_older,
        "crumbs": crumbs(Crumb("检索")),
        "page": page_of(request, Chosen(said.items)),
        "pages_address": pages_address(request),
    }
    response = render(request, "portal/search.html", shown)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
