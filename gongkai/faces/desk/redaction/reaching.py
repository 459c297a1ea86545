"""What all pages about a redaction share: who may open them, and where they lie."""

from typing import Final

from django.http import Http404, HttpRequest
from django.urls import reverse

from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction.queries import Opened
from gongkai.faces.common.asking import actor

MOST_PAGES: Final = 100_000


def opened(request: HttpRequest, application_id: int, redaction_id: int) -> Opened:
    """The redaction of that case. Raises Http404, DoesNotExist, NotAllowedError."""
    found = redaction_queries.opened(actor(request), redaction_id)
    if found.redaction.application_id != application_id:
        raise Http404
    return found


def page_of(request: HttpRequest, pages: int) -> int:
    """Which page is asked for; the first where that is no page."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isdecimal() and len(asked) < len(str(MOST_PAGES)) else 1
    return number if 1 <= number <= pages else 1


def address(name: str, found: Opened, page: int | None = None) -> str:
    """The address of one of its pages."""
    path = reverse(f"desk:{name}", args=[found.redaction.application_id, found.redaction.pk])
    return path if page is None else f"{path}?page={page}"
