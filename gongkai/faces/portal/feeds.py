"""Subscriptions: RSS 2.0, Atom and JSON Feed of the site, of an organ, of a column."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_queries import column_of, items_of
from gongkai.apps.catalogue.public_queries import catalogue_items, organ, summaries
from gongkai.faces.portal.framing import NAME, the_site
from gongkai.faces.portal.keeping import kept

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gongkai.apps.publishing.models import Item

NEWEST: Final = 30
VERSION: Final = "https://jsonfeed.org/version/1.1"
LANGUAGE: Final = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as a reader of feeds gets it."""

    title: str
    address: str
    summary: str
    organ: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """What is subscribed to."""

    title: str
    page: str
    address: str
    entries: tuple[Entry, ...]


@require_safe
@kept()
def of_site(request: HttpRequest, form: str) -> HttpResponse:
    """Everything that is new."""
    return written(request, form, _name(), reverse("portal:home"), catalogue_items())


@require_safe
@kept()
def of_organ(request: HttpRequest, organ_id: int, form: str) -> HttpResponse:
    """What is new of one organ."""
    try:
        name = organ(organ_id).name
    except ObjectDoesNotExist as error:
        raise Http404 from error
    page = reverse("portal:organ", args=[organ_id])
    return written(request, form, name, page, catalogue_items(organ_id=organ_id))


@require_safe
@kept()
def of_column(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """What is new in one column."""
    try:
        row = column_of(key)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    title = f"{row.name}　{_name()}"
    return written(request, form, title, reverse("portal:column", args=[key]), items_of(row))


def written(
    request: HttpRequest, form: str, title: str, page: str, rows: "QuerySet[Item]"
) -> HttpResponse:
    """The newest of these in that form. Raises Http404 for a form that is not known."""
    if form not in FORMS:
        raise Http404
    newest = list(rows[:NEWEST])
    said = summaries(newest)
    entries = tuple(
        Entry(
            item.title,
            request.build_absolute_uri(reverse("portal:item", args=[item.pk])),
            said.get(item.pk, ""),
            item.organ.name,
            localtime(item.released_at),
        )
        for item in newest
        if item.released_at is not None
    )
    own = request.build_absolute_uri(request.path)
    return FORMS[form](Feed(title, request.build_absolute_uri(page), own, entries))


def rss(feed: Feed) -> HttpResponse:
    """RSS 2.0."""
    return _xml(feed, feedgenerator.Rss201rev2Feed, "application/rss+xml; charset=utf-8")


def atom(feed: Feed) -> HttpResponse:
    """Atom 1.0."""
    return _xml(feed, feedgenerator.Atom1Feed, "application/atom+xml; charset=utf-8")


def json_feed(feed: Feed) -> HttpResponse:
    """JSON Feed 1.1."""
    items = [
        {
            "id": row.address,
            "url": row.address,
            "title": row.title,
            "content_text": row.summary or row.title,
            "date_published": row.at.isoformat(),
            "authors": [{"name": row.organ}],
        }
        for row in feed.entries
    ]
    told = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": LANGUAGE,
        "items": items,
    }
    return JsonResponse(
        told,
        json_dumps_params={"ensure_ascii": False},
        content_type="application/feed+json; charset=utf-8",
    )


def _xml(
    feed: Feed, generator: type[feedgenerator.SyndicationFeed], content_type: str
) -> HttpResponse:
    made = generator(
        title=feed.title,
        link=feed.page,
        description=feed.title,
        language=LANGUAGE,
        feed_url=feed.address,
    )
    for row in feed.entries:
        made.add_item(
            title=row.title,
            link=row.address,
            description=row.summary,
            author_name=row.organ,
            unique_id=row.address,
            unique_id_is_permalink=True,
            pubdate=row.at,
            updateddate=row.at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type=content_type)


def _name() -> str:
    found = the_site()
    return NAME if found is None else found.name


FORMS: Final[dict[str, Callable[[Feed], HttpResponse]]] = {
    "rss.xml": rss,
    "atom.xml": atom,
    "feed.json": json_feed,
}
