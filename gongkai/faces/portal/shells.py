"""What surrounds the parts of a page that differ: rendered once, and put around each page anew.

Every page is written as a template that extends the common ones. Where a page is kept, its blocks
alone are rendered; head, header and footer stay as they are until something public changes.
"""

import re
from functools import cache
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Engine, NodeList
from django.template.loader import render_to_string
from django.template.loader_tags import BlockNode

from gongkai.faces.common.display import mode
from gongkai.faces.portal.keeping import noted

BLOCKS: Final = ("title", "labels", "feeds", "crumbs", "main", "here")
ABOVE: Final = ("portal/base.html", "common/base.html")
MARKS: Final = {name: f"\0{name}\0" for name in BLOCKS}
MARK: Final = re.compile("\0([a-z]+)\0")


def framed(request: HttpRequest, template: str, shown: dict[str, object]) -> HttpResponse:
    """The page that this template makes of what is to be shown."""
    if not hasattr(request, "kept"):
        return render(request, template, shown)
    blocks = rendered(template, Context({**shown, "request": request}, use_l10n=False))
    parts = _shell(request, str(shown.get("area", "")), own_feeds="feeds" in blocks)
    text = "".join(blocks[part] if at % 2 else part for at, part in enumerate(parts))
    return HttpResponse(text)


def rendered(template: str, context: Context) -> dict[str, str]:
    """The blocks of a page, by their names."""
    found = Engine.get_default().get_template(template)
    with context.render_context.push_state(found), context.bind_template(found):
        return {name: nodes.render(context) for name, nodes in _blocks(template).items()}


def _shell(request: HttpRequest, area: str, *, own_feeds: bool) -> list[str]:
    """Text and names of blocks in turn: of one area of the site, as this person has it shown."""
    marks = MARKS if own_feeds else {**MARKS, "feeds": ""}
    shown: dict[str, object] = {"marks": marks, "area": area}
    return noted(("shell", area, mode(request), own_feeds), lambda: _parted(request, shown))


def _parted(request: HttpRequest, shown: dict[str, object]) -> list[str]:
    return MARK.split(render_to_string("portal/_frame.html", shown, request))


@cache
def _blocks(template: str) -> dict[str, NodeList]:
    """Where each block of a page is written: in its own template, or in one above it."""
    found: dict[str, NodeList] = {}
    for name in (*reversed(ABOVE), template):
        nodes = Engine.get_default().get_template(name).nodelist.get_nodes_by_type(BlockNode)
        blocks = (node for node in nodes if isinstance(node, BlockNode))
        found |= {row.name: row.nodelist for row in blocks if row.name in BLOCKS}
        if name != template:
            found.pop("feeds", None)  # of all pages the same, but for those that have their own
    return found
