"""各机关目录: how the standard directory of every organ stands that somebody sees."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.directory_overview_queries import OrganDirectory, directories_seen
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.desk.directory.listing import AREA
from gongkai.faces.desk.directory.report import REPORTS
from gongkai.faces.desk.guides.page import READERS
from gongkai.faces.desk.organs.answering import for_roles

NAME: Final = "各机关标准目录"
FIGURES: Final = ("rows", "bound", "blank", "stray", "late", "unjudged")
"""The figures, by the report that lists what each counts."""
COLUMNS: tuple[Column[OrganDirectory], ...] = (
    Column("organ", "机关", lambda row: row.organ.name),
    Column("rows", "事项", lambda row: row.rows),
    Column("bound", "已对应", lambda row: row.bound),
    Column("blank", "有目录无内容", lambda row: row.blank),
    Column("stray", "有内容无目录", lambda row: row.stray),
    Column("late", "超时", lambda row: row.late),
    Column("unjudged", "未判断时限", lambda row: row.unjudged),
)
BEGIN: Final = "having"
SHOWN: Final[dict[str, tuple[str, Callable[[OrganDirectory], bool]]]] = {
    BEGIN: ("有目录的", lambda row: bool(row.rows)),
    "lacking": ("没有目录的", lambda row: not row.rows),
    "all": ("全部", lambda _row: True),
}


@require_safe
@for_roles(*READERS)
def overview(request: HttpRequest) -> HttpResponse:
    """One line an organ, as a page or a workbook."""
    everything = directories_seen(actor(request))
    asked = request.GET.get("show", "")
    show = asked if asked in SHOWN else BEGIN
    found = Listing.of(request, COLUMNS, filter(SHOWN[show][1], everything))
    if (exported := found.exported(NAME)) is not None:
        return exported
    shown = {
        "area": AREA,
        "is_own": True,
        "name": NAME,
        "list": found,
        "rows": [{"row": row, "figures": figures(row)} for row in found.page],
        "show": show,
        "choices": [
            (key, label, sum(map(fits, everything))) for key, (label, fits) in SHOWN.items()
        ],
    }
    return render(request, "desk/directory/overview.html", shown)


def figures(row: OrganDirectory) -> list[dict[str, object]]:
    """The figures of an organ, each with the page that lists what it counts."""
    return [
        {"label": REPORTS[key].name, "count": getattr(row, key), "address": _address(row, key)}
        for key in FIGURES
    ]


def _address(row: OrganDirectory, which: str) -> str:
    asked = urlencode([("which", which), ("organ", str(row.organ.pk))])
    return f"{reverse('desk:directory-report')}?{asked}"
