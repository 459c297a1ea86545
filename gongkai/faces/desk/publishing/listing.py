"""信息: the list of items, filtered, counted by state, sorted, exported; rows to be ticked."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from gongkai.apps.organs.queries import calendar
from gongkai.apps.publishing import queries
from gongkai.apps.publishing.comparing import class_label, source_label
from gongkai.apps.publishing.dated_queries import MISSING, Dated
from gongkai.apps.publishing.queries import ALL_ORGANS, OWN_WORK, ItemFilter
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor
from gongkai.core.publishing.catalogue import ENTRIES
from gongkai.core.publishing.channels import Channel, Source
from gongkai.core.publishing.disclosure import DisclosureClass
from gongkai.core.publishing.doors import HARVESTERS, READERS, WRITERS
from gongkai.core.publishing.kinds import KIND, KINDS
from gongkai.core.publishing.lifecycle import EDITION, ITEM
from gongkai.core.publishing.timeliness import days_late
from gongkai.faces.common.asking import actor
from gongkai.faces.common.long_lists import LongListing, StoredColumn
from gongkai.faces.desk.organs.answering import for_roles
from gongkai.faces.desk.organs.listing import day_of
from gongkai.faces.desk.publishing.bulk import DEEDS
from gongkai.faces.desk.publishing.fields import PREFIX, field_filters, fields_wanted
from gongkai.faces.desk.publishing.forms import is_number
from gongkai.faces.desk.publishing.words import AREA

if TYPE_CHECKING:
    from gongkai.apps.publishing.models import Edition, Item

NAME: Final = "信息列表"
STAGES: Final = (
    ("", "全部"),
    ("draft", "草稿"),
    ("returned", "已退回"),
    ("in_review", "审核中"),
    ("approved", "待发布"),
    ("scheduled", "定时发布"),
    ("released_urgently", "待补审"),
    ("objected", "补审未通过"),
    ("released", "已发布"),
    ("withdrawn", "已撤回"),
    ("replaced", "已被替代"),
    ("filed", "不对外发布"),
    ("discarded", "已作废"),
)
ALWAYS: Final = ("", "draft", "returned", "in_review", "approved", "released")
"""The tabs that are there even when nothing stands in them."""
LATE: Final = (("now", "逾期未发布"), ("then", "发布时已逾期"))
WORKS: Final = tuple((key, EDITION.label(key)) for key, _ in STAGES[1:8])
STATES: Final = tuple((row.key, row.label) for row in ITEM.states)
CLASSES: Final = tuple((row.value, row.label) for row in DisclosureClass)
NONE: Final = (MISSING, "未填")
SOURCES: Final = (
    (OWN_WORK, "原创和转载"),
    *((row.value, row.label) for row in Source),
)
CHANNELS: Final = (*((row.value, row.label) for row in Channel), NONE)
DATES: Final = tuple((row.value, row.label) for row in Dated)
KIND_CHOICES: Final = tuple((row.key, row.label) for row in KINDS)
CODES: Final = (*((row.code, f"{row.code} {row.label}") for row in ENTRIES), NONE)


def work_of(item: "Item") -> "Edition | None":
    """The piece of work that goes on, as the list has fetched it."""
    going: list[Edition] = getattr(item, "going", [])
    return next(iter(going), None)


def work_label(item: "Item") -> str:
    """Where the work on an item stands."""
    work = work_of(item)
    return "" if work is None else EDITION.label(work.state)


def last_day(item: "Item", today: date) -> date | None:
    """The day up to which an item's lateness is counted; None where it does not count."""
    if item.first_released_at is not None:
        return localdate(item.first_released_at)
    is_wanted = item.state == "unpublished" and item.disclosure_class in queries.MAY_BE_LATE
    return today if is_wanted else None


def lateness(item: "Item", today: date, days: WorkdayCalendar) -> int:
    """How many working days an item came or is too late."""
    until = last_day(item, today)
    return 0 if item.due is None or until is None else days_late(item.due, until, days)


def columns(today: date, days: WorkdayCalendar) -> tuple[StoredColumn["Item"], ...]:
    """The columns of the list."""
    return (
        StoredColumn("title", "标题", lambda row: row.title, field="title"),
        StoredColumn("kind", "类别", lambda row: KIND[row.kind].label, field="kind"),
        StoredColumn("state", "状态", lambda row: ITEM.label(row.state), field="state"),
        StoredColumn("work", "办理", work_label, sorts=False),
        StoredColumn(
            "class",
            "公开属性",
            lambda row: class_label(row.disclosure_class),
            field="disclosure_class",
        ),
        StoredColumn("unit", "科室", lambda row: str(row.unit or ""), field="unit__name"),
        StoredColumn("drafter", "拟稿人", lambda row: row.drafter_name, field="drafter_name"),
        StoredColumn("due", "应发布", lambda row: row.due, field="due"),
        StoredColumn(
            "released",
            "发布",
            lambda row: row.released_at and localdate(row.released_at),
            field="released_at",
        ),
        StoredColumn(
            "late", "逾期工作日", lambda row: lateness(row, today, days) or None, sorts=False
        ),
    )


def page_columns(today: date, days: WorkdayCalendar) -> tuple[StoredColumn["Item"], ...]:
    """The columns of the page: what nobody sorts by stands below its neighbour there."""
    return tuple(column for column in columns(today, days) if column.sorts)


