"""依申请公开: which organs can be asked, how, and what is public already."""

import secrets
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.applications.profile.queries import Reception, reception, receptions
from gongkai.apps.applications.receiving.drafts import open_draft
from gongkai.apps.applications.receiving.limits import OPENING, limits
from gongkai.apps.publishing.listing_queries import Chosen, Listed
from gongkai.apps.publishing.text_queries import found
from gongkai.core.finding import BlockedError
from gongkai.core.identity import VISITOR
from gongkai.faces.portal.applications.asking import AREA, existing, not_too_often, private
from gongkai.faces.portal.asking import WORDS
from gongkai.faces.portal.framing import Crumb, crumbs, organ_crumbs

if TYPE_CHECKING:
    from gongkai.core.finding import Finding

TITLE: Final = "依申请公开"
TOKEN_BYTES: Final = 24
FOUND: Final = 20


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """The organs that can be asked, and the way to a case that is under way."""
    shown = {"area": AREA, "organs": receptions(), "crumbs": crumbs(Crumb(TITLE))}
    return render(request, "portal/applications/entrance.html", shown)


@require_safe
@private
@existing
def organ_entrance(request: HttpRequest, organ_id: int) -> HttpResponse:
    """How one organ is asked; first of all, a look at what it has made public."""
    return _entrance(request, reception(organ_id))


@require_POST
@private
@existing
def begin(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Begin to write; the address of the draft is drawn here and cannot be guessed."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    try:
        not_too_often(request, OPENING)
        open_draft(VISITOR, organ_id=organ_id, token=token, now=timezone.now())
    except BlockedError as error:
        return _entrance(request, reception(organ_id), error.findings)
    return redirect("portal:application-draft", token)


def _entrance(
    request: HttpRequest, where: Reception, problems: "tuple[Finding, ...]" = ()
) -> HttpResponse:
    words = WORDS.read(request.GET)
    like: list[Listed] | None = None
    if words:
        like = Chosen(found(words.split(), where.organ.pk).items)[:FOUND]
    shown = {
        "area": AREA,
        "where": where,
        "organ": where.organ,
        "crumbs": organ_crumbs(where.organ, Crumb(TITLE)),
        "words": words,
        "found": like,
        "limits": limits(),
        "problems": problems,
    }
    status = 422 if problems else 200
    return render(request, "portal/applications/organ.html", shown, status=status)
