"""Replying (答复): sending a reply to review, issuing it, answering on the spot."""

import hashlib
import json
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases import obstacles as handling_obstacles
from gongkai.apps.applications.cases.casework import drop_open_work, over
from gongkai.apps.applications.cases.clocks import Moment, end_clock
from gongkai.apps.applications.letters.lettering import Order, composed, issued
from gongkai.apps.applications.models import Letter, Reply, RequestItem
from gongkai.apps.applications.receiving.opening import tell
from gongkai.apps.applications.replies import obstacles
from gongkai.apps.applications.replies.chains import chain_of, packed
from gongkai.apps.applications.replies.deciding import (
    ELSEWHERE,
    mark_anew,
    remedy_in,
    settle,
    step_of,
    touch,
)
from gongkai.apps.applications.replies.deciding_queries import (
    GIVEN,
    TAKEN_BACK,
    Decided,
    decided,
    open_points,
)
from gongkai.apps.applications.replies.locking_queries import WRITERS, locked_reply
from gongkai.apps.applications.replies.reviewing import (
    case_step,
    levels_left,
    move_case,
    passed_by,
    set_turn,
)
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import require
from gongkai.apps.wires.events import announce
from gongkai.core.applications.decisions_review import AT_ONCE
from gongkai.core.events import ApplicationReplied
from gongkai.core.finding import BlockedError, Severity
from gongkai.core.identity import Actor, Role
from gongkai.core.lifecycle import Step

SUBJECT: Final = "application:{pk}"
ISSUERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)


@transaction.atomic
def propose_reply(actor: Actor, *, reply_id: int, expected: int, now: datetime) -> Reply:
    """Send a reply to review; it resumes at the level that sent it back. Raises BlockedError."""
    require(actor, *WRITERS)
    row = locked_reply(actor, reply_id, expected)
    step = step_of(row, "submit", Role.HANDLER)
    found = complete(row, now)
    composed(row.application, order_of(row, found), now)
    row.digest = digest_of(row)
    row.chain = row.chain or packed(chain_of(row.application.organ_id))
    row.state, row.proposed_at = step.target, now
    left = levels_left(row, passed_by(row))
    set_turn(row, left or (len(row.chain) - 1,), now)
    touch(row, actor, now)
    row.save()
    move_case(row, "submit", Role.HANDLER, Moment(actor, now, ""))
    record(
        actor,
        "propose_reply",
        SUBJECT.format(pk=row.application_id),
        after={"reply": row.number, "kind": row.kind, "digest": row.digest},
        cite=step.cite,
    )
    return row


@transaction.atomic
def take_back_reply(actor: Actor, *, reply_id: int, expected: int, now: datetime) -> Reply:
    """Take a reply back from review, to go on writing; nobody asked for what is changed then, so
    that levels which let it pass look anew."""
    require(actor, *WRITERS)
    row = locked_reply(actor, reply_id, expected)
    row.state = step_of(row, "take_back", Role.HANDLER).target
    if passed_by(row):
        row.resume_at = None
        mark_anew(row, TAKEN_BACK, Moment(actor, now, ""))
    set_turn(row, (), now)
    touch(row, actor, now)
    row.save()
    move_case(row, "take_back", Role.HANDLER, Moment(actor, now, ""))
    record(actor, "take_back_reply", SUBJECT.format(pk=row.application_id))
    return row


@transaction.atomic
def issue_reply(actor: Actor, *, reply_id: int, expected: int, now: datetime) -> Letter:
    """Issue a signed reply: number, files, row of the yearly table and the end of the clock, all
    in one transaction. Sending it is the next step. Raises BlockedError."""
    require(actor, *ISSUERS)
    row = locked_reply(actor, reply_id, expected)
    letter = _issued(row, step_of(row, "reply", Role.HANDLER), actor, now)
    record(actor, "issue_reply", SUBJECT.format(pk=row.application_id), after=_told(row, letter))
    return letter


@transaction.atomic
def reply_at_once(actor: Actor, *, reply_id: int, expected: int, now: datetime) -> Letter:
    """Answer on the spot (Art. 33(1)), without review: only where something is given."""
    require(actor, *ISSUERS)
    row = locked_reply(actor, reply_id, expected)
    step = step_of(row, "reply_at_once", Role.HANDLER)
    found = complete(row, now)
    if found.is_several:
        raise BlockedError([obstacles.several_at_once()])
    main = found.decisions[0]
    if main.key not in AT_ONCE:
        raise BlockedError([obstacles.not_at_once(main.label)])
    row.application.is_on_the_spot = True
    letter = _issued(row, step, actor, now)
    record(actor, "issue_reply", SUBJECT.format(pk=row.application_id), after=_told(row, letter))
    return letter


def _issued(row: Reply, step: Step, actor: Actor, now: datetime) -> Letter:
    application, found, today = row.application, decided(row), localdate(now)
    before = application.state
    application.state = case_step(application, step.verb, Role.HANDLER).target
    settle(application, found.decisions)
    application.remedy = remedy_in(found)[0].value
    application.replied_on = today
    over(application, today)
    application.version += 1
    application.save()
    letter = issued(application, order_of(row, found), actor=actor, now=now)
    row.state, row.issued_at = step.target, now
    touch(row, actor, now, writes=False)
    row.save()
    drop_open_work(application)
    _settle_items(found)
    tell(application, step.verb, actor=actor, now=now, note=letter.number, before=before)
    end_clock(application, actor=actor, now=now)
    announce(ApplicationReplied(application.pk, row.pk))
    return letter


def _told(row: Reply, letter: Letter) -> dict[str, str | bool]:
    """What the journal says of it: the choice and what followed from it."""
    application = row.application
    return {
        "letter": letter.number,
        "decision": application.decision,
        "row": application.result_row,
        "remedy": application.remedy,
        "on_the_spot": application.is_on_the_spot,
    }


def _settle_items(found: Decided) -> None:
    """Each thing that was asked for has its own result (R2-14)."""
    for number, decision in zip(found.numbers, found.decisions, strict=False):
        RequestItem.objects.filter(pk=number).update(decision=decision.key)


def complete(row: Reply, now: datetime) -> Decided:
    """What a reply decides, if nothing is missing. Raises BlockedError with all that is."""
    if row.application.received_on is None:
        raise BlockedError([handling_obstacles.not_received()])
    found = decided(row)
    main = found.main
    if main is None:
        raise BlockedError([obstacles.no_kind()])
    if found.letter is None or main.family in ELSEWHERE:
        raise BlockedError([obstacles.no_letter(main.label)])
    gaps = [*open_points(row, found, localdate(now))]
    errors = [gap for gap in gaps if gap.severity is Severity.ERROR]
    if errors:
        raise BlockedError(errors)
    return found


def order_of(row: Reply, found: Decided) -> Order:
    """The letter a reply goes out as."""
    remedy, in_part = remedy_in(found)
    letter = found.letter
    if letter is None:
        raise BlockedError([obstacles.no_kind()])
    given = row.application.files.filter(purpose__in=GIVEN)
    return Order(
        letter.code,
        paragraphs=tuple(row.body),
        attachments=tuple(given.values_list("name", flat=True)),
        reply=row,
        remedy=remedy,
        in_part=in_part,
        source=f"reply:{row.pk}",
    )


def digest_of(row: Reply) -> str:
    """The digest of what the levels look at: the decision, its facts, the text."""
    content = [row.kind, row.facts, row.body]
    told = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
