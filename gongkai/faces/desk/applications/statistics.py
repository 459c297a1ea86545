"""依申请公开统计: Table 3 for any period, each figure opening its cases; other counts, charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.applications.register import table_queries
from gongkai.apps.applications.register.period_queries import Figure, Period
from gongkai.apps.applications.register.queue_queries import ALL_ORGANS
from gongkai.apps.applications.register.statistics_queries import (
    Dimension,
    StatRow,
    statistics,
    workload,
)
from gongkai.apps.organs.directory_queries import organs_seen
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.doors import READERS
from gongkai.core.reports.forms import Table, row_paths
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import Column, Listing
from gongkai.faces.common.reports.charts import Series
from gongkai.faces.common.reports.lying_charts import LyingChart, lying_chart
from gongkai.faces.desk.applications.words import AREA, RESULTS
from gongkai.faces.desk.counting.page import EARLIEST, LATEST
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.forms import is_number

NAME: Final = "依申请公开统计"
MOST_BARS: Final = 8
NEW, CLOSED, UNIT = "新收", "办结", "件"
SAID: Final = "{first} 至 {last} 新收 {new} 件，办结 {closed} 件；办结最多的是“{most}”，{top} 件。"
FIGURES: Final = {
    "new": Figure.NEW,
    "carried_in": Figure.CARRIED_IN,
    "total": Figure.CLOSED,
    "carried_out": Figure.CARRIED_OUT,
}
LIST_FILTERS: Final = {
    Dimension.ROW: "row",
    Dimension.ORGAN: "organ",
    Dimension.APPLICANT: "applicant",
    Dimension.WAY: "way",
    Dimension.UNIT: "unit",
    Dimension.HANDLER: "handler",
}
COLUMNS: Final[tuple[Column[StatRow], ...]] = (
    Column("label", "项目", lambda row: row.label),
    Column("new", "新收（件）", lambda row: row.new),
    Column("closed", "办结（件）", lambda row: row.closed),
    Column("extended", "其中延长", lambda row: row.extended),
    Column("corrected", "其中补正", lambda row: row.corrected),
    Column("late", "其中逾期", lambda row: row.late),
    Column("lower", "用时下四分位（工作日）", lambda row: row.used.lower if row.used else None),
    Column("median", "用时中位数（工作日）", lambda row: row.used.median if row.used else None),
    Column("upper", "用时上四分位（工作日）", lambda row: row.used.upper if row.used else None),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, and where the cases behind it are listed."""

    number: int
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of the statutory table."""

    group: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    period: Period
    organ_id: int | None
    by: Dimension


@require_safe
@for_roles(*READERS)
def page(request: HttpRequest) -> HttpResponse:
    """The counts that the address asks for, as a page or a workbook."""
    who, today, asked = actor(request), timezone.localdate(), asked_of(request)
    rows, whole = statistics(who, asked.period, asked.by, calendar(), organ_id=asked.organ_id)
    listing = Listing.of(request, COLUMNS, rows)
    if (exported := listing.exported(NAME)) is not None:
        return exported
    form = table_queries.form_of(asked.period)
    found = table_queries.table_seen(who, asked.period, organ_id=asked.organ_id)
    table = form.table(table_queries.TABLE)
    shown = {
        "area": AREA,
        "asked": asked,
        "list": listing,
        "rows": [(row, addresses(asked, row)) for row in listing.page],
        "whole": whole,
        "dimensions": list(Dimension),
        "organs": organs_seen(who),
        "table": table,
        "columns": [column.label for column in table.rows[0].columns],
        "lines": lines(table, found, asked),
        "years": table_queries.years_with_applications(who, today),
        "chart": drawn(asked, rows, whole),
        "loads": workload(who, asked.period, today),
    }
    return render(request, "desk/applications/statistics.html", shown)


def asked_of(request: HttpRequest) -> Asked:
    """The period, the organ and the dimension of an address; this year by rows without any."""
    given, today = request.GET, timezone.localdate()
    first = day_of(given.get("first", "")) or date(today.year, 1, 1)
    last = day_of(given.get("last", "")) or max(date(today.year, 12, 31), first)
    first, last = (min(max(one, EARLIEST), LATEST) for one in (first, last))
    organ, by = given.get("organ", ""), given.get("by", "")
    return Asked(
        Period(min(first, last), max(first, last)),
        int(organ) if is_number(organ) else None,
        Dimension(by) if by in set(Dimension) else Dimension.ROW,
    )


def lines(table: Table, found: dict[str, int], asked: Asked) -> list[TableLine]:
    """The rows of the statutory table, each figure leading to its cases."""
    return [
        TableLine(
            "".join(row.group),
            row.label,
            tuple(
                Cell(found[path], cell_address(row.key, column.key, asked), column.label)
                for path, column in zip(row_paths(table, row), row.columns, strict=True)
            ),
        )
        for row in table.rows
    ]


def cell_address(row: str, column: str, asked: Asked) -> str:
    """Where the cases behind a cell are listed."""
    more = {} if row in FIGURES else {"row": row}
    if column != table_queries.TOTAL:
        more["applicant"] = column
    return records(asked, FIGURES.get(row, Figure.CLOSED), **more)


def addresses(asked: Asked, row: StatRow) -> dict[str, str]:
    """Where the cases behind the figures of a line are listed."""
    chosen = {LIST_FILTERS[asked.by]: row.key}
    return {
        "new": records(asked, Figure.NEW, **chosen),
        "closed": records(asked, Figure.CLOSED, **chosen),
        "late": records(asked, Figure.CLOSED, **chosen, late="1"),
    }


def records(asked: Asked, figure: Figure, **more: str) -> str:
    """The queue with exactly the cases that a figure counts."""
    organ = ALL_ORGANS if asked.organ_id is None else str(asked.organ_id)
    wanted = {
        "tab": "all",
        "organ": organ,
        "figure": figure.value,
        "first": asked.period.first.isoformat(),
        "last": asked.period.last.isoformat(),
        **more,
    }
    return f"{reverse('desk:applications')}?{urlencode(wanted)}"


def drawn(asked: Asked, rows: Sequence[StatRow], whole: StatRow) -> LyingChart | None:
    """The largest as bars, with the sentence that says what they show."""
    if not rows:
        return None
    top, most = rows[:MOST_BARS], rows[0]
    said = SAID.format(
        first=asked.period.first,
        last=asked.period.last,
        new=whole.new,
        closed=whole.closed,
        most=short(most.label),
        top=most.closed,
    )
    series = [
        Series(CLOSED, tuple(row.closed for row in top)),
        Series(NEW, tuple(row.new for row in top)),
    ]
    names = [short(row.label) for row in top]
    return lying_chart(asked.by.label, said, names, series, UNIT)


def short(label: str) -> str:
    """A label without the heading it stands under on the form."""
    return label.removeprefix(RESULTS)
