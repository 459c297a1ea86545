"""Addresses that lead elsewhere now (R6-14): where nothing is found, the new one is looked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.http import HttpResponsePermanentRedirect as Moved

from gongkai.apps.catalogue.public_queries import moved_to
from gongkai.faces.portal.keeping import SAFE

LONGEST = 300


def follow_moves(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: lead from an address that is no more to the one that took its place."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        path = request.path
        missing = isinstance(response, HttpResponseNotFound) and request.method in SAFE
        if not missing or path.startswith("/desk/") or len(path) > LONGEST or "\0" in path:
            return response
        target = moved_to(path)
        return response if target is None else Moved(target)

    return answer
