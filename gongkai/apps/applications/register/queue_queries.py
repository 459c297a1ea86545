"""The queue of applications (办件列表): what waits, by due day; filtered and counted in SQL."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import Count, F, OrderBy, Q, QuerySet

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.register.period_queries import Figure, Period, counted
from gongkai.apps.organs.models import Organ, Unit
from gongkai.apps.organs.scope import Purpose, organs_within, within
from gongkai.core.applications.doors import READERS
from gongkai.core.applications.lifecycle import CLOSED, UNANSWERED, WAITING, WORKING
from gongkai.core.identity import SYSTEM, Actor

ALL_ORGANS: Final = "all"
NOBODY: Final = "none"
OVERDUE: Final = "overdue"
TABS: Final = {
    "open": UNANSWERED,
    OVERDUE: UNANSWERED,
    "received": ("received",),
    "working": WORKING,
    "waiting": WAITING,
    "in_review": ("in_review",),
    "approved": ("approved",),
    "closed": CLOSED,
    "archived": ("archived",),
    "": (),
}
"""The tabs of the queue with the states that stand in each; none: all."""
ENDED: Final = frozenset({"closed", "archived"})
"""Tabs of what is over: the latest first."""
HEAVY: Final = (
    "query_code",
    "description",
    "reduction_reason",
    "evidence_note",
    "needs_help",
)
"""What no line of the queue shows, and much of it sealed."""
BY_DUE: Final = (F("due").asc(nulls_last=True), OrderBy(F("pk")))
BY_END: Final = (F("closed_on").desc(nulls_last=True), OrderBy(F("pk"), descending=True))
BY_NUMBER: Final = (OrderBy(F("pk"), descending=True),)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is looked for in the queue.

    `tab` is one of `TABS`. `organ` is a number, `all`, or empty for the actor's own organ;
    `handler` the key of a person, or `none`; `unit` a number, or `none`. `clock` is `overdue`,
    `provisional` or `paused`; `soon` asks for what is due by that day. `figure` with `period` asks
    for exactly the cases that a figure of the statistics counts; `row` for a row of the yearly
    table, or `none`.
    """

    tab: str = "open"
    text: str = ""
    state: str = ""
    way: str = ""
    applicant_kind: str = ""
    handler: str = ""
    unit: str = ""
    organ: str = ""
    clock: str = ""
    kind: str = ""
    soon: date | None = None
    row: str = ""
    figure: str = ""
    period: Period | None = None
    is_late: bool = False


EXACT: Final = {
    "state": "state",
    "way": "way",
    "applicant_kind": "applicant_kind",
    "kind": "kind",
}


def applications_seen(actor: Actor) -> QuerySet[Application]:
    """The applications of all organs the actor reaches; none without a part in applications."""
    rows = Application.objects.all()
    return within(actor, rows) if _reads(actor) else rows.none()


def own_applications(actor: Actor) -> QuerySet[Application]:
    """The applications of the organ the actor works for, and of those it took over from.

    The gate is asked for the organs first: with their numbers in the statement the database reads
    the queue from one index.
    """
    rows = Application.objects.all()
    if actor == SYSTEM:
        return rows
    return rows.filter(organ_id__in=own_organs(actor)) if _reads(actor) else rows.none()


def own_cases(actor: Actor) -> QuerySet[Application]:
    """The same applications, gate included, for a statement about what belongs to them."""
    rows = Application.objects.all() if _reads(actor) else Application.objects.none()
    return within(actor, rows, to=Purpose.WORK).order_by()


def _reads(actor: Actor) -> bool:
    return actor == SYSTEM or bool(actor.roles & READERS)


def own_organs(actor: Actor) -> frozenset[int]:
    """The organs whose applications the actor sees unmasked."""
    return frozenset(organs_within(actor, to=Purpose.WORK).order_by().values_list("pk", flat=True))


def queue(actor: Actor, wanted: QueueFilter, today: date) -> QuerySet[Application]:
    """The applications that fit, only their numbers: what is open by due day, what is over by
    its end, everything by its number, both the latest first. `queue_rows` fetches the lines of a
    page."""
    rows = _fitting(actor, wanted, today).only("pk")
    if not wanted.tab:
        return rows.order_by(*BY_NUMBER)
    return rows.order_by(*(BY_END if wanted.tab in ENDED else BY_DUE))


def queue_rows(page: Sequence[Application]) -> list[Application]:
    """The lines of a page of the queue, in its order, with what they show."""
    found = with_details(Application.objects.filter(pk__in=[row.pk for row in page]))
    known = {row.pk: row for row in found}
    return [known[row.pk] for row in page if row.pk in known]


