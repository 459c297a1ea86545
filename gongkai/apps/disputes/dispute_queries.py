"""Table 4 (行政复议、行政诉讼情况) for any organs and any period: one count, nothing else."""

from collections.abc import Collection
from typing import Final

from django.db.models import Case, CharField, Count, F, Max, Min, Q, QuerySet, Value, When

from gongkai.apps.disputes.models import Dispute
from gongkai.apps.organs.scope import organs_within
from gongkai.core.disputes.counting import TABLE, TOTAL, Flow, Period
from gongkai.core.disputes.doors import READERS
from gongkai.core.disputes.kinds import DisputeKind, Result
from gongkai.core.disputes.lifecycle import VOID
from gongkai.core.identity import SYSTEM, Actor

FIGURES: Final = tuple(
    f"{kind.value}_{outcome}" for kind in DisputeKind for outcome in (*Result, TOTAL)
)
"""The columns of Table 4, in their order."""


def table4(organs: Collection[int], period: Period) -> dict[str, int]:
    """Table 4 of these organs by the paths of its cells (`review.review_upheld`): pure counts.

    Whoever asks has seen to the reach: the annual report counts its own organ and those below.
    """
    return _cells(Dispute.objects.filter(organ_id__in=organs), period)


def table4_seen(actor: Actor, period: Period, *, organ_id: int | None = None) -> dict[str, int]:
    """Table 4 of one organ, or of all that the actor reaches."""
    return _cells(_seen(actor, organ_id), period)


def flows_seen(actor: Actor, period: Period, *, organ_id: int | None = None) -> dict[Flow, int]:
    """What came, was carried in, was closed and is carried out."""
    rows = _seen(actor, organ_id).filter(_in(period))
    came, over = Q(received_on__gte=period.first), Q(closed_on__lte=period.last)
    found = rows.aggregate(
        received=Count("pk", filter=came),
        carried_in=Count("pk", filter=~came),
        closed=Count("pk", filter=over),
        carried_out=Count("pk", filter=_pending(period)),
    )
    return {flow: found[flow.value] for flow in Flow}


def counted(figure: str, period: Period) -> Q:
    """The disputes that a column of the table counts (`review_upheld`); none for an unknown one."""
    if figure not in FIGURES:
        return Q(pk__in=())
    kind, _, outcome = figure.partition("_")
    of_kind = _in(period) & Q(kind=kind)
    if outcome == TOTAL:
        return of_kind
    if outcome == Result.PENDING:
        return of_kind & _pending(period)
    return of_kind & Q(closed_on__lte=period.last, result=outcome)


def years_with_disputes(actor: Actor, today_year: int) -> list[int]:
    """The years there is something to count of, the latest first."""
    ends = _seen(actor, None).aggregate(first=Min("received_on"), last=Max("received_on"))
    first = ends["first"].year if ends["first"] else today_year
    return list(range(today_year, min(first, today_year) - 1, -1))


def _seen(actor: Actor, organ_id: int | None) -> QuerySet[Dispute]:
    if actor != SYSTEM and not actor.roles & READERS:
        return Dispute.objects.none()
    organs = organs_within(actor).order_by().values("pk")
    rows = Dispute.objects.filter(organ__in=organs)
    return rows if organ_id is None else rows.filter(organ_id=organ_id)


def _in(period: Period) -> Q:
    """What was open at any time of the period."""
    lasting = Q(closed_on=None) | Q(closed_on__gte=period.first)
    return Q(received_on__lte=period.last) & lasting & ~Q(state=VOID)


def _pending(period: Period) -> Q:
    return Q(closed_on=None) | Q(closed_on__gt=period.last)


def _cells(rows: QuerySet[Dispute], period: Period) -> dict[str, int]:
    """All columns of the table; one statement."""
    pending = When(_pending(period), then=Value(Result.PENDING.value))
    outcome = Case(pending, default=F("result"), output_field=CharField())
    of_period = rows.filter(_in(period)).order_by().annotate(came_to=outcome)
    cells = dict.fromkeys(FIGURES, 0)
    for kind, came_to, number in of_period.values_list("kind", "came_to").annotate(n=Count("pk")):
        cells[f"{kind}_{came_to}"] += number
        cells[f"{kind}_{TOTAL}"] += number
    return {f"{TABLE}.{figure}": number for figure, number in cells.items()}
