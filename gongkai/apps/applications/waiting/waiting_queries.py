"""What waits for a person in applications (我的待办), most pressing first."""

from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.apps.applications.delivery.queries import SENT_OUT
from gongkai.apps.applications.models import (
    Application,
    Delivery,
    Extension,
    FeeNotice,
    Letter,
    Redaction,
    Reply,
    ReplyReview,
)
from gongkai.apps.applications.redaction.states import CHECKERS, RedactionState
from gongkai.apps.applications.register.queue_queries import (
    BY_DUE,
    HEAVY,
    overdue,
    own_applications,
    own_cases,
)
from gongkai.apps.applications.replies.deciding_queries import ANEW, PASS
from gongkai.core.applications.doors import HANDLERS, HEADS, OFFICE
from gongkai.core.applications.lifecycle import CLOSED, UNANSWERED
from gongkai.core.identity import Actor

RECEIPT: Final = "DOC-01"


def _own(actor: Actor) -> QuerySet[Application]:
    return own_applications(actor).defer(*HEAVY)


def in_my_hands(actor: Actor) -> QuerySet[Application]:
    """The open cases the actor handles; the office looks after what nobody has, too."""
    rows = _own(actor).filter(state__in=UNANSWERED)
    mine = Q(handler_key=actor.key)
    if actor.roles & OFFICE:
        mine |= Q(handler_key="")
    return rows.filter(mine).order_by(*BY_DUE)


def late(actor: Actor, today: date) -> QuerySet[Application]:
    """What the actor should have answered, and has not."""
    return in_my_hands(actor).filter(overdue(today))


def due_between(actor: Actor, after: date, last: date) -> QuerySet[Application]:
    """What the actor has to answer after the one day and up to the other; not what stands still."""
    return in_my_hands(actor).filter(due__gt=after, due__lte=last, is_paused=False)


def to_begin(actor: Actor) -> QuerySet[Application]:
    """What came in and nobody has begun to look at."""
    rows = _own(actor) if actor.roles & HANDLERS else Application.objects.none()
    return rows.filter(state="received").exclude(received_on=None).order_by(*BY_DUE)


def to_confirm(actor: Actor) -> QuerySet[Application]:
    """What came in without proof of receipt: somebody has to confirm it with the applicant."""
    rows = _own(actor) if actor.roles & HANDLERS else Application.objects.none()
    return rows.filter(received_on=None, state__in=UNANSWERED).order_by("arrived_on", "pk")


def to_assign(actor: Actor) -> QuerySet[Application]:
    """What nobody has in hand."""
    rows = _own(actor) if actor.roles & OFFICE else Application.objects.none()
    return rows.filter(state__in=UNANSWERED, handler_key="").order_by(*BY_DUE)


def to_review(actor: Actor) -> QuerySet[Reply]:
    """Replies whose turn it is for one of the actor's roles, and that he has neither written nor
    let pass at another level."""
    roles = [role.value for role in actor.roles]
    rows = Reply.objects.filter(state="in_review", application__state="in_review")
    rows = rows.filter(level_role__in=roles)
    rows = rows.exclude(authors__icontains=f'"{actor.key}"').exclude(_passed_elsewhere(actor))
    return _of_own(actor, rows).order_by("arrived_at", "pk")


def _passed_elsewhere(actor: Actor) -> Exists:
    """That the actor let it pass at another level, since all were last asked to look anew."""
    anew = ReplyReview.objects.filter(
        reply=OuterRef("reply"), verdict__in=ANEW, pk__gt=OuterRef("pk")
    )
    own = ReplyReview.objects.filter(reply=OuterRef("pk"), verdict=PASS, actor_key=actor.key)
    return Exists(own.exclude(level=OuterRef("level")).exclude(Exists(anew)))


def to_issue(actor: Actor) -> QuerySet[Reply]:
    """Signed replies that wait to be issued."""
    rows = Reply.objects.filter(state="approved", application__state="approved")
    rows = rows if actor.roles & HANDLERS else rows.none()
    return _of_own(actor, rows).order_by("approved_at", "pk")


