"""Correction (补正, Art. 30): asked for once and all at once, within seven working days.

The clock stops with the notice and begins anew with the corrected application. Whoever does not
answer in time without good reason has abandoned the application.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from gongkai.apps.applications.cases import obstacles
from gongkai.apps.applications.cases.casework import (
    Telling,
    clock_on,
    close,
    spend_extension,
    step_on,
)
from gongkai.apps.applications.cases.casework_queries import InHand, taken
from gongkai.apps.applications.handling import asking_obstacles
from gongkai.apps.applications.models import Application, Correction, Deferral
from gongkai.apps.applications.receiving.opening import tell
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import TERM, Cause, Entry, Mark
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

POINTS: Final = 20
LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """What an applicant is asked to correct, how it was explained, and until when."""

    points: Sequence[str]
    guidance: str
    answer_by: date


@dataclass(frozen=True, slots=True)
class CorrectionAnswer:
    """The corrected application: what it says, the day it came, a reason where that was late."""

    text: str
    day: date
    excuse: str = ""


@transaction.atomic
def ask_correction(
    actor: Actor,
    *,
    application_id: int,
    expected: int,
    notice: CorrectionNotice,
    now: datetime,
) -> Correction:
    """Ask the applicant to correct, once; the clock stops. Raises BlockedError."""
    case = taken(actor, application_id, "ask_correction", now=now, expected=expected)
    application = case.application
    points = [point.strip() for point in notice.points if point.strip()][:POINTS]
    if faults := list(_notice_faults(case, points, notice)):
        raise BlockedError(faults)
    row = Correction.objects.create(
        application=application,
        points=points,
        guidance=notice.guidance.strip()[:LONGEST],
        asked_on=case.today,
        answer_by=notice.answer_by,
    )
    note = ASKED.format(count=len(points), day=notice.answer_by)
    step_on(case, Telling(note, is_public=True))
    clock_on(case, Entry(Mark.STOP, case.today, Cause.CORRECTION, source_of(row)), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"points": len(points), "answer_by": notice.answer_by},
        cite=case.step.cite,
    )
    return row


def last_day_to_ask(received_on: date, days: WorkdayCalendar) -> date:
    """Correction is asked for within seven working days of receipt (Art. 30)."""
    return TERM["correction"].last_day(received_on, days)


def _notice_faults(
    case: InHand, points: Sequence[str], notice: CorrectionNotice
) -> Iterator[Finding]:
    application = case.application
    asked = Correction.objects.filter(application=application).exists()
    if asked or application.is_corrected:
        yield asking_obstacles.corrected_before()
        return
    last = last_day_to_ask(application.received_on or case.today, calendar())
    if case.today > last:
        yield asking_obstacles.correction_late(last)
    if not points:
        yield obstacles.lacking("需要补正的事项", "points")
    if notice.answer_by <= case.today:
        yield obstacles.term_too_short("补正期限", notice.answer_by)


@transaction.atomic
def record_correction_delivery(
    actor: Actor, *, application_id: int, delivered_on: date, now: datetime
) -> Correction:
    """Note on which day the notice reached the applicant: without it nobody is late."""
    case = taken(actor, application_id, "record_correction", now=now)
    row = Correction.objects.select_for_update().get(application=case.application)
    faults = list(day_faults(case, delivered_on, "delivered_on", row.asked_on))
    if row.delivered_on is not None:
        faults.append(obstacles.delivered_before(row.delivered_on))
    if faults:
        raise BlockedError(faults)
    take_correction_delivery(case, row, delivered_on)
    record(
        actor,
        "deliver_correction",
        f"application:{case.application.pk}",
        after={"delivered_on": delivered_on, "answer_by": row.answer_by},
        cite=case.step.cite,
    )
    return row


def take_correction_delivery(case: InHand, row: Correction, day: date) -> None:
    """Keep the day on which the notice arrived; the caller has judged it and writes the journal.

    Nobody is late with what reached him after its term: he has as much time from then on.
    """
    if is_put_off(row, day):
        note = PUT_OFF.format(day=day, last=row.answer_by)
        tell(case.application, "deliver_correction", actor=case.actor, now=case.now, note=note)
    row.save(update_fields=["delivered_on", "answer_by", "told_by"])


def is_put_off(row: Correction | Deferral, day: date) -> bool:
    """Enter the day on which a notice arrived. Where its term was over by then it is put off: as
    many working days as the notice gave, at least one, from the arrival on. Not saved."""
    told = row.told_by or row.answer_by
    row.delivered_on, row.answer_by, row.told_by = day, told, None
    if told is None or day < told:
        return False
    days = calendar()
    row.answer_by = days.add(day, max(days.count(row.asked_on, told), 1))
    row.told_by = told
    return True


@transaction.atomic
def record_correction(
    actor: Actor, *, application_id: int, expected: int, answer: CorrectionAnswer, now: datetime
) -> Application:
    """Enter the corrected application that came on paper; the clock begins anew."""
    case = taken(actor, application_id, "record_correction", now=now, expected=expected)
    take_correction(case, answer)
    record(actor, case.step.verb, case.subject, after={"day": answer.day}, cite=case.step.cite)
    return case.application


def take_correction(case: InHand, answer: CorrectionAnswer) -> Correction:
    """Take in the corrected application, from the desk (`record_correction`) or from the applicant
    himself (`correct`); the caller writes the journal. Raises BlockedError."""
    row = Correction.objects.select_for_update().get(application=case.application)
    faults = list(day_faults(case, answer.day, "day", row.asked_on))
    if not answer.text.strip():
        faults.append(obstacles.lacking("补正的内容", "answer"))
    if faults:
        raise BlockedError(faults)
    row.answer, row.answered_on = answer.text.strip()[:LONGEST], answer.day
    row.excuse = answer.excuse.strip()[:500]
    row.save(update_fields=["answer", "answered_on", "excuse"])
    case.application.is_corrected = True
    spent = SPENT if spend_extension(case.application) else ""
    note = ANSWERED.format(day=answer.day) + spent
    step_on(case, Telling(note, answer.day, is_public=True))
    clock_on(case, Entry(Mark.RESTART, answer.day, Cause.CORRECTION, source_of(row)), note)
    return row


@transaction.atomic
def abandon_uncorrected(
    actor: Actor, *, application_id: int, expected: int, now: datetime
) -> Application:
    """End a case whose applicant did not correct in time and gave no good reason."""
    case = taken(actor, application_id, "abandon", now=now, expected=expected)
    row = Correction.objects.select_for_update().filter(application=case.application).first()
    if row is None or row.answered_on is not None:
        raise BlockedError([obstacles.not_open(case.step.label)])
    if faults := list(_lapse_faults(case, row)):
        raise BlockedError(faults)
    row.closed_on = case.today
    row.save(update_fields=["closed_on"])
    close(case, "uncorrected", Telling(ABANDONED.format(day=row.answer_by), is_public=True))
    record(
        actor, case.step.verb, case.subject, after={"answer_by": row.answer_by}, cite=case.step.cite
    )
    return case.application


def _lapse_faults(case: InHand, row: Correction) -> Iterator[Finding]:
    if row.delivered_on is None:
        yield obstacles.not_delivered("补正告知书")
    if case.today <= row.answer_by:
        yield obstacles.not_expired("补正期限", row.answer_by)


def day_faults(case: InHand, day: date, field: str, earliest: date) -> Iterator[Finding]:
    """What is wrong with a day that follows another one and cannot be still to come."""
    if day > case.today:
        yield asking_obstacles.in_future(DAY, day, field)
    if day < earliest:
        yield asking_obstacles.before_that(DAY, day, FIRST, earliest, field)


def source_of(row: Correction) -> str:
    """The name of the stop in the clock."""
    return f"correction:{row.pk}"


DAY: Final = "日期"
FIRST: Final = "发出日期"
ASKED: Final = "告知补正 {count} 项，请在 {day} 前补正"
ANSWERED: Final = "{day} 收到补正的申请，答复期限重新计算"
SPENT: Final = "；此前批准的延长随原期限失效，确需延长的，可以对新的期限另行延长"
PUT_OFF: Final = "补正告知书 {day} 才送达，补正期限顺延至 {last}"
ABANDONED: Final = "{day} 前没有补正，视为放弃申请"
