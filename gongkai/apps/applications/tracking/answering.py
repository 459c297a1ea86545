"""What the applicant himself does on the tracking page: correct, explain, pay, retract, fetch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.applicants import own_case
from gongkai.apps.applications.cases.casework_queries import InHand, in_hand
from gongkai.apps.applications.delivery.delivering import confirm_on_portal
from gongkai.apps.applications.handling.correcting import CorrectionAnswer, take_correction
from gongkai.apps.applications.handling.deferring import Reasons, take_reasons
from gongkai.apps.applications.handling.retracting import Retraction
from gongkai.apps.applications.handling.retracting import retract as end_by_applicant
from gongkai.apps.applications.models import Application, Correction
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.limits import limits
from gongkai.apps.applications.receiving.opening import tell
from gongkai.apps.applications.receiving.registering import SUBJECT, enclose
from gongkai.apps.applications.tracking.queries import is_late, letter_for
from gongkai.apps.files.taking_in import take_in
from gongkai.apps.journal.record import record, record_reading
from gongkai.core.applications.intake import visible
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor

LONGEST: Final = 900
"""Characters; what is longer comes as a file."""
LONGEST_EXCUSE: Final = 500
FETCHED: Final = "申请人下载文书"
CORRECTION, REASONS, PAYMENT = "correction", "reasons", "payment"
"""What a file may be sent for."""
WAITS_FOR_PAYMENT: Final = "fee_pending"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with an answer; of one beyond its bound just enough to see that it is."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What the applicant answers; files are read one by one, once the answer is known to do.
    `excuse` says why it comes late (正当理由, Art. 30)."""

    text: str
    files: Iterable[SentFile] = ()
    excuse: str = ""


@transaction.atomic
def correct(actor: Actor, *, application_id: int, told: Told, now: datetime) -> Application:
    """Take in the corrected application from the applicant himself; what comes late says why.
    Raises BlockedError."""
    application = own_case(actor, application_id)
    said = told_text(told.text)
    case = in_hand(application, "correct", actor=actor, now=now)
    excuse = _excuse(case, told)
    take_correction(case, CorrectionAnswer(said, localdate(now), excuse))
    _enclose(case.application, told.files, CORRECTION, actor=actor, now=now)
    record(actor, case.step.verb, case.subject, after={"day": localdate(now)}, cite=case.step.cite)
    return application


@transaction.atomic
def give_reasons(actor: Actor, *, application_id: int, told: Told, now: datetime) -> Application:
    """Take in the reasons for asking so much from the applicant himself. Raises BlockedError."""
    application = own_case(actor, application_id)
    said = told_text(told.text)
    case = in_hand(application, "give_reasons", actor=actor, now=now)
    take_reasons(case, Reasons(said, localdate(now)))
    _enclose(case.application, told.files, REASONS, actor=actor, now=now)
    record(actor, case.step.verb, case.subject, after={"day": localdate(now)}, cite=case.step.cite)
    return application


@transaction.atomic
def tell_paid(actor: Actor, *, application_id: int, told: Told, now: datetime) -> Application:
    """Note that the applicant says he has paid; staff who see the money enter the payment."""
    application = own_case(actor, application_id)
    if application.state != WAITS_FOR_PAYMENT:
        raise BlockedError([obstacles.nothing_asked()])
    said = told_text(told.text)
    tell(application, "tell_paid", actor=actor, now=now, note=said)
    _enclose(application, told.files, PAYMENT, actor=actor, now=now)
    record(actor, "tell_paid", SUBJECT.format(pk=application.pk))
    return application


@transaction.atomic
def retract(actor: Actor, *, application_id: int, reason: str, now: datetime) -> Application:
    """End the case because its applicant wants no answer any more. Raises BlockedError."""
    application = own_case(actor, application_id)
    why = visible(reason).strip()
    if len(why) > LONGEST:
        raise BlockedError([obstacles.too_long(LONGEST)])
    case = in_hand(application, "retract", actor=actor, now=now)
    end_by_applicant(case, Retraction(localdate(now), why))
    record(actor, case.step.verb, case.subject, after={"day": localdate(now)}, cite=case.step.cite)
    return application


@transaction.atomic
def fetch_letter(
    actor: Actor, *, application_id: int, letter_id: int, now: datetime
) -> tuple[str, bytes]:
    """A letter that has gone out to the applicant, its title and its PDF. Where it was sent by the
    portal, fetching it confirms that it has arrived. Raises DoesNotExist."""
    application = own_case(actor, application_id)
    found = letter_for(application.pk, letter_id)
    confirm_on_portal(actor, application_id=application.pk, letter_id=letter_id, now=now)
    record_reading(actor, f"letter:{letter_id}", FETCHED)
    return found


def _excuse(case: InHand, told: Told) -> str:
    """The reason for a correction that is late; nothing where it is not."""
    asked = Correction.objects.filter(application=case.application, answered_on=None).first()
    if not is_late(asked, case.today):
        return ""
    said = visible(told.excuse).strip()
    if asked is not None and not said:
        raise BlockedError([obstacles.late_without_reason(asked.answer_by)])
    if len(said) > LONGEST_EXCUSE:
        raise BlockedError([obstacles.too_long(LONGEST_EXCUSE)])
    return said


def _enclose(
    application: Application,
    files: Iterable[SentFile],
    purpose: str,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Put the files of an answer into the case, in the transaction of the answer: neither of them
    stays without the other. Raises BlockedError."""
    bounds = limits()
    for sent in files:
        if len(sent.data) > bounds.file_bytes:
            raise BlockedError([obstacles.file_too_large(sent.name, bounds)])
        if application.files.filter(purpose=purpose).count() >= bounds.files:
            raise BlockedError([obstacles.too_many_files(bounds)])
        file = take_in(
            actor,
            organ_id=application.organ_id,
            name=sent.name,
            data=sent.data,
            now=now,
            megabytes=bounds.file_megabytes,
        )
        enclose(application, file, actor=actor, now=now, purpose=purpose)
        record(
            actor,
            "send_case_file",
            SUBJECT.format(pk=application.pk),
            after={"file": file.pk, "purpose": purpose},
        )


def told_text(text: str) -> str:
    """What somebody wrote. Raises BlockedError where that is nothing, or too much."""
    said = visible(text).strip()
    if not said:
        raise BlockedError([obstacles.nothing_said()])
    if len(said) > LONGEST:
        raise BlockedError([obstacles.too_long(LONGEST)])
    return said