def sent_back(actor: Actor) -> QuerySet[Reply]:
    """Replies that came back to the actor."""
    rows = Reply.objects.filter(state="returned", authors__icontains=f'"{actor.key}"')
    return _of_own(actor, rows).order_by("saved_at", "pk")


def on_their_way(actor: Actor) -> QuerySet[Reply]:
    """Replies that the actor has written and others look at."""
    rows = Reply.objects.filter(state="in_review", authors__icontains=f'"{actor.key}"')
    return _of_own(actor, rows).order_by("arrived_at", "pk")


def _of_own(actor: Actor, rows: QuerySet[Reply]) -> QuerySet[Reply]:
    own = own_cases(actor)
    return rows.filter(application__in=own).select_related("application")


def extensions(actor: Actor) -> QuerySet[Extension]:
    """Extensions that wait for the head's decision, and that he has not proposed."""
    rows = Extension.objects.filter(state="proposed").exclude(proposed_key=actor.key)
    rows = rows if actor.roles & HEADS else rows.none()
    own = own_cases(actor)
    return rows.filter(application__in=own).select_related("application").order_by("proposed_at")


def fees(actor: Actor) -> QuerySet[FeeNotice]:
    """Suggested fees that wait for somebody else to confirm them."""
    rows = FeeNotice.objects.filter(state="suggested").exclude(suggested_key=actor.key)
    rows = rows if actor.roles & OFFICE else rows.none()
    own = own_cases(actor)
    return rows.filter(application__in=own).select_related("application").order_by("pk")


def failed(actor: Actor) -> QuerySet[Delivery]:
    """Letters that came back and nobody has seen to."""
    rows = Delivery.objects.filter(state="failed", settled_at=None)
    rows = rows if actor.roles & HANDLERS else rows.none()
    own = own_cases(actor)
    found = rows.filter(letter__application__in=own).defer("address", "signed_by")
    return found.select_related("letter__application").order_by("failed_on", "pk")


def unsent(actor: Actor) -> QuerySet[Letter]:
    """Letters that are issued and have not gone out yet; receipts are handed over at once."""
    rows = Letter.objects.filter(state="issued", code__in=SENT_OUT, deliveries=None)
    rows = rows.exclude(code=RECEIPT)
    rows = rows if actor.roles & HANDLERS else rows.none()
    own = own_cases(actor).exclude(state="void")
    found = rows.filter(application__in=own).defer("addressee", "content")
    return found.select_related("application").order_by("issued_at", "pk")


def unproved(actor: Actor) -> QuerySet[Delivery]:
    """Letters that went out and of which nobody knows yet whether they arrived."""
    rows = Delivery.objects.filter(state="sent", counts_on=None)
    rows = rows if actor.roles & HANDLERS else rows.none()
    own = own_cases(actor)
    found = rows.filter(letter__application__in=own).defer("address", "signed_by")
    return found.select_related("letter__application").order_by("sent_on", "pk")


def to_release(actor: Actor) -> QuerySet[Redaction]:
    """Redactions that wait for somebody else than their maker to release them."""
    rows = Redaction.objects.filter(state=RedactionState.PROPOSED).exclude(made_by_key=actor.key)
    rows = rows if actor.roles & CHECKERS else rows.none()
    own = own_cases(actor)
    return rows.filter(application__in=own).select_related("application").order_by("made_at", "pk")


def to_file(actor: Actor) -> QuerySet[Application]:
    """What is over and not filed yet."""
    rows = _own(actor).filter(state__in=CLOSED)
    mine = rows.filter(handler_key=actor.key) if not actor.roles & OFFICE else rows
    found = mine if actor.roles & HANDLERS else rows.none()
    return found.order_by("closed_on", "pk")


def waiting(actor: Actor, today: date) -> int:
    """How much waits for the actor, for the menu: few and narrow questions."""
    found = to_review(actor).count() + sent_back(actor).count() + late(actor, today).count()
    if actor.roles & HEADS:
        found += extensions(actor).count()
    if actor.roles & HANDLERS:
        found += failed(actor).count() + to_issue(actor).count()
    return found
