"""政府信息公开目录 (R1-07): index number, title, summary and day of what is public."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.public_queries import catalogue_items
from gongkai.apps.publishing.listing_queries import Listing
from gongkai.core.publishing.catalogue import ENTRIES, ENTRY
from gongkai.faces.portal.asking import CODE, ORGAN, PAGE, page_of, pages_address
from gongkai.faces.portal.columns import asked_organ
from gongkai.faces.portal.framing import NAME, Crumb, crumbs, fixed_labels, organ_crumbs, organs
from gongkai.faces.portal.keeping import kept, noted
from gongkai.faces.portal.shells import framed

TITLE = "公开目录"
FULL_TITLE = "政府信息公开目录"
LEAD = "已经公开的信息的索引号、名称、内容概述和生成日期。"


@require_safe
@kept(ORGAN, CODE, PAGE)
def catalogue(request: HttpRequest) -> HttpResponse:
    """What is public, of one organ or of all, below one code or any."""
    whose, code = asked_organ(request), CODE.read(request.GET)
    number = None if whose is None else whose.pk
    rows = noted(("code", code, number), lambda: Listing(catalogue_items(code, number)))
    here = Crumb(TITLE)
    shown: dict[str, object] = {
        "area": "catalogue",
        "labels": fixed_labels(FULL_TITLE, LEAD),
        "organ": whose,
        "code": code,
        "entry": ENTRY.get(code),
        "entries": ENTRIES,
        "organs": organs(),
        "crumbs": crumbs(Crumb(NAME), here) if whose is None else organ_crumbs(whose, here),
        "page": page_of(request, rows),
        "pages_address": pages_address(request),
    }
    return framed(request, "portal/catalogue.html", shown)
