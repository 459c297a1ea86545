"""信息: what one item is now, what goes on, what can be done next, and all that happened to it."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from gongkai.apps.publishing.comparing import class_label, field_lines, ground_label
from gongkai.apps.publishing.page_queries import WorkPage, item_page
from gongkai.apps.publishing.review_queries import edition as edition_of
from gongkai.apps.publishing.submitting import take_back as take_edition_back
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.changes import CHANGE, Outcome
from gongkai.core.publishing.channels import Channel
from gongkai.core.publishing.doors import READERS, RELEASERS, WRITERS
from gongkai.core.publishing.draft import Draft
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.lifecycle import EDITION, ITEM
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing.changed import expected_of, too_late
from gongkai.faces.desk.publishing.offers import Piece, Standing, offers
from gongkai.faces.desk.publishing.words import (
    AREA,
    PURPOSES,
    shown_way,
    verb_words,
    what_words,
)

PLACERS = RELEASERS | {Role.DRAFTER}
ELSEWHERE = frozenset({"title", "body", "attachments", "interprets"})
"""What the page shows in places of their own."""
TAKEN_BACK = "已经撤回送审，审核停止；可以继续修改，改好以后重新送审。"


def item_address(item_id: int) -> str:
    """The page of an item."""
    return reverse("desk:item", args=[item_id])


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, item_id: int) -> HttpResponse:
    """The page of one item."""
    who, today = actor(request), timezone.localdate()
    found = item_page(who, item_id, today)
    item = found.item
    shown = {
        "area": AREA,
        "found": found,
        "item": item,
        "kind": KIND[item.kind],
        "state": ITEM.label(item.state),
        "class_label": class_label(item.disclosure_class),
        "ground": ground_label(item.ground),
        "lines": filled_lines(found.draft, item.kind),
        "determinations": [
            {
                "row": row,
                "label": class_label(row.disclosure_class),
                "why": ground_label(row.ground),
            }
            for row in found.determinations
        ],
        "happenings": [
            {"row": row, "verb": verb_words(row), "what": what_words(row)}
            for row in found.happenings
        ],
        "latest": found.revisions[0] if found.revisions else None,
    }
    if found.work is not None:
        shown |= _work(who, item, found.work, today, item.reassess_on)
    return render(request, "desk/publishing/item.html", shown)


def filled_lines(draft: Draft, kind: str) -> Sequence[tuple[str, str]]:
    """What was entered beside the text, as labels and values."""
    lines = field_lines(draft, kind)
    return [(label, value) for key, label, value in lines if value and key not in ELSEWHERE]


def _work(
    who: Actor, item: Piece, work: WorkPage, today: date, reassess_on: date | None
) -> dict[str, object]:
    """What only the item's own organ sees: the work that goes on, and what can be done."""
    last = work.last
    return {
        "work": work,
        "work_state": "" if last is None else EDITION.label(last.state),
        "purpose": "" if last is None else PURPOSES.get(last.purpose, ""),
        "way": shown_way(work.way),
        "offers": offers(who, Standing(item, work.going, work.is_my_turn, work.facts)),
        "changes": [
            {
                "row": row,
                "state": CHANGE.label(row.state),
                "before": class_label(row.before),
                "after": class_label(row.after),
            }
            for row in work.changes
        ],
        "reassessments": [
            {"row": row, "outcome": Outcome(row.outcome).label} for row in work.reassessments
        ],
        "placements": [
            {"row": row, "label": Channel(row.channel).label, "is_site": row.channel == "portal"}
            for row in work.placements
        ],
        "places": bool(who.roles & PLACERS),
        "is_overdue": reassess_on is not None and reassess_on < today,
    }


@require_POST
@for_roles(*WRITERS)
def take_back(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Take a submission back."""
    who = actor(request)
    edition = edition_of(who, edition_id)
    try:
        take_edition_back(
            who, edition_id=edition_id, expected=expected_of(request), now=timezone.now()
        )
    except BlockedError as error:
        return too_late(request, edition_id, error)
    messages.success(request, TAKEN_BACK)
    return redirect(item_address(edition.item_id))