def more_columns(today: date, days: WorkdayCalendar) -> tuple[StoredColumn["Item"], ...]:
    """The columns of the export."""
    return (
        *columns(today, days),
        StoredColumn("organ", "机关", lambda row: row.organ.name),
        StoredColumn("index_number", "索引号", lambda row: row.index_number),
        StoredColumn("code", "目录代码", lambda row: row.catalogue_code),
        StoredColumn("source", "来源", lambda row: source_label(row.source)),
        StoredColumn("formed_on", "生成日期", lambda row: row.formed_on),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the page."""

    item: "Item"
    kind: str
    state: str
    work: "Edition | None"
    work_label: str
    class_label: str
    days_late: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """One state, with how many items stand in it."""

    key: str
    label: str
    count: int
    address: str
    is_open: bool


@require_safe
@for_roles(*READERS)
def items(request: HttpRequest) -> HttpResponseBase:
    """The list, as the address asks for it."""
    who, today, days = actor(request), timezone.localdate(), calendar()
    wanted = wanted_of(request)
    rows = queries.items(who, wanted, today)
    if request.GET.get("format") == "xlsx":
        exported = LongListing.of(request, more_columns(today, days), rows).exported(NAME)
        if exported is not None:
            return exported
    found = LongListing.of(request, page_columns(today, days), rows)
    page = found.page
    own = None if not wanted.organ else who.organ_id
    lines = [line(row, today, days, own) for row in page.object_list]
    shown = {
        "area": AREA,
        "list": found,
        "page": page,
        "lines": lines,
        "wanted": wanted,
        "fields": field_filters(request, wanted.kind),
        "tabs": tabs(found, queries.counts(who, wanted, today), wanted),
        "writes": bool(who.roles & WRITERS),
        "harvests": bool(who.roles & HARVESTERS),
        "deeds": [deed for deed in DEEDS if who.roles & deed.roles],
        "ticks": any(row.work is not None and row.is_own for row in lines),
        "is_filtered": is_asked(found, FILTERS),
        "is_deep": is_asked(found, DEEPER) or bool(wanted.fields),
        **offered(who),
    }
    return render(request, "desk/publishing/listing.html", shown)


FILTERS: Final = (
    "text", "kind", "late", "mine",
    "state", "work", "class", "code", "unit", "drafter", "source", "channel", "dated", "from", "to",
    "organ",
)  # fmt: skip
DEEPER: Final = FILTERS[4:]
"""The filters that stand behind “more”."""


def is_asked(found: LongListing["Item"], names: tuple[str, ...]) -> bool:
    """Whether the address asks for one of these, or for a value of a structured kind."""
    return any(name in names or name.startswith(PREFIX) for name in found.asked)


def offered(who: Actor) -> dict[str, object]:
    """What may be chosen in the filter bar."""
    organs = [(str(row.pk), row.name) for row in queries.organs_with_items(who)]
    return {
        "kinds": KIND_CHOICES,
        "states": STATES,
        "works": WORKS,
        "classes": CLASSES,
        "codes": CODES,
        "sources": SOURCES,
        "channels": CHANNELS,
        "dates": DATES,
        "late": LATE,
        "units": [*((str(row.pk), row.name) for row in queries.units_of(who)), NONE],
        "drafters": queries.drafters(who),
        "organs": organs if len(organs) > 1 else [],
        "all_organs": ALL_ORGANS,
    }


def tabs(found: LongListing["Item"], counts: dict[str, int], wanted: ItemFilter) -> list[Tab]:
    """The states with their counts; the rare ones only where something stands in them."""
    shown = [
        row for row in STAGES if row[0] in ALWAYS or counts.get(row[0]) or row[0] == wanted.stage
    ]
    return [
        Tab(key, label, counts.get(key, 0), found.address(stage=key), key == wanted.stage)
        for key, label in shown
    ]


def line(item: "Item", today: date, days: WorkdayCalendar, own: int | None) -> Line:
    """One item in words; `own` is the organ whose rows may be worked on, without it all may."""
    return Line(
        item,
        KIND[item.kind].label,
        ITEM.label(item.state),
        work_of(item),
        work_label(item),
        class_label(item.disclosure_class),
        lateness(item, today, days),
        is_own=own is None or item.organ_id == own,
    )


def wanted_of(request: HttpRequest) -> ItemFilter:
    """What the address looks for; what cannot be read is left out."""
    asked = request.GET
    stage, unit, organ = (asked.get(name, "") for name in ("stage", "unit", "organ"))
    kind, dated = one_of(asked.get("kind", ""), KIND_CHOICES), asked.get("dated", "")
    return ItemFilter(
        text=asked.get("text", "").strip(),
        stage=stage if stage in dict(STAGES) else "",
        kind=kind,
        state=one_of(asked.get("state", ""), STATES),
        work=one_of(asked.get("work", ""), WORKS),
        disclosure_class=one_of(asked.get("class", ""), CLASSES),
        code=one_of(asked.get("code", ""), CODES),
        unit=unit if unit == MISSING or is_number(unit) else "",
        drafter=asked.get("drafter", "").strip(),
        source=one_of(asked.get("source", ""), SOURCES),
        late=one_of(asked.get("late", ""), LATE),
        since=day_of(asked.get("from", "")),
        until=day_of(asked.get("to", "")),
        channel=one_of(asked.get("channel", ""), CHANNELS),
        dated=Dated(one_of(dated, DATES)),
        fields=fields_wanted(request, kind),
        for_me=asked.get("mine") == "1",
        organ=organ if organ == ALL_ORGANS or is_number(organ) else "",
    )


def one_of(value: str, choices: tuple[tuple[str, str], ...]) -> str:
    """The value, if it is one of the choices."""
    return value if value in dict(choices) else ""
