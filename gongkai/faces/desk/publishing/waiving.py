"""豁免: letting a finding of a submitted revision pass with a reason, and taking that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongkai.apps.checks.levels import REVIEWERS, Matter
from gongkai.apps.checks.waiving import lift_waiver
from gongkai.apps.checks.waiving import waive as waive_finding
from gongkai.apps.publishing import review_queries
from gongkai.apps.publishing.checking import Judged, about
from gongkai.apps.publishing.review_queries import Case
from gongkai.core.identity import Actor
from gongkai.core.publishing.doors import READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import acted, for_roles

OPINION = ("text", "proofread", "parts")
KEPT = "opinion-{}"
WAIVED = "已经豁免这一条，理由会记入办理记录，其他审核人也看得到。"
NO_WAIVER = "没有这项豁免，可能已经取消。"
LIFTED = "已经取消豁免，这一条要重新处理。"


def matter_of(case: Case) -> Matter:
    """What the findings of a submitted revision were made on."""
    return Matter(
        case.item.organ_id,
        f"revision:{case.revision.pk}",
        about(case.item.pk),
        frozenset(case.edition.authors),
    )


def may_lift(who: Actor, row: Judged) -> bool:
    """Whether this person may take the waiver of a finding back."""
    if row.waiver is None:
        return False
    return row.waiver.actor_key == who.key or bool(who.roles & REVIEWERS)


@require_POST
@for_roles(*READERS)
def waive(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Let one finding pass."""
    now = timezone.now()
    case = review_queries.case(actor(request), edition_id, now)
    matter = matter_of(case)
    mark = request.POST.get("fingerprint", "")
    request.session[KEPT.format(edition_id)] = {
        name: request.POST.getlist(name) for name in OPINION if name in request.POST
    }

    def act(who: Actor) -> None:
        waive_finding(
            who,
            organ_id=matter.organ_id,
            subject=matter.subject,
            about=matter.about,
            authors=matter.authors,
            fingerprint=mark,
            reason=request.POST.get(f"reason-{mark}", ""),
            now=now,
        )

    return acted(request, act, WAIVED, back_of(request, edition_id))


@require_POST
@for_roles(*READERS)
def lift(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Take a waiver back."""
    now = timezone.now()
    case = review_queries.case(actor(request), edition_id, now)
    number = request.POST.get("waiver", "")
    known = {row.waiver.waiver_id for row in case.examination.judged if row.waiver is not None}
    waiver_id = int(number) if number.isascii() and number.isdecimal() else 0

    back = back_of(request, edition_id)
    if waiver_id not in known:
        messages.error(request, NO_WAIVER)
        return redirect(back)
    return acted(request, lambda who: lift_waiver(who, waiver_id=waiver_id, now=now), LIFTED, back)


def kept_opinion(request: HttpRequest, edition_id: int) -> dict[str, object]:
    """What was being written about an edition when a finding was waived; kept for one look."""
    kept = request.session.pop(KEPT.format(edition_id), {})
    text, ticked = kept.get("text", []), bool(kept.get("proofread"))
    return {"text": "".join(text[:1]), "proofread": ticked, "parts": kept.get("parts", [])}


def back_of(request: HttpRequest, edition_id: int) -> str:
    """The page it was asked from: the reviewer's, or the disclosure office's."""
    back = request.POST.get("back", "")
    known = {reverse(f"desk:{name}", args=[edition_id]) for name in ("review", "release")}
    return back if back in known else reverse("desk:review", args=[edition_id])