def with_details(rows: QuerySet[Application]) -> QuerySet[Application]:
    """Rows with what the queue and its export show."""
    return rows.defer(None).select_related("organ", "unit").defer(*HEAVY)


def counts(actor: Actor, wanted: QueueFilter, today: date) -> dict[str, int]:
    """How many of the applications that fit stand under each tab."""
    rows = _fitting(actor, replace(wanted, tab=""), today).order_by()
    found = dict(rows.values_list("state").annotate(n=Count("*")))
    sums = {
        tab: sum(found.get(state, 0) for state in states or found) for tab, states in TABS.items()
    }
    return {**sums, OVERDUE: rows.filter(overdue(today)).count()}


def _fitting(actor: Actor, wanted: QueueFilter, today: date) -> QuerySet[Application]:
    rows = applications_seen(actor) if wanted.organ else own_applications(actor)
    if wanted.organ and wanted.organ != ALL_ORGANS:
        rows = rows.filter(organ_id=wanted.organ) if wanted.organ.isdecimal() else rows.none()
    if states := TABS.get(wanted.tab):
        rows = rows.filter(state__in=states)
    for name, field in EXACT.items():
        if value := getattr(wanted, name):
            rows = rows.filter(**{field: value})
    if wanted.row:
        column = "counted_row" if wanted.figure else "result_row"
        rows = rows.filter(**{column: "" if wanted.row == NOBODY else wanted.row})
    rows = _in_hand(rows, wanted)
    if wanted.text:
        rows = rows.filter(_saying(wanted.text))
    return _in_time(rows, wanted, today)


def _saying(text: str) -> Q:
    return (
        Q(number__icontains=text) | Q(subject__icontains=text) | Q(applicant_masked__icontains=text)
    )


def _in_hand(rows: QuerySet[Application], wanted: QueueFilter) -> QuerySet[Application]:
    """Those in these hands, or in nobody's."""
    if wanted.handler:
        rows = rows.filter(handler_key="" if wanted.handler == NOBODY else wanted.handler)
    if wanted.unit == NOBODY:
        rows = rows.filter(unit=None)
    elif wanted.unit:
        rows = rows.filter(unit_id=wanted.unit)
    return rows


def _in_time(
    rows: QuerySet[Application], wanted: QueueFilter, today: date
) -> QuerySet[Application]:
    if OVERDUE in {wanted.tab, wanted.clock}:
        rows = rows.filter(overdue(today))
    if wanted.clock == "provisional":
        rows = rows.filter(is_provisional=True, state__in=UNANSWERED)
    if wanted.clock == "paused":
        rows = rows.filter(is_paused=True, state__in=UNANSWERED)
    if wanted.soon is not None:
        rows = rows.filter(state__in=UNANSWERED, due__gte=today, due__lte=wanted.soon)
    if wanted.is_late:
        rows = rows.filter(answered_late())
    if wanted.figure and wanted.period is not None:
        rows = rows.filter(counted(Figure(wanted.figure), wanted.period))
    return rows


def overdue(today: date) -> Q:
    """What should have been answered before that day, and is not."""
    return Q(state__in=UNANSWERED, due__lt=today)


def answered_late() -> Q:
    """What was over after its due day. A reply counts for the day it was posted or signed for, not
    for that of its making (R1-28)."""
    return Q(replied_on__gt=F("due")) | Q(replied_on=None, counted_on__gt=F("due"))


def organs_with_applications(actor: Actor) -> QuerySet[Organ]:
    """The organs whose applications the actor may look for."""
    return organs_within(actor).filter(until=None).order_by("name")


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units of the actor's organ."""
    rows = Unit.objects.filter(organ_id=actor.organ_id or 0, until=None)
    return within(actor, rows, to=Purpose.WORK).order_by("pk")


def handlers(actor: Actor) -> list[tuple[str, str]]:
    """Who has open applications in hand in the actor's organ: keys and names."""
    rows = own_applications(actor).filter(state__in=UNANSWERED).exclude(handler_key="")
    named = dict(rows.order_by().values_list("handler_key", "handler_name").distinct())
    return sorted(named.items(), key=lambda pair: pair[1])


def own_ticked(actor: Actor, numbers: Collection[int]) -> QuerySet[Application]:
    """Those of the applications that the actor's organ works on, by due day."""
    rows = own_applications(actor).filter(pk__in=numbers)
    return rows.defer(*HEAVY).order_by(*BY_DUE)
