"""Too much asked (Art. 35): asking for reasons, judging them, deferring the reply to a told day.

The clock runs on while reasons are awaited: the Regulations take nothing out for that. Nobody has
kept silent who was never reached by the notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import Telling, clock_on, step_on
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling import asking_obstacles
from gongkai.apps.applications.handling.correcting import day_faults, is_put_off
from gongkai.apps.applications.models import Application, Deferral
from gongkai.apps.applications.receiving.opening import tell
from gongkai.apps.journal.record import record
from gongkai.core.applications.deadlines import Cause, Entry, Mark
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class ReasonsNotice:
    """The facts of number and frequency, and until when reasons may be given."""

    facts: str
    answer_by: date


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the applicant says, and on which day it came."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class ReasonsVerdict:
    """Whether the reasons hold, and why."""

    is_reasonable: bool
    judged: str


@transaction.atomic
def ask_reasons(
    actor: Actor, *, application_id: int, expected: int, notice: ReasonsNotice, now: datetime
) -> Deferral:
    """Ask for reasons, once, saying what number and frequency are beyond the reasonable."""
    case = taken(actor, application_id, "ask_reasons", now=now, expected=expected)
    faults = []
    if Deferral.objects.filter(application=case.application).exists():
        faults.append(asking_obstacles.asked_before())
    if not notice.facts.strip():
        faults.append(obstacles.lacking("数量、频次的情况", "facts"))
    if notice.answer_by <= case.today:
        faults.append(obstacles.term_too_short(TERM, notice.answer_by))
    if faults:
        raise BlockedError(faults)
    row = Deferral.objects.create(
        application=case.application,
        facts=notice.facts.strip()[:LONGEST],
        asked_on=case.today,
        answer_by=notice.answer_by,
    )
    step_on(case, Telling(ASKED.format(day=notice.answer_by), is_public=True))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"answer_by": notice.answer_by},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def record_reasons_delivery(
    actor: Actor, *, application_id: int, delivered_on: date, now: datetime
) -> Deferral:
    """Note on which day the notice reached the applicant: without it nobody has kept silent."""
    case = taken(actor, application_id, "record_reasons", now=now)
    row = Deferral.objects.select_for_update().get(application=case.application)
    faults = list(day_faults(case, delivered_on, "delivered_on", row.asked_on))
    if row.delivered_on is not None:
        faults.append(obstacles.delivered_before(row.delivered_on))
    if faults:
        raise BlockedError(faults)
    take_reasons_delivery(case, row, delivered_on)
    record(
        actor,
        "deliver_reasons",
        case.subject,
        after={"delivered_on": delivered_on, "answer_by": row.answer_by},
        cite=case.step.cite,
    )
    return row


def take_reasons_delivery(case: InHand, row: Deferral, day: date) -> None:
    """Keep the day on which the notice arrived; the caller has judged it and writes the journal.

    Whom it reached after its term has as much time from then on.
    """
    if is_put_off(row, day):
        note = PUT_OFF.format(day=day, last=row.answer_by)
        tell(case.application, "deliver_reasons", actor=case.actor, now=case.now, note=note)
    row.save(update_fields=["delivered_on", "answer_by", "told_by"])


@transaction.atomic
def record_reasons(
    actor: Actor, *, application_id: int, expected: int, reasons: Reasons, now: datetime
) -> Application:
    """Enter the reasons that came on paper."""
    case = taken(actor, application_id, "record_reasons", now=now, expected=expected)
    take_reasons(case, reasons)
    record(actor, case.step.verb, case.subject, after={"day": reasons.day}, cite=case.step.cite)
    return case.application


def take_reasons(case: InHand, reasons: Reasons) -> Deferral:
    """Take in the reasons, from the desk (`record_reasons`) or from the applicant himself
    (`give_reasons`); the caller writes the journal. Raises BlockedError."""
    row = Deferral.objects.select_for_update().get(application=case.application)
    faults = list(day_faults(case, reasons.day, "day", row.asked_on))
    if not reasons.text.strip():
        faults.append(obstacles.lacking("理由", "reasons"))
    if faults:
        raise BlockedError(faults)
    row.reasons, row.answered_on = reasons.text.strip()[:LONGEST], reasons.day
    row.save(update_fields=["reasons", "answered_on"])
    step_on(case, Telling(ANSWERED, reasons.day, is_public=True))
    return row


@transaction.atomic
def lapse_reasons(
    actor: Actor, *, application_id: int, expected: int, now: datetime
) -> Application:
    """Go on without reasons, because none came in time after the notice had arrived."""
    case = taken(actor, application_id, "lapse_reasons", now=now, expected=expected)
    row = Deferral.objects.get(application=case.application)
    if faults := list(_lapse_faults(case, row)):
        raise BlockedError(faults)
    step_on(case, Telling(LAPSED))
    record(
        actor, case.step.verb, case.subject, after={"answer_by": row.answer_by}, cite=case.step.cite
    )
    return case.application


def _lapse_faults(case: InHand, row: Deferral) -> Iterator[Finding]:
    if row.delivered_on is None:
        yield obstacles.not_delivered(NOTICE)
    if row.answer_by is not None and case.today <= row.answer_by:
        yield obstacles.not_expired(TERM, row.answer_by)


@transaction.atomic
def judge_reasons(
    actor: Actor, *, application_id: int, expected: int, verdict: ReasonsVerdict, now: datetime
) -> Deferral:
    """Say whether the reasons hold. Where they do not, the case is answered as excessive."""
    case = taken(actor, application_id, "judge_reasons", now=now, expected=expected)
    row = _asked(case)
    if not verdict.judged.strip():
        raise BlockedError([obstacles.lacking("认定说明", "judged")])
    row.is_reasonable, row.judged = verdict.is_reasonable, verdict.judged.strip()[:1000]
    row.save(update_fields=["is_reasonable", "judged"])
    step_on(case, Telling(row.judged))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"is_reasonable": row.is_reasonable},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def defer(
    actor: Actor, *, application_id: int, expected: int, until: date, now: datetime
) -> Deferral:
    """Set a later, reasonable day for the reply, as the head of the work body: for reasons that
    hold, before the reply is due. Raises BlockedError."""
    case = taken(actor, application_id, "defer", now=now, expected=expected)
    row = _asked(case)
    if faults := _deferral_faults(case, row, until):
        raise BlockedError(faults)
    row.deferred_until = until
    row.save(update_fields=["deferred_until"])
    note = DEFERRED.format(day=until)
    step_on(case, Telling(note, is_public=True))
    entry = Entry(Mark.DEFER, case.today, Cause.DEFERRAL, f"deferral:{row.pk}", until=until)
    clock_on(case, entry, note)
    record(actor, case.step.verb, case.subject, after={"until": until}, cite=case.step.cite)
    return row


def _asked(case: InHand) -> Deferral:
    row = Deferral.objects.select_for_update().filter(application=case.application).first()
    if row is None:
        raise BlockedError([asking_obstacles.not_judged()])
    return row


def _deferral_faults(case: InHand, row: Deferral, until: date) -> list[Finding]:
    due = case.application.due
    if due is None:
        return [asking_obstacles.clock_stands()]
    if case.today > due:
        return [asking_obstacles.deferral_too_late(due)]
    faults = [] if row.is_reasonable else [asking_obstacles.not_judged()]
    return faults if until > due else [*faults, asking_obstacles.deferral_no_later(due)]


NOTICE: Final = "说明理由通知书"
TERM: Final = "说明理由的期限"
PUT_OFF: Final = "说明理由通知书 {day} 才送达，说明理由的期限顺延至 {last}"
ASKED: Final = "要求说明理由，请在 {day} 前答复"
ANSWERED: Final = "申请人说明了理由"
LAPSED: Final = "申请人逾期没有说明理由"
DEFERRED: Final = "延迟答复，至 {day}"
