"""Reviewing replies (答复审核): each level passes a reply on, signs it, or sends it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.clocks import Moment
from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.models import Application, Entry, Reply, ReplyReview
from gongkai.apps.applications.receiving.opening import LONGEST_NOTE
from gongkai.apps.applications.replies import obstacles as replies_obstacles
from gongkai.apps.applications.replies.chains import unpacked
from gongkai.apps.applications.replies.deciding import mark_anew, step_of, touch
from gongkai.apps.applications.replies.deciding_queries import ANEW, PASS, RECALL
from gongkai.apps.applications.replies.locking_queries import locked_reply
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.core.applications.decisions_review import REPLY
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.lifecycle import Step
from gongkai.core.review.chain import Level, Passed, next_level, open_levels

SUBJECT: Final = "application:{pk}"
BACK: Final = "send_back"


@dataclass(frozen=True, slots=True)
class Turn:
    """A reply before the reviewer whose turn it is."""

    reply: Reply
    level: Level
    passed: list[ReplyReview]


@transaction.atomic
def pass_reply(
    actor: Actor, *, reply_id: int, expected: int, now: datetime, opinion: str = ""
) -> Reply:
    """Let a reply pass this level; the last one signs it. Raises BlockedError."""
    turn = _turn(actor, reply_id, expected)
    row = turn.reply
    review = _review(turn, actor, PASS, opinion, now)
    left = levels_left(row, [*turn.passed, review])
    verb = "pass_on" if left else "sign"
    step = step_of(row, verb, Role.REVIEWER)
    row.state, row.resume_at = step.target, None
    set_turn(row, left, now)
    if not left:
        row.approved_at = now
    touch(row, actor, now, writes=False)
    row.save()
    move_case(row, verb, Role.REVIEWER, Moment(actor, now, opinion))
    record(
        actor,
        f"{verb}_reply",
        SUBJECT.format(pk=row.application_id),
        after={"level": turn.level.label, "reply": row.number, "digest": row.digest},
        cite=step.cite,
    )
    return row


@transaction.atomic
def send_back_reply(
    actor: Actor, *, reply_id: int, expected: int, reason: str, now: datetime
) -> Reply:
    """Send a reply back with a reason; it will come back to this level."""
    turn = _turn(actor, reply_id, expected)
    row = turn.reply
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    _review(turn, actor, BACK, reason, now)
    row.state = step_of(row, "send_back", Role.REVIEWER).target
    row.resume_at = row.level
    set_turn(row, (), now)
    touch(row, actor, now, writes=False)
    row.save()
    move_case(row, BACK, Role.REVIEWER, Moment(actor, now, reason))
    record(
        actor,
        "send_back_reply",
        SUBJECT.format(pk=row.application_id),
        after={"level": turn.level.label, "reply": row.number, "reason": reason.strip()[:500]},
    )
    return row


@transaction.atomic
def recall_reply(
    actor: Actor, *, reply_id: int, expected: int, reason: str, now: datetime
) -> Reply:
    """Take a signed reply back before it is issued; all levels look at what becomes of it."""
    require(actor, Role.DISCLOSURE_OFFICE)
    row = locked_reply(actor, reply_id, expected)
    step = step_of(row, BACK, Role.DISCLOSURE_OFFICE)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    row.state, row.approved_at = step.target, None
    mark_anew(row, RECALL, Moment(actor, now, reason))
    touch(row, actor, now, writes=False)
    row.save()
    move_case(row, BACK, Role.DISCLOSURE_OFFICE, Moment(actor, now, reason))
    record(
        actor,
        "recall_reply",
        SUBJECT.format(pk=row.application_id),
        after={"reply": row.number, "reason": reason.strip()[:500]},
    )
    return row


def passed_by(row: Reply) -> list[ReplyReview]:
    """The reviews that let a reply pass, since all levels were last asked to look anew."""
    passed = list[ReplyReview]()
    for review in row.reviews.order_by("pk"):
        if review.verdict in ANEW:
            passed.clear()
        elif review.verdict == PASS:
            passed.append(review)
    return passed


def levels_left(row: Reply, passed: list[ReplyReview]) -> tuple[int, ...]:
    """The levels that have still to see a reply."""
    seen = [Passed(review.level, review.digest) for review in passed]
    return open_levels(unpacked(row.chain), seen, row.digest)


def set_turn(row: Reply, left: tuple[int, ...], now: datetime) -> None:
    """Whose turn it is among the levels that are left; nobody's where the reply is not reviewed."""
    level = next_level(left, row.resume_at) if row.state == "in_review" else None
    if level is None:
        row.level, row.level_role = None, ""
        return
    row.level, row.level_role = level, unpacked(row.chain)[level].role.value
    row.arrived_at = now


def move_case(row: Reply, verb: str, by: Role, moment: Moment) -> None:
    """The case goes along with its reply; the applicant is told nothing of it."""
    application, actor, now = row.application, moment.actor, moment.now
    before = application.state
    application.state = case_step(application, verb, by).target
    application.version += 1
    application.save(update_fields=["state", "version"])
    Entry.objects.create(
        application=application,
        verb=verb,
        before=before,
        after=application.state,
        day=localdate(now),
        note=moment.reason.strip()[:LONGEST_NOTE],
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )


def case_step(application: Application, verb: str, by: Role) -> Step:
    """The step of the case that goes with one of its reply. Raises BlockedError."""
    try:
        return CASE.step(application.state, verb, {by})
    except NotAllowedError as error:
        raise BlockedError(
            [replies_obstacles.case_not_open(CASE.label(application.state))]
        ) from error


def turn_faults(row: Reply, passed: list[ReplyReview], actor: Actor) -> Iterator[Finding]:
    """Why it is not for the actor to review a reply."""
    if row.level is None or row.state != "in_review":
        yield replies_obstacles.not_open(REPLY.label(row.state))
        return
    level = unpacked(row.chain)[row.level]
    if level.role not in actor.roles:
        yield replies_obstacles.not_your_turn(level.label)
    if actor.key in row.authors:
        yield replies_obstacles.own_text()
    before = next(
        (
            review
            for review in passed
            if review.actor_key == actor.key and review.level != row.level
        ),
        None,
    )
    if before is not None:
        yield replies_obstacles.reviewed_before(before.label)


def _turn(actor: Actor, reply_id: int, expected: int) -> Turn:
    """The reply, if it is for the actor to look at it now."""
    row = locked_reply(actor, reply_id, expected)
    passed = passed_by(row)
    if faults := list(turn_faults(row, passed, actor)):
        raise BlockedError(faults)
    return Turn(row, unpacked(row.chain)[row.level or 0], passed)


def _review(turn: Turn, actor: Actor, verdict: str, text: str, now: datetime) -> ReplyReview:
    row = turn.reply
    return ReplyReview.objects.create(
        reply=row,
        version=row.version,
        digest=row.digest,
        level=row.level or 0,
        label=turn.level.label,
        role=turn.level.role.value,
        verdict=verdict,
        reason=text.strip()[:500],
        actor_key=actor.key,
        actor_name=actor.name[:100],
        at=now,
    )
