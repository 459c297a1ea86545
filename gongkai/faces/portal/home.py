"""The portal's first page: the search, the doors, what is new, and the organs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.apps.catalogue.column_queries import home_columns, items_of
from gongkai.apps.publishing.public_queries import released
from gongkai.core.catalogue.columns import ColumnKind
from gongkai.faces.portal.framing import Columns, columns, organs, the_site
from gongkai.faces.portal.keeping import kept

if TYPE_CHECKING:
    from gongkai.apps.catalogue.models import Column
    from gongkai.apps.publishing.models import Item

NEWEST: Final = 8


@dataclass(frozen=True, slots=True)
class Door:
    """A way in, and what is behind it."""

    name: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A column of the home page and its newest items."""

    column: "Column"
    items: list["Item"]


OF_COLUMNS: Final = (
    (ColumnKind.RULES, "政府信息公开制度", "国家和本地关于政府信息公开的规定。"),
    (ColumnKind.STATUTORY, "法定主动公开内容", "法律、法规规定应当主动公开的信息。"),
    (ColumnKind.ANNUAL_REPORTS, "政府信息公开年报", "各机关历年的政府信息公开工作年度报告。"),
)


@require_safe
@kept()
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    found = the_site()
    shown = {
        "area": "home",
        "doors": doors(columns()),
        "columns": [] if found is None else [newest(row) for row in home_columns(found)],
        "newest": list(released()[:NEWEST]),
        "organs": organs(),
    }
    return render(request, "portal/home.html", shown)


def newest(column: "Column") -> Shown:
    """What a column of the home page shows there."""
    return Shown(column, list(items_of(column)[:NEWEST]))


def doors(known: Columns) -> list[Door]:
    """The doors that lead somewhere."""
    guides = Door(
        "政府信息公开指南",
        "各机关公开哪些信息、怎样获取、怎样申请。",
        reverse("portal:guides"),
    )
    catalogue = Door(
        "政府信息公开目录",
        "索引号、名称、内容概述、生成日期，按类别和机关查阅。",
        reverse("portal:catalogue"),
    )
    check = Door(
        "年报体检",
        "读出年度报告的数据，核对勾稽关系、文字和日期。",
        reverse("portal:report-check"),
    )
    led = [
        Door(name, text, reverse("portal:column", args=[column.key]))
        for kind, name, text in OF_COLUMNS
        if (column := known.of_kind(kind)) is not None
    ]
    directory = Door(
        "基层政务公开标准目录",
        "各领域应当公开的事项，和每个事项已经公开的信息。",
        reverse("portal:directories"),
    )
    apply = Door(
        "依申请公开",
        "申请没有主动公开的政府信息，查询办理进度。",
        reverse("portal:applications"),
    )
    return [guides, *led, catalogue, apply, directory, check]
