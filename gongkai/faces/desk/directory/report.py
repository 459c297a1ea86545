"""目录检查: 有目录无内容, 有内容无目录, 超时 and the rest; each with what mends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue import directory_queries
from gongkai.apps.catalogue import directory_report_queries as queries
from gongkai.core.catalogue.fields import FIELD
from gongkai.core.identity import Actor, Role
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.directory.listing import AREA
from gongkai.faces.desk.guides.page import READERS, organ_asked
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from gongkai.apps.catalogue.directory_report_queries import LateItem, UnjudgedEntry
    from gongkai.apps.catalogue.models import DirectoryEntry
    from gongkai.apps.publishing.models import Item

UNBOUND = "没有对应栏目、代码或者标签"
CLOSED = "对应的栏目已经停用"
EMPTY = "对应的地方没有本机关发布的信息"
BOUND_TO = "；"


def why(entry: "DirectoryEntry") -> str:
    """Why an entry shows nothing."""
    if entry.column is not None:
        return EMPTY if entry.column.closed_at is None else CLOSED
    return EMPTY if entry.code or entry.tag else UNBOUND


def bound_to(entry: "DirectoryEntry") -> str:
    """What an entry is bound to."""
    column = "" if entry.column is None else entry.column.name
    return BOUND_TO.join(filter(None, (column, entry.code, entry.tag)))


def released(item: "Item") -> str:
    """When an item became public, as its page says."""
    return "" if item.released_at is None else f"{localtime(item.released_at):%Y-%m-%d %H:%M}"


ENTRIES: tuple[Column["DirectoryEntry"], ...] = (
    Column("field", "领域", lambda row: FIELD[row.field].label),
    Column("number", "序号", lambda row: row.number),
    Column("first", "一级事项", lambda row: row.first),
    Column("second", "二级事项", lambda row: row.second),
    Column("bound", "对应", bound_to),
)
BLANK: tuple[Column["DirectoryEntry"], ...] = (*ENTRIES, Column("why", "原因", why))
UNJUDGED: tuple[Column["UnjudgedEntry"], ...] = (
    Column("field", "领域", lambda row: FIELD[row.entry.field].label),
    Column("number", "序号", lambda row: row.entry.number),
    Column("first", "一级事项", lambda row: row.entry.first),
    Column("second", "二级事项", lambda row: row.entry.second),
    Column("limit", "公开时限", lambda row: row.entry.limit),
    Column("why", "原因", lambda row: row.why),
)
STRAY: tuple[Column["Item"], ...] = (
    Column("title", "信息", lambda row: row.title),
    Column("index", "索引号", lambda row: row.index_number),
    Column("code", "目录代码", lambda row: row.catalogue_code),
    Column("released", "发布时间", released),
)
LATE: tuple[Column["LateItem"], ...] = (
    Column("title", "信息", lambda row: row.item.title),
    Column("field", "领域", lambda row: FIELD[row.entry.field].label),
    Column(
        "entry", "事项", lambda row: f"{row.entry.number} {row.entry.second or row.entry.first}"
    ),
    Column("limit", "公开时限", lambda row: row.entry.limit),
    Column("formed", "生成日期", lambda row: row.item.formed_on),
    Column("due", "应公开日期", lambda row: row.due),
    Column("released", "公开日期", lambda row: row.released_on),
    Column("days", "逾期（工作日）", lambda row: row.days),
)


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its name, what it tells, its columns, and how its rows are found."""

    name: str
    lead: str
    columns: tuple[Column[Any], ...]
    rows: Callable[[Actor, int], Any]
    of_items: bool = False


BEGIN: Final = "blank"
REPORTS: Final = {
    BEGIN: Report(
        "有目录无内容",
        "目录里承诺主动公开，但是看不到信息的事项。",
        BLANK,
        queries.entries_without_items,
    ),
    "stray": Report(
        "有内容无目录",
        "重点领域和已对应栏目相邻的栏目里，没有一个事项对应的信息。",
        STRAY,
        queries.items_without_entry,
        of_items=True,
    ),
    "late": Report(
        "超时",
        "公开日期晚于目录所列时限的信息；不能判断的事项列在“未判断时限”里。",
        LATE,
        queries.late_items,
        of_items=True,
    ),
    "unjudged": Report(
        "未判断时限",
        "按所列的时限不能判断信息是否超时的事项，和不能判断的原因。",
        UNJUDGED,
        queries.unjudged_entries,
    ),
    "bound": Report(
        "已对应", "已经对应到栏目、目录代码或者标签的事项。", ENTRIES, queries.bound_entries
    ),
    "rows": Report("全部事项", "各领域的全部事项。", ENTRIES, queries.all_entries),
}


@require_safe
@for_roles(*READERS)
def report(request: HttpRequest) -> HttpResponse:
    """One of the reports of an organ."""
    who, organ_id = actor(request), organ_asked(request)
    organ = directory_queries.organ_seen(who, organ_id)
    asked = request.GET.get("which", "")
    which = asked if asked in REPORTS else BEGIN
    chosen = REPORTS[which]
    listing = Listing.of(request, chosen.columns, chosen.rows(who, organ_id))
    if (exported := listing.exported(chosen.name)) is not None:
        return exported
    shown = {
        "area": AREA,
        "organ": organ,
        "is_own": organ_id == who.organ_id,
        "keeps": organ_id == who.organ_id and Role.DISCLOSURE_OFFICE in who.roles,
        "which": which,
        "name": chosen.name,
        "lead": chosen.lead,
        "list": listing,
        "tabs": [(key, row.name) for key, row in REPORTS.items()],
        "rows": [_cells(chosen, row) for row in listing.page],
    }
    return render(request, "desk/directory/report.html", shown)


def _cells(chosen: Report, row: Any) -> dict[str, Any]:
    """The cells of a row, and the page on which what it tells of is mended."""
    values = [column.value(row) for column in chosen.columns]
    values = ["" if value is None else str(value) for value in values]
    if chosen.of_items:
        address = reverse("desk:item", args=[getattr(row, "item", row).pk])
    else:
        address = reverse("desk:directory-entry", args=[getattr(row, "entry", row).pk])
    return {"first": values[0], "cells": values[1:], "address": address}
