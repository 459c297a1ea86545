"""政府信息公开指南 (R1-06): which organs have one, and what it says."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue import public_queries as queries
from gongkai.apps.catalogue.guide_queries import guide_of
from gongkai.apps.organs.heir_queries import heirs_of
from gongkai.faces.portal.framing import Crumb, crumbs, fixed_labels, organ_crumbs
from gongkai.faces.portal.keeping import kept

TITLE = "政府信息公开指南"
LEAD = "机关公开哪些信息、怎样编排、怎样获取，公开工作机构的联系方式。"


@require_safe
@kept()
def guides(request: HttpRequest) -> HttpResponse:
    """The organs that have a guide."""
    shown = {
        "area": "guides",
        "labels": fixed_labels(TITLE, LEAD),
        "organs": queries.guided(),
        "crumbs": crumbs(Crumb(TITLE)),
    }
    return render(request, "portal/guides.html", shown)


@require_safe
@kept()
def guide(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The guide of one organ; a page says so where it is not complete yet. The guide of a closed
    one is that of the one that took over (301)."""
    try:
        whose = queries.organ(organ_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    heirs = heirs_of(whose)
    if len(heirs) == 1:
        return redirect("portal:guide", heirs[0].pk, permanent=True)
    shown = {
        "area": "guides",
        "labels": fixed_labels(TITLE, LEAD),
        "organ": whose,
        "guide": guide_of(organ_id),
        "crumbs": organ_crumbs(whose, Crumb(TITLE)),
    }
    return render(request, "portal/guide.html", shown)
