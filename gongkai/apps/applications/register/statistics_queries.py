"""Statistics of applications beyond the yearly table: by any dimension, time used, workload."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Count, Max, Min, Q, QuerySet

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.register.period_queries import Figure, Period, counted
from gongkai.apps.applications.register.queue_queries import (
    NOBODY,
    answered_late,
    applications_seen,
    overdue,
    own_applications,
)
from gongkai.core.applications.durations import Spread, WorkdayRuler, spread
from gongkai.core.applications.kinds import ApplicantKind, SubmissionWay
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor
from gongkai.core.reports.forms import FORM_2021


class Dimension(StrEnum):
    """By what to count."""

    ROW = "row"
    ORGAN = "organ"
    APPLICANT = "applicant_kind"
    WAY = "way"
    UNIT = "unit"
    HANDLER = "handler"

    @property
    def label(self) -> str:
        """The word a screen shows."""
        return DIMENSION_LABELS[self]


DIMENSION_LABELS: Final = {
    Dimension.ROW: "办理结果",
    Dimension.ORGAN: "机关",
    Dimension.APPLICANT: "申请人类别",
    Dimension.WAY: "提交方式",
    Dimension.UNIT: "承办科室",
    Dimension.HANDLER: "承办人",
}
FIELDS: Final[dict[Dimension, tuple[str, ...]]] = {
    Dimension.ROW: ("counted_row",),
    Dimension.ORGAN: ("organ_id", "organ__name"),
    Dimension.APPLICANT: ("applicant_kind",),
    Dimension.WAY: ("way",),
    Dimension.UNIT: ("unit_id", "unit__name", "unit__organ__name"),
    Dimension.HANDLER: ("handler_key", "handler_name"),
}
"""What tells one row from another: the key first, then the words for it."""
LABELS: Final[dict[Dimension, dict[str, str]]] = {
    Dimension.ROW: {row.key: row.full_label for row in FORM_2021.table("applications").rows},
    Dimension.APPLICANT: {kind.value: kind.label for kind in ApplicantKind},
    Dimension.WAY: {way.value: way.label for way in SubmissionWay},
}
MISSING: Final = "未定"
UNIT: Final = "{unit}（{organ}）"


@dataclass(frozen=True, slots=True)
class StatRow:
    """One line: what came in, what was over, and how; `used` are working days of what was over."""

    key: str
    label: str
    new: int
    closed: int
    extended: int
    corrected: int
    late: int
    used: Spread | None

    def share(self, number: int) -> int | None:
        """A number as a percentage of what was over; None where nothing was."""
        return round(100 * number / self.closed) if self.closed else None

    @property
    def extended_share(self) -> int | None:
        """The share that was extended."""
        return self.share(self.extended)

    @property
    def corrected_share(self) -> int | None:
        """The share whose applicant was asked for correction."""
        return self.share(self.corrected)


@dataclass(slots=True)
class _Sums:
    """What has been added up for one line."""

    label: str = ""
    new: int = 0
    closed: int = 0
    extended: int = 0
    corrected: int = 0
    late: int = 0
    days: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Load:
    """What one handler has in hand, and how much of it is late or ended in the period."""

    key: str
    label: str
    open: int
    overdue: int
    closed: int


def statistics(
    actor: Actor,
    period: Period,
    by: Dimension,
    days: WorkdayCalendar,
    *,
    organ_id: int | None = None,
) -> tuple[list[StatRow], StatRow]:
    """The lines of a dimension, the most frequent first, and what they come to together.

    Time used counts every working day from receipt to the end, those for correction and opinions
    included.
    """
    rows = applications_seen(actor)
    rows = rows if organ_id is None else rows.filter(organ_id=organ_id)
    found, whole = defaultdict[str, _Sums](_Sums), _Sums()
    for key, label, number in _new(rows, period, by):
        for sums in (found[key], whole):
            sums.new += number
        found[key].label = label
    _add_closed(rows.filter(counted(Figure.CLOSED, period)).order_by(), by, days, (found, whole))
    lines = [_line(key, sums) for key, sums in found.items()]
    return sorted(lines, key=lambda row: (-row.closed, -row.new, row.label)), _line("", whole)


def _new(
    rows: QuerySet[Application], period: Period, by: Dimension
) -> Iterable[tuple[str, str, int]]:
    fields = FIELDS[by]
    new = rows.filter(counted(Figure.NEW, period)).order_by().values(*fields)
    for row in new.annotate(n=Count("pk")):
        yield (*_named(by, [row[name] for name in fields]), row["n"])


def _add_closed(
    closed: QuerySet[Application],
    by: Dimension,
    days: WorkdayCalendar,
    into: tuple[defaultdict[str, _Sums], _Sums],
) -> None:
    """Add up what was over: pairs of days in one statement, working days between them here."""
    found, whole = into
    fields = (*FIELDS[by], "received_on", "counted_on")
    grouped = closed.values(*fields).annotate(
        n=Count("pk"),
        extended=Count("pk", filter=Q(is_extended=True)),
        corrected=Count("pk", filter=Q(is_corrected=True)),
        late=Count("pk", filter=answered_late()),
    )
    ruler = _ruler(closed, days)
    for row in grouped:
        key, label = _named(by, [row[name] for name in FIELDS[by]])
        found[key].label = label
        for sums in (found[key], whole):
            _count(sums, row)
            if ruler is not None and row["received_on"] is not None:
                sums.days[ruler.between(row["received_on"], row["counted_on"])] += row["n"]


def _count(sums: _Sums, row: Mapping[str, int]) -> None:
    sums.closed += row["n"]
    sums.extended += row["extended"]
    sums.corrected += row["corrected"]
    sums.late += row["late"]


def _ruler(closed: QuerySet[Application], days: WorkdayCalendar) -> WorkdayRuler | None:
    ends = closed.exclude(received_on=None).aggregate(
        first=Min("received_on"), last=Max("counted_on")
    )
    first: date | None = ends["first"]
    last: date | None = ends["last"]
    return None if first is None or last is None else WorkdayRuler(days, first, max(first, last))


def _line(key: str, sums: _Sums) -> StatRow:
    return StatRow(
        key,
        sums.label,
        sums.new,
        sums.closed,
        sums.extended,
        sums.corrected,
        sums.late,
        spread(sums.days),
    )


def _named(by: Dimension, values: Sequence[object]) -> tuple[str, str]:
    """The key of a line and its words."""
    value, *words = values
    if value in {None, ""}:
        return NOBODY, MISSING
    key = str(value)
    label = LABELS.get(by, {}).get(key, key)
    if by in {Dimension.ORGAN, Dimension.HANDLER}:
        label = str(words[0])
    if by is Dimension.UNIT:
        label = UNIT.format(unit=words[0], organ=words[1])
    return key, label


def workload(actor: Actor, period: Period, today: date) -> list[Load]:
    """What each handler of the actor's organ has in hand, the heaviest first; one statement."""
    over = counted(Figure.CLOSED, period)
    rows = own_applications(actor).filter(Q(state__in=UNANSWERED) | over).order_by()
    grouped = rows.values("handler_key").annotate(
        name=Max("handler_name"),
        open=Count("pk", filter=Q(state__in=UNANSWERED)),
        late=Count("pk", filter=overdue(today)),
        closed=Count("pk", filter=over),
    )
    found = [
        Load(
            row["handler_key"] or NOBODY,
            row["name"] or MISSING,
            row["open"],
            row["late"],
            row["closed"],
        )
        for row in grouped
    ]
    return sorted(found, key=lambda row: (-row.open, -row.closed, row.label))
