"""版本: one revision as it was submitted, and any two of them compared in every field."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from gongkai.apps.publishing import item_queries
from gongkai.apps.publishing.comparing import class_label
from gongkai.apps.publishing.markup import marked
from gongkai.core.publishing.doors import READERS
from gongkai.core.publishing.draft import unpack
from gongkai.core.publishing.kinds import KIND
from gongkai.core.publishing.lifecycle import EDITION
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.publishing.item import filled_lines
from gongkai.faces.desk.publishing.showing import rows_compared, shown_file
from gongkai.faces.desk.publishing.words import AREA


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest, item_id: int, revision_id: int) -> HttpResponse:
    """One revision; with `with` in the address, what has changed since that other one."""
    who = actor(request)
    revision = item_queries.revision(who, item_id, revision_id)
    item, draft = revision.item, unpack(revision.content)
    asked = request.GET.get("with", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() else 0
    other = item_queries.revision(who, item_id, number) if number else None
    rows = [] if other is None else rows_compared(unpack(other.content), draft, item.kind)
    own = item_queries.is_own(who, item)
    shown = {
        "area": AREA,
        "item": item,
        "kind": KIND[item.kind],
        "revision": revision,
        "other": other,
        "rows": rows,
        "draft": draft,
        "body": mark_safe(marked(draft.body, ())),  # noqa: S308 - sanitary by construction
        "lines": filled_lines(draft, item.kind),
        "class_label": class_label(draft.disclosure_class),
        "files": [shown_file(row) for row in item_queries.enclosed(revision)],
        "revisions": item_queries.revisions(item, own=own, but=revision.pk),
        "edition_state": EDITION.label(revision.edition.state),
        "is_public": item.released_id == revision.pk and item.state == "released",
    }
    return render(request, "desk/publishing/revision.html", shown)
