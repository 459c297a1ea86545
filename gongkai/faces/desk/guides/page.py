"""公开指南: what an organ's guide says and lacks, its versions; saying that it is in order."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.catalogue import guide_queries as queries
from gongkai.apps.catalogue.guides import confirm_guide
from gongkai.core.identity import Actor, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import acted, for_roles

AREA = "guides"
READERS = (Role.DISCLOSURE_OFFICE, Role.COMPETENT_DEPARTMENT)
CONFIRMED = "已经记下：今天核对无误。"


def organ_asked(request: HttpRequest) -> int:
    """The organ that the address names, or the actor's own."""
    wanted = request.GET.get("organ", "")
    named = int(wanted) if wanted.isdecimal() and wanted.isascii() and len(wanted) < LONGEST else 0
    return named or actor(request).organ_id or 0


LONGEST = 18


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest) -> HttpResponse:
    """The guide of one organ."""
    who, organ_id = actor(request), organ_asked(request)
    kept = queries.kept_guide(who, organ_id, timezone.localdate())
    shown = {
        "area": AREA,
        "kept": kept,
        "is_own": organ_id == who.organ_id,
        "keeps": organ_id == who.organ_id and Role.DISCLOSURE_OFFICE in who.roles,
        "revisions": queries.guide_revisions(who, organ_id),
    }
    return render(request, "desk/guides/page.html", shown)


@require_safe
@for_roles(*READERS)
def revision(request: HttpRequest, guide_revision_id: int) -> HttpResponse:
    """One version, with what it changed."""
    shown = queries.guide_revision(actor(request), guide_revision_id)
    return render(request, "desk/guides/revision.html", {"area": AREA, "shown": shown})


@require_POST
@for_roles(Role.DISCLOSURE_OFFICE)
def confirm(request: HttpRequest) -> HttpResponse:
    """Note that the guide is in order as it stands."""
    sent = request.POST.get("expected", "")
    expected = int(sent) if sent.isdecimal() and sent.isascii() and len(sent) < LONGEST else 0

    def act(who: Actor) -> None:
        organ_id = who.organ_id or 0
        confirm_guide(who, organ_id=organ_id, expected=expected, now=timezone.now())

    return acted(request, act, CONFIRMED, reverse("desk:guide"))
