"""年报表四: the fifteen figures of any organ and period, each opening its disputes."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from gongkai.apps.disputes import dispute_queries as queries
from gongkai.apps.disputes.ledger_queries import ALL_ORGANS, organs_with_disputes
from gongkai.core.disputes.counting import TABLE, TOTAL, Period, year
from gongkai.core.disputes.doors import READERS
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.faces.common.asking import actor
from gongkai.faces.common.exports.table import Value, table_workbook
from gongkai.faces.common.lists import XLSX
from gongkai.faces.desk.disputes.words import AREA
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.forms import is_number

NAME: Final = "行政复议行政诉讼情况（表四）"
HEAD: Final = ("类别", *(result.label for result in Result), "总计")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure, and where its disputes are listed."""

    label: str
    count: int
    address: str


@require_safe
@for_roles(*READERS)
def table(request: HttpRequest) -> HttpResponse:
    """Table 4 as the address asks for it, as a page or a workbook."""
    who, asked = actor(request), request.GET
    period = period_of(request, timezone.localdate())
    wanted = asked.get("organ", str(who.organ_id or ""))
    organ_id = int(wanted) if is_number(wanted) else None
    rows = blocks(queries.table4_seen(who, period, organ_id=organ_id), period, organ_id)
    if asked.get("format") == "xlsx":
        return workbook(rows)
    flows = queries.flows_seen(who, period, organ_id=organ_id)
    this_year = timezone.localdate().year
    shown = {
        "area": AREA,
        "heads": HEAD,
        "rows": rows,
        "flows": [(flow.label, number) for flow, number in flows.items()],
        "period": period,
        "years": queries.years_with_disputes(who, this_year),
        "organs": organs_with_disputes(who),
        "organ_id": organ_id,
        "export": f"?{urlencode({**asked.dict(), 'format': 'xlsx'})}",
        "organ_asked": wanted,
    }
    return render(request, "desk/disputes/table.html", shown)


def period_of(request: HttpRequest, today: date) -> Period:
    """The year or the days the address names; this year where it names none."""
    number = request.GET.get("year", "")
    if is_number(number) and date.min.year <= int(number) <= date.max.year:
        return year(int(number))
    first, last = (day_of(request.GET.get(name, "")) for name in ("first", "last"))
    if first is None or last is None:
        return year(today.year)
    return Period(min(first, last), max(first, last))


def blocks(
    cells: dict[str, int], period: Period, organ_id: int | None
) -> list[tuple[str, list[Cell]]]:
    """The three kinds, each with its five figures."""
    outcomes = [*((row.value, row.label) for row in Result), (TOTAL, HEAD[-1])]
    return [
        (
            kind.label,
            [
                Cell(
                    label,
                    cells[f"{TABLE}.{kind.value}_{outcome}"],
                    records(f"{kind.value}_{outcome}", period, organ_id),
                )
                for outcome, label in outcomes
            ],
        )
        for kind in DisputeKind
    ]


def records(figure: str, period: Period, organ_id: int | None) -> str:
    """Where exactly the disputes of a figure are listed."""
    asked = {
        "tab": "all",
        "figure": figure,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "organ": ALL_ORGANS if organ_id is None else str(organ_id),
    }
    return f"{reverse('desk:disputes')}?{urlencode(asked)}"


def workbook(rows: list[tuple[str, list[Cell]]]) -> HttpResponse:
    """The table as a file."""
    lines: list[list[Value]] = [[label, *(cell.count for cell in cells)] for label, cells in rows]
    response = HttpResponse(table_workbook(NAME, list(HEAD), lines), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{NAME}.xlsx"
    )
    return response
