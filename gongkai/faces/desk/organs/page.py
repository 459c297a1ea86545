"""One organ: units, people, subordinates, what came before and after, the names it bore."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.journal.queries import history
from gongkai.apps.organs import directory_queries as queries
from gongkai.core.identity import OrganKind, Role
from gongkai.core.identity.directory import GRANTERS, KEEPERS, READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.journal_words import verb_of
from gongkai.faces.desk.organs.answering import AREA, for_roles
from gongkai.faces.desk.organs.listing import day_of


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The page of one organ."""
    who, today = actor(request), timezone.localdate()
    organ = queries.organ(who, organ_id)
    governs = queries.is_governed(who, organ_id)
    keeps = governs and bool(who.roles & KEEPERS)
    asked = day_of(request.GET.get("on", ""))
    shown = {
        "area": AREA,
        "organ": organ,
        "kind": OrganKind(organ.kind),
        "sees_superior": queries.sees(who, organ.superior_id),
        "units": queries.units(who, organ_id),
        "duties": [
            {"row": row, "role": Role(row.role)} for row in queries.serving(who, organ_id, today)
        ],
        "subordinates": queries.subordinates(who, organ_id),
        "names": queries.names(who, organ_id),
        "can_undo": keeps and not organ.until and queries.was_renamed(who, organ_id),
        "predecessors": queries.predecessors(who, organ_id),
        "successors": queries.successors(who, organ_id),
        "on": asked,
        "name_then": queries.name_on(who, organ_id, asked) if asked else None,
        "keeps": keeps,
        "grants": governs and bool(who.roles & GRANTERS),
        "history": [
            {"at": entry.at, "actor_name": entry.actor_name, "label": verb_of(entry.verb)}
            for entry in history(who, f"organ:{organ.pk}")
        ],
    }
    return render(request, "desk/organs/page.html", shown)
