"""Deciding on an application (拟答复): the choice, its facts, the text that follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.cases.clocks import Moment
from gongkai.apps.applications.letters.templates_queries import wording_of
from gongkai.apps.applications.letters.values import values_of
from gongkai.apps.applications.models import Application, Reply, ReplyReview
from gongkai.apps.applications.replies import obstacles
from gongkai.apps.applications.replies.deciding_queries import (
    ANEW,
    CHANGED,
    ITEMS,
    Decided,
    decided,
    priority,
)
from gongkai.apps.applications.replies.locking_queries import WRITERS, writable
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.decisions import (
    DECISION,
    Decision,
    Family,
    Remedy,
    main_of,
    remedy_of,
    row_of,
    strictest,
)
from gongkai.core.applications.decisions_checks import remedy_for
from gongkai.core.applications.decisions_facts import MOST
from gongkai.core.applications.decisions_review import OPEN, REPLY
from gongkai.core.applications.letters import wording
from gongkai.core.applications.letters.drafting import drafted, drafted_for_several
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Step

SUBJECT: Final = "application:{pk}"
MAY_BEGIN: Final = frozenset({"received", "examining", "handling"})
ELSEWHERE: Final = frozenset({Family.UNCORRECTED, Family.UNPAID})
"""Decided by a step of the case itself, which issues their letter."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: the answers of the wizard, the decision, its facts.

    `items`: where the things asked for are answered one by one, the decision and the facts of each,
    by the number of its row.
    """

    kind: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[int, tuple[str, Mapping[str, str]]] = field(default_factory=dict)


@transaction.atomic
def begin_reply(actor: Actor, *, application_id: int, now: datetime, reason: str = "") -> Reply:
    """Begin to write a reply, or go on with the one that is open; `reason`: why again."""
    require(actor, *WRITERS)
    application = locked_case(actor, application_id)
    if found := Reply.objects.filter(application=application, state__in=OPEN).first():
        return found
    if application.state not in MAY_BEGIN:
        raise BlockedError([obstacles.case_not_open(CASE.label(application.state))])
    last = application.replies.aggregate(last=Max("number"))["last"] or 0
    row = Reply.objects.create(
        application=application,
        number=last + 1,
        reason=reason.strip()[:500],
        authors=[actor.key],
        saved_at=now,
    )
    record(actor, "begin_reply", SUBJECT.format(pk=application.pk), after={"reply": row.number})
    return row


@transaction.atomic
def save_decision(
    actor: Actor, *, reply_id: int, expected: int, choice: Choice, now: datetime
) -> Reply:
    """Keep what is decided and write the text anew from it.

    A text that was edited is replaced only where the decision or a fact has changed; levels that
    let it pass look anew then, since a ground or a part that is kept back is no mending of words.
    What is still missing is told on the page, and when it is proposed.
    """
    row = writable(actor, reply_id, expected)
    before = (row.kind, row.facts)
    row.answers = dict(choice.answers)
    row.kind, row.facts = _stored(row, choice)
    found = decided(row)
    is_changed = (row.kind, row.facts) != before
    if is_changed or not row.body:
        row.body = paragraphs_of(row, found)
    if is_changed and _has_been_reviewed(row):
        row.resume_at = None
        mark_anew(row, CHANGED, Moment(actor, now, ""))
    touch(row, actor, now)
    row.save()
    record(
        actor,
        "save_decision",
        SUBJECT.format(pk=row.application_id),
        before={"kind": before[0]},
        after={"reply": row.number, "kind": row.kind},
    )
    return row


@transaction.atomic
def save_text(actor: Actor, *, reply_id: int, expected: int, text: str, now: datetime) -> Reply:
    """Keep an edited text of the letter, one paragraph a line."""
    row = writable(actor, reply_id, expected)
    paragraphs = [line.rstrip() for line in text.splitlines() if line.strip()]
    if not paragraphs:
        raise BlockedError([obstacles.empty_text()])
    if len(text) > wording.MOST:
        raise BlockedError([obstacles.too_long(wording.MOST)])
    row.body = paragraphs
    touch(row, actor, now)
    row.save()
    record(
        actor,
        "edit_reply",
        SUBJECT.format(pk=row.application_id),
        after={"reply": row.number, "version": row.version},
    )
    return row


@transaction.atomic
def discard_reply(actor: Actor, *, reply_id: int, expected: int, now: datetime) -> Reply:
    """Give up a reply that is not under review; another one may be begun."""
    row = writable(actor, reply_id, expected)
    row.state = step_of(row, "discard", Role.HANDLER).target
    touch(row, actor, now)
    row.save()
    told = {"reply": row.number}
    record(actor, "discard_reply", SUBJECT.format(pk=row.application_id), after=told)
    return row


def step_of(row: Reply, verb: str, by: Role) -> Step:
    """The reply's step of that name. Raises BlockedError where it is not open now."""
    try:
        return REPLY.step(row.state, verb, {by})
    except NotAllowedError as error:
        raise BlockedError([obstacles.not_open(REPLY.label(row.state))]) from error


