"""What waits for a person (我的待办), and what he waits for others to do."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from gongkai.apps.organs.scope import Purpose, within
from gongkai.apps.publishing.item_queries import PENDING
from gongkai.apps.publishing.models import AttributeChange, Edition, Item, Placement
from gongkai.apps.publishing.placing import TO_FOLLOW
from gongkai.apps.publishing.queries import for_review, named_in, overdue
from gongkai.core.identity import Actor, Role
from gongkai.core.publishing.changes import CHANGE
from gongkai.core.publishing.doors import DETERMINERS, RELEASERS, REVIEWERS, WRITERS
from gongkai.core.publishing.lifecycle import EDITABLE

DUE = F("item__due").asc(nulls_last=True)


def _editions(actor: Actor) -> QuerySet[Edition]:
    rows = Edition.objects.filter(state__in=PENDING)
    return within(actor, rows, to=Purpose.WORK, field="item__organ")


def _by_me(actor: Actor) -> Q:
    return Q(item__drafter_key=actor.key) | Q(authors__icontains=named_in(actor))


def _shown(rows: QuerySet[Edition]) -> QuerySet[Edition]:
    return rows.select_related("item").defer("content", "chain")


def to_review(actor: Actor) -> QuerySet[Edition]:
    """What waits for the actor's review and he has not written: urgent ones first, then by day."""
    return _shown(for_review(actor)).order_by("-is_urgent", DUE, "arrived_at", "pk")


def next_to_review(actor: Actor, but: int) -> int | None:
    """The number of the edition to review next, that one left out; None where none waits."""
    return to_review(actor).exclude(pk=but).values_list("pk", flat=True).first()


def returned(actor: Actor) -> QuerySet[Edition]:
    """What was sent back to the actor."""
    rows = _editions(actor).filter(_by_me(actor), state="returned")
    return _shown(rows).order_by(DUE, "saved_at", "pk")


def drafts(actor: Actor) -> QuerySet[Edition]:
    """What the actor is writing."""
    rows = _editions(actor).filter(_by_me(actor), state="draft")
    return _shown(rows).order_by(DUE, "-saved_at", "pk")


def on_their_way(actor: Actor) -> QuerySet[Edition]:
    """What the actor has written and others have in hand."""
    rows = _editions(actor).filter(_by_me(actor)).exclude(state__in=EDITABLE)
    return _shown(rows).order_by(DUE, "arrived_at", "pk")


def in_state(actor: Actor, state: str) -> QuerySet[Edition]:
    """What waits for the disclosure office in that state; nothing for whoever is not of it."""
    if not actor.roles & RELEASERS:
        return Edition.objects.none()
    rows = _editions(actor).filter(state=state)
    return _shown(rows).order_by(F("scheduled_for").asc(nulls_last=True), DUE, "saved_at", "pk")


def to_follow(actor: Actor) -> QuerySet[Placement]:
    """Copies elsewhere that have to be changed or taken down as their items were."""
    if not actor.roles & (RELEASERS | {Role.DRAFTER}):
        return Placement.objects.none()
    rows = Placement.objects.filter(state=TO_FOLLOW)
    found = within(actor, rows, to=Purpose.WORK, field="item__organ")
    return found.select_related("item").order_by("asked_at", "pk")


def to_decide(actor: Actor) -> QuerySet[AttributeChange]:
    """Changes of disclosure class for the actor to decide on: not his own, and not decided before.

    The keys of those who have decided stand in the stored opinions.
    """
    open_to = [state.key for state in CHANGE.states if CHANGE.open_to(state.key, actor.roles)]
    rows = AttributeChange.objects.filter(state__in=open_to)
    rows = rows.exclude(proposed_by_key=actor.key).exclude(opinions__icontains=named_in(actor))
    found = within(actor, rows, to=Purpose.WORK, field="item__organ")
    return found.select_related("item").order_by("proposed_at", "pk")


def proposed(actor: Actor) -> QuerySet[AttributeChange]:
    """Changes that the actor has proposed and others decide."""
    states = [state.key for state in CHANGE.states if state.key not in CHANGE.ends()]
    rows = AttributeChange.objects.filter(state__in=states, proposed_by_key=actor.key)
    found = within(actor, rows, to=Purpose.WORK, field="item__organ")
    return found.select_related("item").order_by("proposed_at", "pk")


def to_reassess(actor: Actor, until: date, after: date = date.min) -> QuerySet[Item]:
    """What is kept back and has to be looked at again by that day (and after another one)."""
    if not actor.roles & RELEASERS:
        return Item.objects.none()
    rows = Item.objects.filter(state="filed", reassess_on__gt=after, reassess_on__lte=until)
    return within(actor, rows, to=Purpose.WORK).order_by("reassess_on", "pk")


def due_by(actor: Actor, until: date, after: date = date.min) -> QuerySet[Item]:
    """What has to be public by that day (and after another one) and is not yet.

    The disclosure office sees the organ's, whoever else writes what he has begun.
    """
    if not actor.roles & WRITERS:
        return Item.objects.none()
    rows = Item.objects.filter(overdue(until + timedelta(days=1)), due__gt=after)
    if not actor.roles & RELEASERS:
        rows = rows.filter(drafter_key=actor.key)
    return within(actor, rows, to=Purpose.WORK).order_by("due", "pk")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits for a person."""

    editions: int = 0
    changes: int = 0
    items: int = 0
    copies: int = 0

    @property
    def waiting(self) -> int:
        """All that the person himself has to do."""
        return self.editions + self.changes + self.items + self.copies


def counts(actor: Actor, today: date) -> Counts:
    """How much waits for the actor, for the menu: few and narrow questions."""
    if actor.organ_id is None:
        return Counts()
    wanted = _by_me(actor) & Q(state="returned")
    if actor.roles & RELEASERS:
        wanted |= Q(state__in=("approved", "objected"))
    reviews = to_review(actor).count() if actor.roles & REVIEWERS else 0
    others = _editions(actor).filter(wanted).count()
    return Counts(
        editions=reviews + others,
        changes=to_decide(actor).count() if actor.roles & DETERMINERS else 0,
        items=to_reassess(actor, today).count(),
        copies=to_follow(actor).count(),
    )
