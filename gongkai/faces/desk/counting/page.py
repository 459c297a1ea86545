"""主动公开统计: what was published in a period, by any dimension, each figure leading on."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.organs.directory_queries import organs_seen
from gongkai.apps.publishing.counting_queries import (
    CountRow,
    Dimension,
    Period,
    counts,
    totals,
)
from gongkai.core.publishing.doors import READERS
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.common.reports.charts import Chart, Series, chart
from gongkai.faces.desk.counting.records import records_of_totals, shown_row
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.forms import is_number

NAME = "主动公开统计"
COLUMNS: tuple[Column[CountRow], ...] = (
    Column("label", "项目", lambda row: row.label),
    Column("items", "发布（条）", lambda row: row.items),
    Column("late", "其中逾期（条）", lambda row: row.late),
)
MOST_BARS = 10
RELEASED, LATE, UNIT = "发布", "其中逾期", "条"
SAID = "{first} 至 {last} 共发布 {total} 条；最多的是“{most}”，{items} 条。"
EARLIEST, LATEST = date(1949, 10, 1), date(2999, 12, 31)


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest) -> HttpResponse:
    """The counts that the address asks for, as a page or a workbook."""
    who, asked = actor(request), request.GET
    period = period_of(request, timezone.localdate())
    by = Dimension(asked["by"]) if asked.get("by") in set(Dimension) else Dimension.KIND
    wanted = asked.get("organ", "")
    organ_id = int(wanted) if is_number(wanted) else None
    rows = counts(who, period, by, organ_id=organ_id)
    listing = Listing.of(request, COLUMNS, rows)
    if (exported := listing.exported(NAME)) is not None:
        return exported
    shown = {
        "area": "counting",
        "list": listing,
        "by": by,
        "dimensions": list(Dimension),
        "period": period,
        "totals": records_of_totals(totals(who, period, organ_id=organ_id), period, organ_id),
        "organs": organs_seen(who),
        "organ_id": organ_id,
        "chart": drawn(by, period, rows),
        "rows": [shown_row(by, row, period, organ_id) for row in listing.page],
    }
    return render(request, "desk/counting/page.html", shown)


def period_of(request: HttpRequest, today: date) -> Period:
    """The days the address names; this year where it names none, or they stand the wrong way."""
    first = day_of(request.GET.get("first", "")) or date(today.year, 1, 1)
    last = day_of(request.GET.get("last", "")) or max(today, first)
    first, last = (min(max(day, EARLIEST), LATEST) for day in (first, last))
    return Period(min(first, last), max(first, last))


def drawn(by: Dimension, period: Period, rows: list[CountRow]) -> Chart | None:
    """The largest as bars, with the sentence that says what they show."""
    if not rows:
        return None
    top = rows[:MOST_BARS] if by is not Dimension.MONTH else rows
    most = max(rows, key=lambda row: row.items)
    said = SAID.format(
        first=period.first,
        last=period.last,
        total=sum(row.items for row in rows),
        most=most.label,
        items=most.items,
    )
    series = [
        Series(RELEASED, tuple(row.items for row in top)),
        Series(LATE, tuple(row.late for row in top)),
    ]
    return chart(by.label, said, [row.label for row in top], series, UNIT)
