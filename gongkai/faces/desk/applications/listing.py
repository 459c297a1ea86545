"""依申请公开: the queue by due day, filtered, counted by tab, sorted, exported; rows ticked."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.applications.register import queue_queries as queries
from gongkai.apps.applications.register.masking_queries import subjects
from gongkai.apps.applications.register.queue_queries import ALL_ORGANS, QueueFilter
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.doors import HANDLERS, OFFICE, READERS
from gongkai.core.applications.durations import WorkdayRuler
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor
from gongkai.faces.common.asking import actor
from gongkai.faces.common.lists import PER_PAGE
from gongkai.faces.common.long_lists import LongListing, StoredColumn
from gongkai.faces.desk.applications.filters import (
    ALL_TABS,
    CLOCKS,
    FIGURES,
    FILTERS,
    KINDS,
    NONE,
    ROWS,
    TAB_WORDS,
    wanted_of,
)
from gongkai.faces.desk.applications.words import (
    APPLICANT_CHOICES,
    AREA,
    STATE_CHOICES,
    WAY_CHOICES,
    ClockTag,
    Count,
    clock_tag,
    row_label,
)
from gongkai.faces.desk.organs.answering import for_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.paginator import Page
    from django.db.models import QuerySet

    from gongkai.apps.applications.models import Application

NAME: Final = "依申请公开办件"
WAYS: Final = dict(WAY_CHOICES)
APPLICANTS: Final = dict(APPLICANT_CHOICES)


@dataclass(frozen=True, slots=True)
class Line:
    """One application of the page."""

    row: "Application"
    subject: str
    state: str
    way: str
    applicant_kind: str
    result: str
    clock: ClockTag | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab, with how many applications stand under it."""

    label: str
    count: int
    address: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class CountedListing(LongListing["Application"]):
    """A list whose length is known already, since its tab says it: nothing is counted again."""

    total: int = 0

    @property
    def page(self) -> "Page[Application]":
        """The page asked for."""
        paginator = Paginator(self.rows, PER_PAGE)
        vars(paginator)["count"] = self.total
        return paginator.get_page(self.asked.get("page"))


def counted(request: HttpRequest, rows: "QuerySet[Application]", total: int) -> CountedListing:
    """The rows as the address sorts them."""
    found = LongListing.of(request, COLUMNS, rows)
    return CountedListing(found.columns, found.rows, found.asked, total)


@require_safe
@for_roles(*READERS)
def applications(request: HttpRequest) -> HttpResponseBase:
    """The queue, as the address asks for it."""
    who, today, days = actor(request), timezone.localdate(), calendar()
    wanted = wanted_of(request)
    rows = queries.queue(who, wanted, today)
    own = queries.own_organs(who)
    if request.GET.get("format") == "xlsx":
        whole = queries.with_details(rows)
        exported = LongListing.of(request, more_columns(own), whole).exported(NAME)
        if exported is not None:
            return exported
    counts = queries.counts(who, wanted, today)
    found = counted(request, rows, counts[wanted.tab])
    page = found.page
    listed = queries.queue_rows(list(page.object_list))
    said, count = subjects(who, listed), ruler(listed, today, days).between
    shown = {
        "area": AREA,
        "list": found,
        "page": page,
        "lines": [line(row, said[row.pk], own, today, count) for row in listed],
        "wanted": wanted,
        "figure_label": dict(FIGURES).get(wanted.figure, ""),
        "row_label": dict(ROWS).get(wanted.row, ""),
        "tabs": tabs(found, counts, wanted),
        "registers": bool(who.roles & HANDLERS),
        "assigns": bool(who.roles & OFFICE),
        "is_filtered": any(name in found.asked for name in FILTERS),
        "is_deep": any(name in found.asked for name in FILTERS[4:]),
        **offered(who),
    }
    return render(request, "desk/applications/listing.html", shown)


COLUMNS: Final[tuple[StoredColumn["Application"], ...]] = (
    StoredColumn("number", "登记号", lambda row: row.number, field="pk"),
    StoredColumn("subject", "申请事项", lambda row: row.subject, sorts=False),
    StoredColumn("applicant", "申请人", lambda row: row.applicant_masked, sorts=False),
    StoredColumn("received", "收到日期", lambda row: row.received_on, field="received_on"),
    StoredColumn("state", "状态", lambda row: CASE.label(row.state), field="state"),
    StoredColumn("handler", "承办", lambda row: row.handler_name, field="handler_name"),
    StoredColumn("due", "答复期限", lambda row: row.due, field="due"),
)


def more_columns(own: frozenset[int]) -> tuple[StoredColumn["Application"], ...]:
    """The columns of the export; what was asked of another organ is left out there."""
    subject: StoredColumn[Application] = StoredColumn(
        "subject", "申请事项", lambda row: row.subject if row.organ_id in own else "", sorts=False
    )
    first, _, *rest = COLUMNS
    return (
        first,
        subject,
        *rest,
        StoredColumn("organ", "机关", lambda row: row.organ.name),
        StoredColumn("unit", "承办科室", lambda row: str(row.unit or "")),
        StoredColumn("way", "提交方式", lambda row: WAYS.get(row.way, "")),
        StoredColumn("kind", "申请人类别", lambda row: APPLICANTS.get(row.applicant_kind, "")),
        StoredColumn("closed", "办结日期", lambda row: row.closed_on),
        StoredColumn("row", "办理结果", lambda row: row_label(row.result_row)),
        StoredColumn("extended", "已延长", lambda row: YES if row.is_extended else ""),
        StoredColumn("corrected", "已补正", lambda row: YES if row.is_corrected else ""),
    )


YES: Final = "是"


def line(row: "Application", subject: str, own: frozenset[int], today: date, count: Count) -> Line:
    """One application in words."""
    return Line(
        row,
        subject,
        CASE.label(row.state),
        WAYS.get(row.way, ""),
        APPLICANTS.get(row.applicant_kind, ""),
        row_label(row.result_row),
        clock_tag(row, today, count),
        is_own=row.organ_id in own,
    )


def ruler(rows: "Sequence[Application]", today: date, days: WorkdayCalendar) -> WorkdayRuler:
    """Counts working days between any two days of a page's rows, each day looked at once."""
    known = [day for row in rows for day in (row.due, row.closed_on) if day is not None]
    return WorkdayRuler(days, min([today, *known]), max([today, *known]))


def tabs(
    found: LongListing["Application"], counts: dict[str, int], wanted: QueueFilter
) -> list[Tab]:
    """The tabs with their counts."""
    return [
        Tab(label, counts[key], found.address(tab=key or ALL_TABS), key == wanted.tab)
        for key, label in TAB_WORDS
    ]


def offered(who: Actor) -> dict[str, object]:
    """What may be chosen in the filter bar."""
    organs = [(str(row.pk), row.name) for row in queries.organs_with_applications(who)]
    return {
        "states": STATE_CHOICES,
        "ways": WAY_CHOICES,
        "applicants": APPLICANT_CHOICES,
        "clocks": CLOCKS,
        "kinds": KINDS,
        "units": [*((str(row.pk), row.name) for row in queries.units_of(who)), NONE],
        "handlers": [*queries.handlers(who), NONE],
        "organs": organs if len(organs) > 1 else [],
        "all_organs": ALL_ORGANS,
    }
