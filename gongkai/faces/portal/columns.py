"""A column's page: what it shows, page by page; of the whole site, or of one organ."""

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_queries import items_of
from gongkai.apps.catalogue.public_queries import closed_column, organ
from gongkai.apps.publishing.listing_queries import Listing
from gongkai.faces.portal.asking import ORGAN, PAGE, organ_asked, page_of, pages_address
from gongkai.faces.portal.framing import (
    Crumb,
    column_labels,
    column_steps,
    columns,
    crumbs,
    organ_crumbs,
    organs,
)
from gongkai.faces.portal.keeping import kept, noted
from gongkai.faces.portal.shells import framed

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column
    from gongkai.apps.organs.models import Organ

GONE = 410
UNKNOWN = "没有这个栏目。"


@require_safe
@kept(ORGAN, PAGE)
def column(request: HttpRequest, key: str) -> HttpResponse:
    """One column; 410 where there is one no longer."""
    known = columns()
    row = known.of_key(key)
    if row is None:
        return closed(request, key)
    whose = asked_organ(request)
    way = known.way(row)
    number = None if whose is None else whose.pk
    rows = noted(("column", row.pk, number), lambda: Listing(items_of(row, organ_id=number)))
    page = page_of(request, rows)
    shown = {
        "area": row.kind,
        "column": row,
        "organ": whose,
        "labels": column_labels(row),
        "crumbs": way_to(whose, way),
        "below": [child for child in known.all if child.parent_id == row.pk],
        "page": page,
        "pages_address": pages_address(request),
        "organs": organs() if row.each_organ else [],
    }
    return framed(request, "portal/column.html", shown)


def asked_organ(request: HttpRequest) -> "Organ | None":
    """The organ the address names. Raises Http404."""
    number = organ_asked(request)
    if number is None:
        return None
    try:
        return organ(number)
    except ObjectDoesNotExist as error:
        raise Http404 from error


def way_to(whose: "Organ | None", way: tuple["Column", ...]) -> list[Crumb]:
    """The way to a column: over the organ it is looked at for, else over the columns above."""
    if whose is None:
        return crumbs(*column_steps(way))
    return organ_crumbs(whose, Crumb(way[-1].name))


def closed(request: HttpRequest, key: str) -> HttpResponse:
    """What is left of a column that is closed. Raises Http404 for what never was."""
    row = closed_column(key)
    if row is None:
        raise Http404(UNKNOWN)
    return render(request, "portal/closed.html", {"column": row}, status=GONE)
