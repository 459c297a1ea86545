"""Looking up changes of class (公开属性变更) and what has to be looked at again (定期评估)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils.timezone import localdate

from gongkai.apps.organs.scope import Purpose, one, within
from gongkai.apps.publishing import obstacles
from gongkai.apps.publishing.models import AttributeChange, Item, Reassessment
from gongkai.core.finding import Finding
from gongkai.core.identity import Actor
from gongkai.core.lifecycle import Step
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.disclosure import DisclosureClass

SOON = timedelta(days=30)
KEPT_BACK = (DisclosureClass.NOT_PUBLIC, DisclosureClass.ON_APPLICATION)
OVER = CHANGE.ends()


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are looked for: `mine` to decide, `open`, `closed`, or all."""

    which: str = "open"
    after: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReassessmentFilter:
    """Which of what is kept back is looked for: `overdue`, `due` soon, `coming`, or all."""

    which: str = "all"
    disclosure_class: str = ""
    ground: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in a list."""

    pk: int
    title: str
    before: str
    after: str
    proposed_by: str
    proposed_at: datetime
    state: str
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptBack:
    """One item that is kept back, in a list; `last_on` is when it was looked at last."""

    pk: int
    title: str
    disclosure_class: str
    ground: str
    unit: str
    reassess_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """One opinion on a change."""

    label: str
    verb: str
    text: str
    name: str
    at: datetime


def change(actor: Actor, change_id: int) -> AttributeChange:
    """That change, of an organ the actor works for. Raises DoesNotExist."""
    rows = AttributeChange.objects.select_related("item__organ", "item__unit")
    return one(actor, rows, change_id, to=Purpose.WORK, field="item__organ")


def changes(actor: Actor, wanted: ChangeFilter) -> list[AttributeChange]:
    """The changes of the actor's organ that fit, latest first."""
    rows = within(actor, AttributeChange.objects.all(), to=Purpose.WORK, field="item__organ")
    if wanted.which in {"mine", "open"}:
        rows = rows.exclude(state__in=OVER)
    if wanted.which == "closed":
        rows = rows.filter(state__in=OVER)
    if wanted.after:
        rows = rows.filter(after=wanted.after)
    if wanted.text:
        rows = rows.filter(item__title__icontains=wanted.text)
    found = list(rows.select_related("item"))
    return [row for row in found if is_mine(actor, row)] if wanted.which == "mine" else found


def change_rows(actor: Actor, wanted: ChangeFilter) -> list[ChangeRow]:
    """The changes that fit, as a list shows them."""
    return [
        ChangeRow(
            row.pk,
            row.item.title,
            row.before,
            row.after,
            row.proposed_by,
            row.proposed_at,
            row.state,
            row.closed_at,
        )
        for row in changes(actor, wanted)
    ]


def opinions(change: AttributeChange) -> list[Said]:
    """What was said on a change, in order."""
    return [
        Said(
            said["label"],
            said["verb"],
            said["text"],
            said["name"],
            datetime.fromisoformat(said["at"]),
        )
        for said in change.opinions
    ]


def changes_of(item: Item) -> QuerySet[AttributeChange]:
    """The changes that were proposed for an item, latest first."""
    return item.changes.all()


def steps_open(actor: Actor, change: AttributeChange) -> tuple[Step, ...]:
    """What somebody in the actor's roles may decide in the state the change is in."""
    return CHANGE.open_to(change.state, actor.roles)


def is_mine(actor: Actor, change: AttributeChange) -> bool:
    """Whether the change waits for the actor."""
    return bool(steps_open(actor, change)) and not decision_objections(actor, change)


def decision_objections(actor: Actor, change: AttributeChange) -> list[Finding]:
    """Why the actor may not decide though his role might: own proposal, or decided before."""
    return list(_objections(actor, change))


def _objections(actor: Actor, change: AttributeChange) -> Iterator[Finding]:
    if actor.key == change.proposed_by_key:
        yield obstacles.own_proposal()
    if any(said["key"] == actor.key for said in change.opinions):
        yield obstacles.decided_before()


def kept_back(actor: Actor, wanted: ReassessmentFilter, today: date) -> list[KeptBack]:
    """What the actor's organ keeps back and looks at again, the earliest due first."""
    rows = _reassessable(actor).filter(**_bounds(today).get(wanted.which, {}))
    if wanted.disclosure_class:
        rows = rows.filter(disclosure_class=wanted.disclosure_class)
    if wanted.ground:
        rows = rows.filter(ground=wanted.ground)
    if wanted.text:
        rows = rows.filter(title__icontains=wanted.text)
    shown = rows.annotate(last_at=Max("reassessments__at")).values_list(
        "pk", "title", "disclosure_class", "ground", "unit__name", "reassess_on", "last_at"
    )
    return [
        KeptBack(pk, title, kept, ground, unit or "", on, localdate(last) if last else None)
        for pk, title, kept, ground, unit, on, last in shown.order_by("reassess_on", "pk")
    ]


def kept_back_counts(actor: Actor, today: date) -> dict[str, int]:
    """How much is overdue, due soon, coming, and all together."""
    rows = _reassessable(actor).order_by()
    named = {name: Count("pk", filter=Q(**bound)) for name, bound in _bounds(today).items()}
    found: dict[str, int] = rows.aggregate(all=Count("pk"), **named)
    return found


def titles(actor: Actor, numbers: Sequence[int]) -> dict[int, str]:
    """The titles of items of the actor's organ."""
    rows = within(actor, Item.objects.filter(pk__in=numbers), to=Purpose.WORK)
    return dict(rows.values_list("pk", "title"))


def _reassessable(actor: Actor) -> QuerySet[Item]:
    rows = Item.objects.exclude(reassess_on=None).exclude(state="discarded")
    return within(actor, rows, to=Purpose.WORK)


def _bounds(today: date) -> dict[str, dict[str, date]]:
    return {
        "overdue": {"reassess_on__lte": today},
        "due": {"reassess_on__gt": today, "reassess_on__lte": today + SOON},
        "coming": {"reassess_on__gt": today + SOON},
    }


def reassessed(item: Item) -> QuerySet[Reassessment]:
    """When an item was looked at again, and what came of it; latest first."""
    return Reassessment.objects.filter(item=item)
