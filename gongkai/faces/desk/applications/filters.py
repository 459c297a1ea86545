"""What an address of the queue asks for; what cannot be read is left out."""

from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from gongkai.apps.applications.register.period_queries import Figure, Period
from gongkai.apps.applications.register.queue_queries import (
    ALL_ORGANS,
    NOBODY,
    OVERDUE,
    TABS,
    QueueFilter,
)
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines.watching import WARN_AT
from gongkai.core.applications.kinds import ApplicationKind
from gongkai.faces.desk.applications.words import (
    APPLICANT_CHOICES,
    ROW_LABELS,
    STATE_CHOICES,
    WAY_CHOICES,
)
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.forms import is_number
from gongkai.faces.desk.publishing.listing import one_of

ALL_TABS: Final = "all"
"""How an address names the tab of everything."""
TAB_WORDS: Final = (
    ("open", "在办"),
    (OVERDUE, "已逾期"),
    ("received", "待审核"),
    ("working", "审核、办理中"),
    ("waiting", "等申请人"),
    ("in_review", "答复审核中"),
    ("approved", "待答复"),
    ("closed", "待归档"),
    ("archived", "已归档"),
    ("", "全部"),
)
CLOCKS: Final = (
    (OVERDUE, "已逾期"),
    ("soon", "3 个工作日内到期"),
    ("paused", "期限暂停"),
    ("provisional", "期限暂定"),
)
SOON: Final = WARN_AT[3]
KINDS: Final = tuple((kind.value, kind.label) for kind in ApplicationKind)
NONE: Final = (NOBODY, "还没有交办")
ROWS: Final = (*ROW_LABELS.items(), (NOBODY, "还没有结果"))
FIGURES: Final = tuple((figure.value, figure.label) for figure in Figure)
FILTERS: Final = (
    "text", "clock", "handler", "late",
    "state", "way", "applicant", "unit", "kind", "row", "figure", "organ",
)  # fmt: skip


def wanted_of(request: HttpRequest) -> QueueFilter:
    """What the address looks for."""
    asked = request.GET
    organ, unit = (asked.get(name, "") for name in ("organ", "unit"))
    clock, tab = one_of(asked.get("clock", ""), CLOCKS), asked.get("tab", "open")
    today = timezone.localdate()
    return QueueFilter(
        tab="" if tab == ALL_TABS else tab if tab in TABS else "open",
        text=asked.get("text", "").strip(),
        state=one_of(asked.get("state", ""), STATE_CHOICES),
        way=one_of(asked.get("way", ""), WAY_CHOICES),
        applicant_kind=one_of(asked.get("applicant", ""), APPLICANT_CHOICES),
        handler=asked.get("handler", "").strip(),
        unit=unit if unit == NOBODY or is_number(unit) else "",
        organ=organ if organ == ALL_ORGANS or is_number(organ) else "",
        clock="" if clock == "soon" else clock,
        kind=one_of(asked.get("kind", ""), KINDS),
        soon=calendar().add(today, SOON) if clock == "soon" else None,
        row=one_of(asked.get("row", ""), ROWS),
        figure=one_of(asked.get("figure", ""), FIGURES),
        period=period_of(request),
        is_late=asked.get("late") == "1",
    )


def period_of(request: HttpRequest) -> Period | None:
    """The days of a figure that the address asks for."""
    first, last = (day_of(request.GET.get(name, "")) for name in ("first", "last"))
    return None if first is None or last is None else Period(first, max(first, last))
