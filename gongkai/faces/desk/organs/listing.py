"""机构: the tree of organs with search, order and export."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gongkai.apps.organs.directory_queries import OrganFilter, OrganRow, organs
from gongkai.core.identity import OrganKind
from gongkai.core.identity.directory import KEEPERS, READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.organs.answering import AREA, for_roles

NAME = "机构名录"
STATES = (("living", "现有"), ("closed", "已撤销"), ("all", "全部"))
COLUMNS: tuple[Column[OrganRow], ...] = (
    Column("name", "名称", lambda row: row.name),
    Column("short_name", "简称", lambda row: row.short_name),
    Column("kind", "类别", lambda row: row.kind.label),
    Column("superior", "上级机关", lambda row: row.superior),
    Column("region", "行政区划", lambda row: row.region),
    Column("code", "统一社会信用代码", lambda row: row.code),
    Column("since", "设立日期", lambda row: row.since),
    Column("until", "撤销日期", lambda row: row.until),
)


@require_safe
@for_roles(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The organs the actor sees, as the address asks for them."""
    who, wanted = actor(request), wanted_of(request)
    found = Listing.of(request, COLUMNS, organs(who, wanted))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        "area": AREA,
        "list": found,
        "wanted": wanted,
        "kinds": list(OrganKind),
        "states": STATES,
        "is_tree": not found.asked.get("sort"),
        "keeps": bool(who.roles & KEEPERS),
    }
    return render(request, "desk/organs/listing.html", shown)


def wanted_of(request: HttpRequest) -> OrganFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    kind, state = asked.get("kind", ""), asked.get("state", "")
    return OrganFilter(
        text=asked.get("text", "").strip(),
        kind=kind if kind in set(OrganKind) else "",
        state=state if state in dict(STATES) else STATES[0][0],
        on=day_of(asked.get("on", "")),
    )


def day_of(text: str) -> date | None:
    """A day as an address writes it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