def touch(row: Reply, actor: Actor, now: datetime, *, writes: bool = True) -> None:
    """A new version; whoever writes is one of its authors from now on."""
    row.version += 1
    row.saved_at = now
    if writes and actor.key not in row.authors:
        row.authors = [*row.authors, actor.key]


def paragraphs_of(row: Reply, found: Decided) -> list[str]:
    """The text that follows from what is decided, in the organ's wording."""
    application = row.application
    values, words = values_of(application), wording_of(application.organ_id)
    if found.is_several:
        return drafted_for_several(found.items, values, words)
    if not found.items:
        return []
    (item,) = found.items
    return drafted(item.decision, item.facts, values, words)


def _stored(row: Reply, choice: Choice) -> tuple[str, dict[str, object]]:
    """The main decision and the facts as they are kept. Raises BlockedError."""
    if not choice.items:
        if choice.kind and choice.kind not in DECISION:
            raise BlockedError([obstacles.no_kind()])
        decision = DECISION.get(choice.kind)
        return choice.kind, {} if decision is None else dict(_known(decision, choice.facts))
    own = set(row.application.items.values_list("pk", flat=True))
    kinds = [kind for kind, _ in choice.items.values()]
    if own != set(choice.items) or not set(kinds) <= set(DECISION):
        raise BlockedError([obstacles.unknown_item()])
    main = main_of([DECISION[kind] for kind in kinds], priority())
    parts = [
        {"item": number, "kind": kind, "facts": _known(DECISION[kind], facts)}
        for number, (kind, facts) in sorted(choice.items.items())
    ]
    return main.key, {ITEMS: parts}


def _known(decision: Decision, facts: Mapping[str, str]) -> dict[str, str]:
    """The facts the decision asks for, as far as they are told, and no others."""
    told = {fact.key: facts.get(fact.key, "").strip()[: MOST + 1] for fact in decision.facts}
    return {key: value for key, value in told.items() if value}


def settle(application: Application, decisions: Sequence[Decision]) -> Decision:
    """Put on the case what was decided: kind, row of the yearly table, remedy; nothing is saved."""
    main = main_of(decisions, priority())
    application.decision = main.key
    application.result_row = row_of(main, settings.GONGKAI_COUNTED_ROWS)
    application.remedy = remedy_of(decisions).value
    return main


def remedy_in(found: Decided) -> tuple[Remedy, bool]:
    """The remedy of the letter, and whether only a part of it is a refusal."""
    remedy = strictest(remedy_for(item.decision, item.facts) for item in found.items)
    refusing = [row for row in found.decisions if row.family is Family.REFUSED]
    first = remedy is Remedy.RECONSIDERATION_FIRST
    return remedy, first and len(refusing) < len(found.decisions)


def _has_been_reviewed(row: Reply) -> bool:
    """Whether somebody said something to it, since all levels were last asked to look anew."""
    last = row.reviews.order_by("pk").last()
    return last is not None and last.verdict not in ANEW


def mark_anew(row: Reply, verdict: str, moment: Moment) -> None:
    """From here on all levels look anew; what was said before stays on record."""
    ReplyReview.objects.create(
        reply=row,
        version=row.version,
        digest=row.digest,
        level=0,
        label=REPLY.label(row.state),
        verdict=verdict,
        reason=moment.reason.strip()[:500],
        actor_key=moment.actor.key,
        actor_name=moment.actor.name[:100],
        at=moment.now,
    )
