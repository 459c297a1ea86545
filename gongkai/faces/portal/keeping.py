"""Whole pages kept in memory, thrown away together as soon as anything public has changed.

Each worker has a shelf of its own. Before a page is given away, one small query asks for the stamp
of what is public; another stamp than the shelf's empties it. A page is put there with the stamp
from before it was rendered, so none that is older than its stamp is ever kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from threading import Lock
from typing import Final, TypeVar, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.urls import resolve
from django.utils.cache import get_conditional_response, patch_vary_headers

from gongkai.apps.catalogue.stamps import page_stamp
from gongkai.faces.common.display import mode
from gongkai.faces.portal.asking import Param

KEEPS: Final = "keeps"
"""The mark of a view whose pages are kept."""
PLACE: Final = "place"
SAFE: Final = frozenset({"GET", "HEAD"})
LEAST: Final = 512
"""What an entry takes beside its text, so that many small ones do not grow without bound either."""
Key = tuple[str, str, str, str]
View = Callable[..., HttpResponse]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was sent."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str

    @property
    def size(self) -> int:
        """What it takes on the shelf."""
        return len(self.body) + LEAST


class Shelf:
    """Pages of one stamp, those asked for last kept longest, within a number of bytes."""

    def __init__(self, room: int) -> None:
        self.room, self.used, self.stamp = room, 0, ""
        self.pages: OrderedDict[Key, Page] = OrderedDict()
        self.notes: dict[object, object] = {}
        self.lock = Lock()

    def get(self, stamp: str, key: Key) -> Page | None:
        """The page, if it is there and nothing has changed since."""
        with self.lock:
            self._follow(stamp)
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def put(self, stamp: str, key: Key, page: Page) -> None:
        """Keep a page that was rendered after this stamp had been read."""
        with self.lock:
            if stamp != self.stamp or page.size > self.room:
                return
            if (former := self.pages.pop(key, None)) is not None:
                self.used -= former.size
            self.pages[key] = page
            self.used += page.size
            while self.used > self.room:
                self.used -= self.pages.popitem(last=False)[1].size

    def note(self, stamp: str, name: object, make: Callable[[], Thing]) -> Thing:
        """Something small that many pages need, made anew whenever anything has changed."""
        with self.lock:
            self._follow(stamp)
        if name not in self.notes:
            made = make()
            if stamp == self.stamp:
                self.notes[name] = made
            return made
        return cast("Thing", self.notes[name])

    def clear(self) -> None:
        """Throw everything away."""
        with self.lock:
            self._follow("")

    def _follow(self, stamp: str) -> None:
        if stamp != self.stamp:
            self.pages.clear()
            self.notes = {}
            self.used, self.stamp = 0, stamp


SHELF: Final = Shelf(settings.GONGKAI_PORTAL["kept_bytes"])
STAMP: Final = ContextVar("STAMP", default="")
"""The stamp that was read before the page of this moment was begun."""


def noted(name: object, make: Callable[[], Thing]) -> Thing:
    """What `make` makes, kept under a name until something public changes. The names must be few:
    words of ours and numbers of rows that are there."""
    return SHELF.note(STAMP.get() or page_stamp(), name, make) if SHELF.room else make()


class KeptRequest(HttpRequest):
    """A request for a page that may be kept: under which stamp and which name."""

    kept: tuple[str, Key]


def place_of(request: HttpRequest) -> str:
    """Scheme and host of a request, looked at once. Raises DisallowedHost."""
    known = vars(request)
    if PLACE not in known:
        known[PLACE] = f"{request.scheme}://{request.get_host()}"
    return str(known[PLACE])


def key_of(request: HttpRequest) -> Key:
    """The name of a page: where it is asked for, what is asked, and how it is to look."""
    return place_of(request), request.path, request.META.get("QUERY_STRING", ""), mode(request)


class KeptPages:
    """Middleware, before all that reads cookies: gives kept pages away, keeps new ones."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A kept page, or what the view says."""
        if request.method in SAFE and SHELF.pages:
            key = key_of(request)
            if key in SHELF.pages and (page := SHELF.get(page_stamp(), key)) is not None:
                return sent(request, page)
        response = straight(request) or self.get_response(request)
        kept = getattr(request, "kept", None)
        if kept is None or not isinstance(response, HttpResponse) or response.cookies:
            return response
        if response.status_code != HttpResponse.status_code:
            return response
        page = page_of(response)
        SHELF.put(kept[0], kept[1], page)
        return sent(request, page) if "HTTP_IF_NONE_MATCH" in request.META else response


def straight(request: HttpRequest) -> HttpResponse | None:
    """What a view of kept pages says, asked without all that knows who somebody is; None where
    there is none, or where it has nothing to say."""
    if request.method not in SAFE or not SHELF.room:
        return None
    try:
        found = resolve(request.path_info)
        if not hasattr(found.func, KEEPS):
            return None
        request.resolver_match = found
        response = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return None
    response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
    response.headers.setdefault("Content-Length", str(len(response.content)))
    return cast("HttpResponse", response)


def page_of(response: HttpResponse) -> Page:
    """The page in a response, ready to be kept."""
    patch_vary_headers(response, ["Cookie"])
    digest = blake2b(response.content, digest_size=12).hexdigest()
    response.headers["Cache-Control"] = "no-cache"
    response.headers["ETag"] = f'"{digest}"'
    response.headers["Content-Length"] = str(len(response.content))
    return Page(response.content, tuple(response.headers.items()), f'"{digest}"')


def sent(request: HttpRequest, page: Page) -> HttpResponseBase:
    """The page for this request: 304 where the browser has it already."""
    response = HttpResponse(page.body, headers=dict(page.headers))
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    return get_conditional_response(request, etag=page.etag, response=response) or response


def kept(*params: Param) -> Callable[[View], View]:
    """A view whose pages are kept. Of the query only what the view knows is left, in one order
    and shape: whatever else somebody writes there is the same page."""

    def deciding(view: View) -> View:
        @wraps(view)
        def answer(request: KeptRequest, **values: object) -> HttpResponse:
            asked = [(row.name, said) for row in params if (said := row.read(request.GET))]
            query = urlencode(asked)
            request.META["QUERY_STRING"] = query
            request.GET = QueryDict(query)
            if not SHELF.room:
                return view(request, **values)
            stamp, key = page_stamp(), key_of(request)
            if (page := SHELF.get(stamp, key)) is not None:
                return HttpResponse(page.body, headers=dict(page.headers))
            request.kept = (stamp, key)
            before = STAMP.set(stamp)
            try:
                return view(request, **values)
            finally:
                STAMP.reset(before)

        vars(answer)[KEEPS] = True
        return answer

    return deciding
