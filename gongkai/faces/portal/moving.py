"""Addresses that lead elsewhere now (R6-14): where nothing is found, the new one is looked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.http import HttpResponsePermanentRedirect as Moved

from gongkai.apps.catalogue.public_queries import moved_to
from gongkai.faces.portal.keeping import SAFE

LONGEST = 300
GONE = frozenset({404, 410})


def follow_moves(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: lead from an address that is no more to the one that took its place. What was
    asked of a page of ours is asked of the new one too."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        path = request.path
        missing = response.status_code in GONE and request.method in SAFE
        if not missing or path.startswith("/desk/") or len(path) > LONGEST or "\0" in path:
            return response
        target = moved_to(path)
        if target is None:
            return response
        query = request.META.get("QUERY_STRING", "") if request.resolver_match else ""
        return Moved(f"{target}?{query}" if query and "?" not in target else target)

    return answer
