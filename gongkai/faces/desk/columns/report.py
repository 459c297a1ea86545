"""栏目检查: which columns are blank, stale, show the same, or lie too deep; what mends each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_report_queries import ColumnState, column_report
from gongkai.apps.catalogue.keeping_queries import KEEPERS, keeps_a_site, organs_of
from gongkai.apps.catalogue.moved_queries import keeps_the_public_site
from gongkai.core.catalogue.columns import Freshness, unpack
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.columns.listing import AREA, site_of
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Site

NAME = "栏目检查"
WHOLE_SITE = "全站"
SAME, DEEP = "与“{names}”内容相同", "{clicks} 次点击才能看到内容"
BETWEEN, NONE = "、", "正常"
FAULTS: dict[str, tuple[str, Callable[[ColumnState], bool]]] = {
    "any": ("有问题的", lambda row: row.has_fault),
    "blank": ("空白", lambda row: row.freshness is Freshness.BLANK),
    "stale": ("逾期未更新", lambda row: row.freshness is Freshness.STALE),
    "same": ("内容重复", lambda row: bool(row.same)),
    "deep": ("层级过深", lambda row: row.is_deep),
    "all": ("全部", lambda _row: True),
}


def faults_of(row: ColumnState) -> str:
    """What is wrong with a column, in words."""
    said = [row.freshness.label] if row.freshness is not Freshness.FRESH else []
    if row.same:
        said.append(SAME.format(names=BETWEEN.join(other.name for other in row.same)))
    if row.is_deep:
        said.append(DEEP.format(clicks=row.clicks))
    return "；".join(said) or NONE


COLUMNS: tuple[Column[ColumnState], ...] = (
    Column("column", "栏目", lambda row: row.column.name),
    Column("organ", "机关", lambda row: WHOLE_SITE if row.organ is None else row.organ.name),
    Column("faults", "情况", faults_of),
    Column("items", "信息（条）", lambda row: row.items),
    Column("newest", "最近发布", lambda row: row.newest),
    Column("period", "应更新周期（天）", lambda row: row.period),
    Column("since", "逾期自", lambda row: row.since),
    Column("clicks", "点击次数", lambda row: row.clicks),
)


@require_safe
@for_roles(*KEEPERS)
def report(request: HttpRequest) -> HttpResponse:
    """The columns with the fault that the address asks for, as a page or a workbook."""
    who, asked = actor(request), request.GET
    here, keeps = site_of(who), keeps_a_site(who)
    organs = [] if here is None else organs_of(here)
    wanted = asked.get("organ", "" if keeps else str(who.organ_id))
    organ_id = next((row.pk for row in organs if str(row.pk) == wanted), None)
    states = states_of(here, organ_id)
    fault = asked["fault"] if asked.get("fault") in FAULTS else "any"
    found = Listing.of(request, COLUMNS, filter(FAULTS[fault][1], states))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        "area": AREA,
        "site": here,
        "keeps": keeps,
        "is_kept": keeps_the_public_site(who),
        "list": found,
        "rows": [
            {
                "row": row,
                "faults": faults_of(row),
                "kind": mending_kind(row),
                "mine": _mine(who, row),
            }
            for row in found.page
        ],
        "organs": organs,
        "organ_id": organ_id,
        "fault": fault,
        "faults": [(key, label, sum(map(fits, states))) for key, (label, fits) in FAULTS.items()],
    }
    return render(request, "desk/columns/report.html", shown)


def states_of(here: "Site | None", organ_id: int | None) -> list[ColumnState]:
    """How the columns stand today; none without a site."""
    if here is None:
        return []
    return column_report(here, today=timezone.localdate(), organ_id=organ_id)


def mending_kind(row: ColumnState) -> str:
    """The kind of item that fills a column; empty where any may."""
    kinds = unpack(row.column.query).kinds
    return kinds[0] if kinds else ""


def _mine(who: Actor, row: ColumnState) -> bool:
    """Whether somebody's own organ can fill the column."""
    return row.organ is None or row.organ.pk == who.organ_id
