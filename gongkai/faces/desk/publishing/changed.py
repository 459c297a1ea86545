"""What somebody is told who came second: that it was not done, and how things stand now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.apps.publishing import chain_queries, review_queries
from gongkai.core.finding import BlockedError
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.publishing.words import AREA, shown_way

CHANGED = "EDITION-CHANGED"
CLOSED = "EDITION-STATE"
CONFLICT = 409


def expected_of(request: HttpRequest) -> int:
    """The version of the edition as the page showed it."""
    sent = request.POST.get("expected", "")
    return int(sent) if sent.isascii() and sent.isdecimal() else -1


def is_too_late(error: BlockedError) -> bool:
    """Whether somebody else was quicker, so that the page no longer shows what is."""
    return any(finding.code in {CHANGED, CLOSED} for finding in error.findings)


def too_late(request: HttpRequest, edition_id: int, error: BlockedError) -> HttpResponse:
    """Say that nothing was done, who was quicker, and how things stand."""
    who = actor(request)
    edition = review_queries.edition(who, edition_id)
    reviews = chain_queries.reviews_of(edition)
    steps = chain_queries.way_of(edition, reviews)
    shown = {
        "area": AREA,
        "problems": error.findings,
        "edition": edition,
        "item": edition.item,
        "state": EDITION.label(edition.state),
        "way": shown_way(steps),
        "was_me": edition.saved_by == who.name,
        "typed": request.POST.get("text", "") or request.POST.get("reason", ""),
    }
    return render(request, "desk/publishing/changed.html", shown, status=CONFLICT)
