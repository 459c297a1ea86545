"""站点地图: a page for people, and sitemap.xml for machines, in parts of bounded size."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue import public_queries as queries
from gongkai.apps.catalogue.directory_public_queries import addresses, organs_listed
from gongkai.faces.portal.framing import Crumb, columns, crumbs, organs
from gongkai.faces.portal.home import doors
from gongkai.faces.portal.keeping import kept

XML: Final = "application/xml; charset=utf-8"
SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
FIXED: Final = ("home", "guides", "catalogue", "directories", "organs", "sitemap", "report-check")
ROBOTS: Final = "User-agent: *\nDisallow: /desk/\nDisallow: /search/\nDisallow: /leave/\n"


@require_safe
@kept()
def page(request: HttpRequest) -> HttpResponse:
    """Everything there is, on one page."""
    known = columns()
    shown = {
        "area": "sitemap",
        "doors": doors(known),
        "tree": known.tree,
        "organs": organs(),
        "crumbs": crumbs(Crumb("站点地图")),
    }
    return render(request, "portal/sitemap.html", shown)


@require_safe
@kept()
def index(request: HttpRequest) -> HttpResponse:
    """sitemap.xml: where its parts are."""
    names = ["pages", *map(str, range(1, queries.sitemap_parts() + 1))]
    places = (_absolute(request, reverse("portal:sitemap-part", args=[name])) for name in names)
    rows = (f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    return _xml("sitemapindex", rows)


@require_safe
def part(request: HttpRequest, name: str) -> HttpResponse:
    """One part: the fixed pages, or some of the items. Raises Http404."""
    if name == "pages":
        places = (_absolute(request, place) for place in fixed())
        return _xml("urlset", (f"<url><loc>{place}</loc></url>" for place in places))
    try:
        items = queries.sitemap_part(int(name) if name.isascii() and name.isdecimal() else 0)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    before = _absolute(request, reverse("portal:item", args=[0])).removesuffix("0/")
    rows = (
        f"<url><loc>{before}{item.pk}/</loc>"
        f"<lastmod>{localtime(item.released_at).isoformat()}</lastmod></url>"
        for item in items
    )
    return _xml("urlset", rows)


def fixed() -> list[str]:
    """The addresses of all pages but those of items."""
    return [
        *(reverse(f"portal:{name}") for name in FIXED),
        *(reverse("portal:column", args=[row.key]) for row in columns().all),
        *(reverse("portal:organ", args=[row.pk]) for row in organs()),
        *(reverse("portal:guide", args=[row.pk]) for row in queries.guided()),
        *(reverse("portal:directory", args=[row.pk]) for row, _ in organs_listed()),
        *(reverse("portal:directory-field", args=[*row]) for row in addresses()),
    ]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What machines should leave alone, and where the map is."""
    place = request.build_absolute_uri(reverse("portal:sitemap-index"))
    return HttpResponse(f"{ROBOTS}Sitemap: {place}\n", content_type="text/plain; charset=utf-8")


def _absolute(request: HttpRequest, path: str) -> str:
    return escape(request.build_absolute_uri(path))


def _xml(name: str, rows: Iterable[str]) -> HttpResponse:
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{name} xmlns="{SPACE}">'
    return HttpResponse(f"{head}{''.join(rows)}</{name}>\n", content_type=XML)
