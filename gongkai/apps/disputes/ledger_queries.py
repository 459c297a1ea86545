"""The ledger (台账): who sees which disputes, what is looked for, and what waits for the organ."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, F, Q, QuerySet

from gongkai.apps.disputes.dispute_queries import counted
from gongkai.apps.disputes.models import Dispute
from gongkai.apps.disputes.opening import PARTY
from gongkai.apps.organs.models import Organ
from gongkai.apps.organs.scope import Purpose, one, organs_within, within
from gongkai.apps.sealing.blind import blind_index
from gongkai.core.disputes.counting import Period
from gongkai.core.disputes.doors import READERS, WRITERS
from gongkai.core.disputes.kinds import DisputeKind
from gongkai.core.disputes.lifecycle import CLOSED, OPEN, VOID
from gongkai.core.identity import SYSTEM, Actor

ALL_ORGANS: Final = "all"
DUE: Final = "due"
TABS: Final = ("open", DUE, "closed", "corrected", "void", "")
BY_DUE: Final = (F("due").asc(nulls_last=True), "-received_on", "-pk")
HEAVY: Final = tuple(
    f"{place}{name}" for place in ("", "follows__") for name in ("party", "outcome", "lessons")
)
EARLIER: Final = "{}　{}　{}"
LATEST: Final = (F("closed_on").desc(nulls_last=True), "-received_on", "-pk")


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What is looked for.

    `tab` is one of `TABS`; `organ` a number, `all`, or empty for the actor's own. `figure` with
    `period` asks for exactly what a column of Table 4 counts.
    """

    tab: str = "open"
    text: str = ""
    kind: str = ""
    result: str = ""
    organ: str = ""
    figure: str = ""
    period: Period | None = None


def disputes_seen(actor: Actor) -> QuerySet[Dispute]:
    """The disputes of all organs the actor reaches; none without a part in them."""
    rows = Dispute.objects.all()
    return within(actor, rows) if _reads(actor) else rows.none()


def own_disputes(actor: Actor) -> QuerySet[Dispute]:
    """The disputes of the organ the actor works for."""
    rows = Dispute.objects.all()
    return within(actor, rows, to=Purpose.WORK) if _reads(actor) else rows.none()


def dispute_seen(actor: Actor, dispute_id: int) -> Dispute:
    """One dispute. Raises DoesNotExist."""
    rows = Dispute.objects.select_related("organ", "follows").prefetch_related("entries")
    return one(actor, rows if _reads(actor) else rows.none(), dispute_id)


def own_dispute(actor: Actor, dispute_id: int) -> Dispute:
    """One dispute of the organ the actor works for. Raises DoesNotExist."""
    rows = Dispute.objects.select_related("organ", "follows").prefetch_related("entries")
    return one(actor, rows if _reads(actor) else rows.none(), dispute_id, to=Purpose.WORK)


def is_own(actor: Actor, row: Dispute) -> bool:
    """Whether the actor works for the organ of this dispute."""
    return organs_within(actor, to=Purpose.WORK).filter(pk=row.organ_id).exists()


def ledger(actor: Actor, wanted: LedgerFilter) -> QuerySet[Dispute]:
    """The disputes that fit: what waits by due day, what is over the latest first."""
    rows = _fitting(actor, wanted).filter(_under(wanted.tab)).select_related("organ", "follows")
    order = BY_DUE if wanted.tab in {"open", DUE} else LATEST
    return rows.defer(*HEAVY).order_by(*order)


def counts(actor: Actor, wanted: LedgerFilter) -> dict[str, int]:
    """How many of the disputes that fit stand under each tab; one statement."""
    found = _fitting(actor, wanted).aggregate(
        **{f"n_{tab}": Count("pk", filter=_under(tab)) for tab in TABS}
    )
    return {tab: found[f"n_{tab}"] for tab in TABS}


def due_disputes(
    actor: Actor, until: date | None = None, after: date | None = None
) -> QuerySet[Dispute]:
    """What the actor has to see to for his organ, by day: until and after these days."""
    rows = own_disputes(actor).exclude(duty="")
    if not actor.roles & WRITERS:
        rows = rows.none()
    if until is not None:
        rows = rows.filter(due__lte=until)
    if after is not None:
        rows = rows.filter(due__gt=after)
    return rows.defer("party", "outcome", "lessons").order_by("due", "pk")


def disputes_of(actor: Actor, application_id: int) -> QuerySet[Dispute]:
    """The disputes over one application."""
    rows = disputes_seen(actor).filter(application_id=application_id).exclude(state=VOID)
    return rows.order_by("received_on", "pk")


def earlier_choices(actor: Actor) -> list[tuple[str, str]]:
    """What a lawsuit of the own organ may follow: reconsiderations, and lawsuits that are over."""
    is_review, is_over = Q(kind=DisputeKind.RECONSIDERATION.value), Q(state=CLOSED)
    rows = own_disputes(actor).filter(is_review | is_over).exclude(state=VOID)
    known = rows.defer("party", "outcome", "lessons").order_by("-received_on")
    return [(str(row.pk), EARLIER.format(row, row.sort.label, row.act[:30])) for row in known]


def organs_with_disputes(actor: Actor) -> QuerySet[Organ]:
    """The organs whose disputes the actor may look for."""
    return organs_within(actor).filter(until=None).order_by("name")


def _reads(actor: Actor) -> bool:
    return actor == SYSTEM or bool(actor.roles & READERS)


def _under(tab: str) -> Q:
    if tab == "open":
        return Q(state__in=OPEN)
    if tab == DUE:
        return ~Q(duty="")
    if tab == "corrected":
        return Q(state=CLOSED, result="corrected")
    return Q(state=tab) if tab else ~Q(state=VOID)


def _fitting(actor: Actor, wanted: LedgerFilter) -> QuerySet[Dispute]:
    rows = disputes_seen(actor) if wanted.organ else own_disputes(actor)
    if wanted.organ and wanted.organ != ALL_ORGANS:
        rows = rows.filter(organ_id=wanted.organ) if wanted.organ.isdecimal() else rows.none()
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.result:
        rows = rows.filter(result=wanted.result)
    if wanted.text:
        rows = rows.filter(_saying(wanted.text))
    if wanted.figure and wanted.period is not None:
        rows = rows.filter(counted(wanted.figure, wanted.period))
    return rows


def _saying(text: str) -> Q:
    named = ("case_number", "body", "act", "application_number", "party_masked")
    said = Q(party_key=blind_index(text, PARTY))
    for name in named:
        said |= Q(**{f"{name}__icontains": text})
    return said
