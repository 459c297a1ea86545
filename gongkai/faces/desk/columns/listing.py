"""The site and its tree of columns."""

from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_queries import column_tree, site, walked
from gongkai.apps.catalogue.keeping_queries import (
    KEEPERS,
    keeps_a_site,
    kept_columns,
    kept_site,
)
from gongkai.apps.catalogue.moved_queries import keeps_the_public_site
from gongkai.core.catalogue.columns import ColumnKind, unpack
from gongkai.core.identity import Actor
from gongkai.core.publishing.kinds import KIND
from gongkai.faces.common.asking import actor
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column, Site

AREA = "columns"
BETWEEN = "、"
OF_ORGANS = "{count} 个机关"
TAGGED = "“{tag}”"
PARTS = "；"


def site_of(who: Actor) -> "Site | None":
    """The site somebody keeps, or else the one of the system."""
    try:
        return kept_site(who) if keeps_a_site(who) else site()
    except ObjectDoesNotExist:
        return None


def said_query(column: "Column") -> str:
    """A column's condition in words."""
    query = unpack(column.query)
    parts = (
        BETWEEN.join(query.codes),
        BETWEEN.join(KIND[kind].label for kind in query.kinds if kind in KIND),
        BETWEEN.join(TAGGED.format(tag=tag) for tag in query.tags),
        OF_ORGANS.format(count=len(query.organ_ids)) if query.organ_ids else "",
    )
    return PARTS.join(part for part in parts if part)


@require_safe
@for_roles(*KEEPERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The living columns as a tree, the closed ones below; buttons for whoever keeps them."""
    who = actor(request)
    here, keeps = site_of(who), keeps_a_site(who)
    rows = [
        {
            "column": node.column,
            "indent": "　" * (node.depth - 1),
            "kind": ColumnKind(node.column.kind).label,
            "period": node.column.period or ColumnKind(node.column.kind).period,
            "query": said_query(node.column),
        }
        for node in (walked(column_tree(here)) if here else ())
    ]
    closed = [row for row in kept_columns(who) if row.closed_at] if here and keeps else []
    shown = {
        "area": AREA,
        "site": here,
        "keeps": keeps,
        "is_kept": keeps_the_public_site(who),
        "rows": rows,
        "closed": closed,
    }
    return render(request, "desk/columns/listing.html", shown)
