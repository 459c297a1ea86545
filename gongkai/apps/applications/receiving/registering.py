"""Entering what came over the counter, by post, fax or e-mail (登记), and confirming receipt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.casework import drop_open_work
from gongkai.apps.applications.cases.casework_queries import locked_case, step_of
from gongkai.apps.applications.cases.clocks import begin_clock
from gongkai.apps.applications.models import Application, CaseFile, PortalDraft
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.draft_queries import digest_of
from gongkai.apps.applications.receiving.limits import limits
from gongkai.apps.applications.receiving.opening import (
    Arrival,
    arrival_of,
    opened,
    received,
    registered,
    tell,
)
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.masking import Values
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, organs_within, require, within
from gongkai.core.applications.intake import Intake, cleaned, length_faults
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.lifecycle import is_open
from gongkai.core.applications.requirements import missing
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role
from gongkai.core.law.statutes import OGI

REGISTRARS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)
WRONG: Final = frozenset(
    {
        "APPLY-KIND",
        "APPLY-SORT",
        "APPLY-NAME",
        "APPLY-MATTER",
        "APPLY-PAPER-KIND",
        "APPLY-PAPER-NUMBER",
        "APPLY-PHONE",
        "APPLY-EMAIL",
        "APPLY-POSTCODE",
    }
)
"""What the register cannot take. Everything else that is missing is asked for later (Art. 30)."""
ENCLOSED: Final = "application"
PRESS: Final = "{actor}:{once}"
SUBJECT: Final = "application:{pk}"


@transaction.atomic
def register(
    actor: Actor,
    *,
    intake: Intake,
    arrival: Arrival,
    now: datetime,
    file_ids: Sequence[int] = (),
    once: str = "",
) -> Application:
    """Enter an application that came on paper, by fax or e-mail, in the register of one's organ.

    The day of receipt follows from the way and its evidence; where a confirmation is still to
    come there is none yet. `once` is what the form holds: a second press of its button gives the
    same case. Raises BlockedError.
    """
    require(actor, *REGISTRARS)
    organ = organs_within(actor, to=Purpose.WORK).get(pk=actor.organ_id or 0, until=None)
    said = cleaned(intake)
    if found := [*_faults(said, arrival)]:
        raise BlockedError(found)
    press = _press(actor, once, now) if once else None
    if press is not None and press.application is not None:
        return press.application
    application = opened(organ, said, arrival, actor=actor, now=now)
    if press is not None:
        press.application = application
        press.save(update_fields=["application"])
    _enclose(actor, application, file_ids, now)
    begin_clock(application, actor=actor, now=now)
    record(actor, "register", SUBJECT.format(pk=application.pk), after=told(application))
    return application


def _press(actor: Actor, once: str, now: datetime) -> PortalDraft:
    """What a form has led to; a second press at the same moment waits for the first one here."""
    token = digest_of(PRESS.format(actor=actor.key, once=once))
    defaults = {"saved_at": now, "expires_at": now + limits().kept}
    return PortalDraft.objects.get_or_create(token=token, defaults=defaults)[0]


@transaction.atomic
def confirm_receipt(
    actor: Actor, *, application_id: int, confirmed_on: date, method: str, now: datetime
) -> Application:
    """Note on which day and how the receipt was confirmed with the applicant (确认): from that day
    the clock runs (Art. 31). Raises BlockedError."""
    require(actor, *REGISTRARS)
    application = locked_case(actor, application_id)
    arrival = arrival_of(application)
    if application.received_on is not None:
        raise BlockedError([obstacles.already_confirmed(application.number)])
    if not arrival.waits or not is_open(application.state):
        raise BlockedError([obstacles.not_confirmable(arrival.way)])
    confirmed = replace(arrival, confirmed_on=confirmed_on, confirm_method=method.strip())
    day, explanation = received(confirmed, localdate(now))
    application.confirmed_on, application.confirm_method = confirmed_on, method.strip()
    application.received_on = day
    application.version += 1
    application.save()
    tell(application, "confirm_receipt", actor=actor, now=now, note=explanation)
    begin_clock(application, actor=actor, now=now)
    registered(application, now)
    record(
        actor,
        "confirm_receipt",
        SUBJECT.format(pk=application.pk),
        after={"received_on": day, "method": application.confirm_method},
        cite=OGI.at(31),
    )
    return application


@transaction.atomic
def void_application(
    actor: Actor, *, application_id: int, reason: str, now: datetime
) -> Application:
    """Void what was entered by mistake (作废). Its number stays in the register and is never given
    again; it counts nowhere, so it has no day of receipt any more."""
    require(actor, Role.DISCLOSURE_OFFICE)
    application = locked_case(actor, application_id)
    if not reason.strip():
        raise BlockedError([obstacles.no_reason()])
    step = step_of(application, "void")
    before = {"state": application.state, "received_on": application.received_on}
    former, application.state = application.state, step.target
    drop_open_work(application)
    application.received_on = application.due = application.internal_due = None
    application.version += 1
    application.save()
    tell(application, "void", actor=actor, now=now, note=reason.strip(), before=former)
    record(
        actor,
        "void_application",
        SUBJECT.format(pk=application.pk),
        before=before,
        after={"number": application.number, "reason": reason.strip()},
    )
    return application


def told(application: Application) -> Values:
    """What the journal says of a new application: nothing of who asks."""
    return {
        "number": application.number,
        "way": application.way,
        "kind": application.applicant_kind,
        "received_on": application.received_on,
    }


def _faults(intake: Intake, arrival: Arrival) -> Iterator[Finding]:
    if arrival.way is SubmissionWay.PORTAL:
        yield obstacles.way_not_open(arrival.way)
    yield from (row for row in missing(intake.request) if row.code in WRONG)
    yield from length_faults(intake, limits().items)


def _enclose(
    actor: Actor, application: Application, file_ids: Sequence[int], now: datetime
) -> None:
    """Put scans and enclosures, stored before by the same organ, into the case."""
    rows = within(actor, StoredFile.objects.all(), to=Purpose.WORK)
    for file_id in file_ids:
        enclose(application, rows.get(pk=file_id), actor=actor, now=now)


def enclose(
    application: Application,
    file: StoredFile,
    *,
    actor: Actor,
    now: datetime,
    purpose: str = ENCLOSED,
    name: str = "",
) -> CaseFile:
    """Put a stored file into the case (卷内材料)."""
    return CaseFile.objects.create(
        application=application,
        file=file,
        purpose=purpose,
        name=name or file.name,
        added_at=now,
        added_by=actor.name,
    )
