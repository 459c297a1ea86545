"""Extension (延长, Art. 33 (2)): proposed by a handler, approved by the head before it is due.

The statute extends a term, once and by twenty working days at most. Where the term begins anew
(corrected, paid, opened again) the extension is spent with the old one, and the new one may be
extended.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, clock_on, step_on
from gongkai.apps.applications.cases.casework_queries import InHand, part_of_case, taken
from gongkai.apps.applications.cases.clocks import history_of, statutory_clock
from gongkai.apps.applications.handling import obstacles as handling_obstacles
from gongkai.apps.applications.models import Extension
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import Cause, Entry, Mark, extension_faults, reckon
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

GOING: Final = ("proposed", "approved")


@dataclass(frozen=True, slots=True)
class Proposal:
    """By how many working days, and why."""

    workdays: int
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the head says to a proposal."""

    approved: bool
    note: str = ""


@transaction.atomic
def propose_extension(
    actor: Actor, *, application_id: int, expected: int, proposal: Proposal, now: datetime
) -> Extension:
    """Propose to reply later; nothing moves before the head has approved. Raises BlockedError."""
    case = taken(actor, application_id, "propose_extension", now=now, expected=expected)
    due = case.application.due
    faults = _faults(case, proposal.workdays)
    if Extension.objects.filter(application=case.application, state__in=GOING).exists():
        faults = [handling_obstacles.extended_before()]
    if not proposal.reason.strip():
        faults.append(obstacles.lacking("延长的理由", "reason"))
    if faults or due is None:
        raise BlockedError(faults)
    row = Extension.objects.create(
        application=case.application,
        workdays=proposal.workdays,
        reason=proposal.reason.strip()[:500],
        proposed_key=actor.key,
        proposed_by=actor.name[:100],
        proposed_at=now,
        due_before=due,
    )
    step_on(case, Telling(PROPOSED.format(days=row.workdays, reason=row.reason)))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"extension": row.pk, "workdays": row.workdays},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def decide_extension(
    actor: Actor, *, extension_id: int, verdict: Verdict, now: datetime
) -> Extension:
    """Approve or decline, as the head of the work body: before the reply is due, and never what
    one proposed oneself. Raises BlockedError."""
    found = part_of_case(actor, Extension.objects.all(), extension_id)
    case = taken(actor, found.application_id, "decide_extension", now=now)
    row = Extension.objects.select_for_update().get(pk=found.pk)
    if faults := _verdict_faults(case, row, verdict):
        raise BlockedError(faults)
    row.state = "approved" if verdict.approved else "declined"
    row.decided_by, row.decided_at = actor.name[:100], now
    row.note = verdict.note.strip()[:500]
    words = APPROVED if verdict.approved else DECLINED
    note = words.format(days=row.workdays, reason=row.reason if verdict.approved else row.note)
    step_on(case, Telling(note, is_public=verdict.approved))
    if verdict.approved:
        entry = Entry(
            Mark.EXTEND, case.today, Cause.EXTENSION, source_of(row), workdays=row.workdays
        )
        row.due_before = case.application.due or row.due_before
        clock_on(case, entry, note)
        row.due_after = case.application.due
    row.save()
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"extension": row.pk, "state": row.state, "due": row.due_after},
        cite=case.step.cite,
    )
    return row


def _verdict_faults(case: InHand, row: Extension, verdict: Verdict) -> list[Finding]:
    if row.state != "proposed":
        return [handling_obstacles.decided_before()]
    if row.proposed_key == case.actor.key:
        return [obstacles.own_proposal()]
    if verdict.approved:
        return _faults(case, row.workdays)
    return [] if verdict.note.strip() else [obstacles.lacking("不批准的理由", "note")]


def _faults(case: InHand, workdays: int) -> list[Finding]:
    reckoning = reckon(history_of(case.application), statutory_clock(calendar()))
    return list(extension_faults(reckoning, case.today, workdays))


def source_of(row: Extension) -> str:
    """The name of the extension in the clock."""
    return f"extension:{row.pk}"


PROPOSED: Final = "申请延长 {days} 个工作日：{reason}"
APPROVED: Final = "经批准延长答复期限 {days} 个工作日：{reason}"
DECLINED: Final = "没有批准延长 {days} 个工作日：{reason}"
