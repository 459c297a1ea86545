"""政府信息公开目录 (R1-07): index number, title, summary and day of what is public."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.public_queries import catalogue_items, summaries
from gongkai.core.publishing.catalogue import ENTRIES, ENTRY
from gongkai.faces.portal.asking import CODE, ORGAN, PAGE, page_of, pages_address
from gongkai.faces.portal.columns import asked_organ
from gongkai.faces.portal.framing import NAME, Crumb, crumbs, organ_crumbs, organs
from gongkai.faces.portal.keeping import kept, noted

if TYPE_CHECKING:
    from gongkai.apps.publishing.models import Item

TITLE = "公开目录"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the catalogue."""

    item: "Item"
    summary: str


@require_safe
@kept(ORGAN, CODE, PAGE)
def catalogue(request: HttpRequest) -> HttpResponse:
    """What is public, of one organ or of all, below one code or any."""
    whose, code = asked_organ(request), CODE.read(request.GET)
    number = None if whose is None else whose.pk
    found = catalogue_items(code, number)
    page = page_of(request, found, noted(("code", code, number), found.count))
    rows = list(page.object_list)
    said = summaries(rows)
    here = Crumb(TITLE)
    shown = {
        "area": "catalogue",
        "organ": whose,
        "code": code,
        "entry": ENTRY.get(code),
        "entries": ENTRIES,
        "organs": organs(),
        "crumbs": crumbs(Crumb(NAME), here) if whose is None else organ_crumbs(whose, here),
        "page": page,
        "rows": [Row(item, said.get(item.pk, "")) for item in rows],
        "pages_address": pages_address(request),
    }
    return render(request, "portal/catalogue.html", shown)
