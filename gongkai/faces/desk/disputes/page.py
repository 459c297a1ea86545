"""One dispute: what it is, its calendar with every reckoning, what happened, the next step."""

from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.apps.disputes import ledger_queries as queries
from gongkai.apps.disputes.reckoning import facts_of
from gongkai.apps.disputes.revealing import reveal_party
from gongkai.apps.organs.queries import calendar
from gongkai.core.disputes.doors import OFFICE, READERS, REVEALERS, WRITERS
from gongkai.core.disputes.kinds import Result
from gongkai.core.disputes.lifecycle import CLOSED, DISPUTE, LITIGATION_ONLY
from gongkai.core.disputes.stages import stages
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.disputes.forms import PurposeForm
from gongkai.faces.desk.disputes.steps import DEED
from gongkai.faces.desk.disputes.words import (
    AREA,
    DUTIES,
    due_tag,
    shown_entry,
    shown_stage,
)
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from gongkai.apps.disputes.models import Dispute

METHODS = ["GET", "HEAD", "POST"]
FIRST: Final = {
    "notified": "record_answer",
    "answered": "close_dispute",
    "judged": "record_appeal",
    "appealed": "close_dispute",
    "suspended": "resume_dispute",
    "stayed": "resume_dispute",
    CLOSED: "record_redo",
}
"""The step that is most likely the next one."""


@require_safe
@for_roles(*READERS)
def dispute(request: HttpRequest, dispute_id: int) -> HttpResponse:
    """One dispute."""
    who, today = actor(request), timezone.localdate()
    row = queries.dispute_seen(who, dispute_id)
    is_own = queries.is_own(who, row)
    shown = {
        "area": AREA,
        "row": row,
        "kind": row.sort,
        "state": DISPUTE.label(row.state),
        "result": Result(row.result).label if row.closed_on else "",
        "duty": DUTIES.get(row.duty, ""),
        "tag": due_tag(row.due, today),
        "stages": [shown_stage(one, row, today) for one in stages(facts_of(row), calendar())],
        "entries": [shown_entry(entry) for entry in row.entries.all()],
        "steps": steps(who, row) if is_own else [],
        "first": FIRST.get(row.state, ""),
        "amends": is_own and bool(who.roles & WRITERS),
        "reveals": is_own and bool(who.roles & REVEALERS),
        "is_own": is_own,
    }
    return render(request, "desk/disputes/dispute.html", shown)


def steps(who: Actor, row: "Dispute") -> list[tuple[str, str, str]]:
    """The steps that are open: verb, title and address."""
    roles = set[Role]()
    roles |= {Role.HANDLER} if who.roles & WRITERS else set()
    roles |= {Role.DISCLOSURE_OFFICE} if who.roles & OFFICE else set()
    return [
        (
            step.verb,
            DEED[step.verb].title,
            reverse(f"desk:dispute-{DEED[step.verb].key}", args=[row.pk]),
        )
        for step in DISPUTE.open_to(row.state, roles)
        if step.verb in DEED and _fits(step.verb, row)
    ]


def _fits(verb: str, row: "Dispute") -> bool:
    """Whether a step makes sense for this dispute."""
    if verb == "record_redo":
        return bool(row.asks_again or row.redo_by) and row.redone_on is None
    return row.sort.is_litigation or verb not in LITIGATION_ONLY


@require_http_methods(METHODS)
@for_roles(*REVEALERS)
def reveal(request: HttpRequest, dispute_id: int) -> HttpResponse:
    """The other party's name, once the purpose is said."""
    who = actor(request)
    row = queries.own_dispute(who, dispute_id)
    form, name = PurposeForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            name = reveal_party(who, dispute_id=row.pk, purpose=form.said("purpose"))
        except BlockedError as error:
            form.take(error)
    shown = {"area": AREA, "row": row, "form": form, "name": name}
    status = 422 if form.errors else 200
    return render(request, "desk/disputes/revealed.html", shown, status=status)
