"""复议诉讼台账: the ledger by due day, filtered, counted by tab, sorted, exported."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gongkai.apps.disputes import ledger_queries as queries
from gongkai.apps.disputes.ledger_queries import ALL_ORGANS, DUE, TABS, LedgerFilter
from gongkai.core.disputes.counting import Period
from gongkai.core.disputes.doors import READERS, WRITERS
from gongkai.core.disputes.kinds import Result
from gongkai.core.disputes.lifecycle import DISPUTE
from gongkai.core.identity import Actor
from gongkai.core.reports.forms import FORM_2021
from gongkai.faces.common.asking import actor
from gongkai.faces.common.long_lists import LongListing, StoredColumn
from gongkai.faces.desk.disputes.words import (
    AREA,
    DUTIES,
    KIND_CHOICES,
    RESULT_CHOICES,
    Tag,
    due_tag,
)
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.forms import is_number
from gongkai.faces.desk.publishing.listing import one_of

if TYPE_CHECKING:
    from gongkai.apps.disputes.models import Dispute

NAME: Final = "行政复议行政诉讼台账"
ALL_TABS: Final = "all"
TAB_WORDS: Final = (
    ("open", "未审结"),
    (DUE, "等本机关办"),
    ("closed", "已审结"),
    ("corrected", "被纠正"),
    ("", "全部"),
    ("void", "作废"),
)
FILTERS: Final = ("text", "kind", "result", "organ", "figure")
FIGURE_LABELS: Final = {
    column.key: column.label for row in FORM_2021.table("review").rows for column in row.columns
}
YES: Final = "是"
COLUMNS: Final[tuple[StoredColumn["Dispute"], ...]] = (
    StoredColumn("case", "案号", str, field="pk"),
    StoredColumn("kind", "类别", lambda row: row.sort_label, field="kind"),
    StoredColumn("act", "被争议的行为", lambda row: row.act, sorts=False),
    StoredColumn("party", "申请人、原告", lambda row: row.party_masked, sorts=False),
    StoredColumn("received", "收到日期", lambda row: row.received_on, field="received_on"),
    StoredColumn("state", "状态和结果", lambda row: DISPUTE.label(row.state), field="state"),
    StoredColumn("due", "本机关的期限", lambda row: row.due, field="due"),
)
MORE: Final[tuple[StoredColumn["Dispute"], ...]] = (
    StoredColumn("duty", "要办的事", lambda row: DUTIES.get(row.duty, "")),
    StoredColumn("organ", "机关", lambda row: row.organ.name),
    StoredColumn("body", "复议机关、法院", lambda row: row.body),
    StoredColumn("application", "申请登记号", lambda row: row.application_number),
    StoredColumn("simplified", "简易程序", lambda row: YES if row.is_simplified else ""),
    StoredColumn("accepted", "受理、立案日期", lambda row: row.accepted_on),
    StoredColumn("answered", "答复举证日期", lambda row: row.answered_on),
    StoredColumn("judged", "一审裁判日期", lambda row: row.judged_on),
    StoredColumn("closed", "审结日期", lambda row: row.closed_on),
    StoredColumn("result", "结果", lambda row: Result(row.result).label),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One dispute of the page."""

    row: "Dispute"
    kind: str
    state: str
    result: str
    duty: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab, with how many disputes stand under it."""

    label: str
    count: int
    address: str
    is_open: bool


@require_safe
@for_roles(*READERS)
def disputes(request: HttpRequest) -> HttpResponseBase:
    """The ledger, as the address asks for it."""
    who, today, wanted = actor(request), timezone.localdate(), wanted_of(request)
    rows = queries.ledger(who, wanted)
    exported = LongListing.of(request, (*COLUMNS, *MORE), rows).exported(NAME)
    if exported is not None:
        return exported
    found = LongListing.of(request, COLUMNS, rows)
    counts = queries.counts(who, wanted)
    shown = {
        "area": AREA,
        "list": found,
        "page": found.page,
        "lines": [line(row, today) for row in found.page.object_list],
        "wanted": wanted,
        "tabs": [
            Tab(label, counts[key], found.address(tab=key or ALL_TABS), key == wanted.tab)
            for key, label in TAB_WORDS
        ],
        "figure": FIGURE_LABELS.get(wanted.figure, ""),
        "is_filtered": any(name in found.asked for name in FILTERS),
        "writes": bool(who.roles & WRITERS),
        **offered(who),
    }
    return render(request, "desk/disputes/listing.html", shown)


def wanted_of(request: HttpRequest) -> LedgerFilter:
    """What the address looks for; what cannot be read is left out."""
    asked, tab = request.GET, request.GET.get("tab", "open")
    organ = asked.get("organ", "")
    first, last = (day_of(asked.get(name, "")) for name in ("first", "last"))
    is_whole = first is not None and last is not None
    return LedgerFilter(
        tab="" if tab == ALL_TABS else tab if tab in TABS else "open",
        text=asked.get("text", "").strip(),
        kind=one_of(asked.get("kind", ""), KIND_CHOICES),
        result=one_of(asked.get("result", ""), RESULT_CHOICES),
        organ=organ if organ == ALL_ORGANS or is_number(organ) else "",
        figure=one_of(asked.get("figure", ""), tuple(FIGURE_LABELS.items())) if is_whole else "",
        period=None if first is None or last is None else Period(first, max(first, last)),
    )


def line(row: "Dispute", today: date) -> Line:
    """One dispute in words."""
    return Line(
        row,
        row.sort_label,
        DISPUTE.label(row.state),
        Result(row.result).label if row.closed_on else "",
        DUTIES.get(row.duty, ""),
        due_tag(row.due, today),
    )


def offered(who: Actor) -> dict[str, object]:
    """What may be chosen in the filter bar."""
    organs = [(str(row.pk), row.name) for row in queries.organs_with_disputes(who)]
    return {
        "kinds": KIND_CHOICES,
        "results": RESULT_CHOICES,
        "organs": organs if len(organs) > 1 else [],
        "all_organs": ALL_ORGANS,
    }
