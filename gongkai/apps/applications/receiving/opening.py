"""How an application gets into the register, by whichever way it came: one register for all."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.timezone import localdate

from gongkai.apps.applications.cases.identities import applicant_of, identity_key, masked_name
from gongkai.apps.applications.models import Application, Entry, RequestItem
from gongkai.apps.applications.receiving import obstacles
from gongkai.apps.applications.receiving.numbering import new_code, next_number
from gongkai.apps.organs.models import Organ
from gongkai.apps.wires.events import announce
from gongkai.core.applications.intake import Intake, described
from gongkai.core.applications.kinds import SubmissionWay
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.applications.receipt import BASES, Evidence, Proof, receipt
from gongkai.core.events import ApplicationRegistered
from gongkai.core.finding import BlockedError, Finding, Severity
from gongkai.core.identity import Actor

MISSING: Final = "RECEIPT-MISSING"
LONGEST_NOTE: Final = 1000
NOTED: Final = "{explanation}（{cite}）"
ONE: Final = 1


@dataclass(frozen=True, slots=True)
class Arrival:
    """How an application came, and what proves when."""

    way: SubmissionWay
    arrived_on: date
    signed_on: date | None = None
    confirmed_on: date | None = None
    confirm_method: str = ""
    evidence_note: str = ""
    mail_number: str = ""

    @property
    def evidence(self) -> Evidence:
        """What the day of receipt follows from."""
        return Evidence(
            self.way, self.arrived_on, self.signed_on, self.confirmed_on, self.confirm_method
        )

    @property
    def is_proved(self) -> bool:
        """Whether something proves a day of signing: the number of the mail, or what is noted."""
        return bool(self.mail_number.strip() or self.evidence_note.strip())

    @property
    def waits(self) -> bool:
        """Whether the day of receipt is that of a confirmation which is still to come."""
        return BASES[self.way].proof is Proof.CONFIRMED and self.confirmed_on is None


def arrival_of(application: Application) -> Arrival:
    """How an application of the register came."""
    return Arrival(
        SubmissionWay(application.way),
        application.arrived_on,
        application.signed_on,
        application.confirmed_on,
        application.confirm_method,
        application.evidence_note,
        application.mail_number,
    )


def received(arrival: Arrival, today: date) -> tuple[date | None, str]:
    """The day of receipt, if there is one yet, and why it is that. Raises BlockedError where the
    evidence cannot be."""
    found = receipt(arrival.evidence, today)
    faults = [row for row in found.findings if _counts(row, arrival)]
    if arrival.signed_on is not None and not arrival.is_proved:
        faults.append(obstacles.no_proof_of_signing())
    if faults:
        raise BlockedError(faults)
    return found.day, NOTED.format(explanation=found.explanation, cite=found.cite)


def _counts(finding: Finding, arrival: Arrival) -> bool:
    is_awaited = finding.code == MISSING and arrival.waits
    return finding.severity is Severity.ERROR and not is_awaited


def opened(
    organ: Organ, intake: Intake, arrival: Arrival, *, actor: Actor, now: datetime
) -> Application:
    """Enter an application under a number of its own; inside the caller's transaction."""
    today = localdate(now)
    day, explanation = received(arrival, today)
    serial, number = next_number(organ.pk, today)
    application = Application.objects.create(
        organ=organ,
        kind=intake.kind,
        year=today.year,
        serial=serial,
        number=number,
        query_code=new_code(),
        state=CASE.start,
        way=arrival.way,
        arrived_on=arrival.arrived_on,
        signed_on=arrival.signed_on,
        confirmed_on=arrival.confirmed_on,
        confirm_method=arrival.confirm_method.strip(),
        evidence_note=arrival.evidence_note.strip(),
        mail_number=arrival.mail_number.strip(),
        received_on=day,
        applicant_kind=intake.applicant_kind,
        applicant_masked=masked_name(intake),
        identity_key=identity_key(intake),
        subject=intake.subject,
        description=intake.description,
        wanted_form=intake.medium,
        wanted_way=intake.provision,
        asks_reduction=intake.asks_reduction,
        reduction_reason=intake.reduction_reason,
        needs_help=intake.needs_help,
        created_at=now,
        created_by=actor.key,
    )
    applicant_of(application, intake).save()
    put_items(application, intake.items)
    tell(application, "register", actor=actor, now=now, note=explanation)
    registered(application, now)
    return application


def registered(application: Application, now: datetime) -> None:
    """Announce that there is something to write a receipt of."""
    announce(ApplicationRegistered(application.pk, now.isoformat()))


def put_items(application: Application, items: tuple[str, ...]) -> None:
    """The several things an application asks for, row by row; one thing needs no rows (R2-14)."""
    application.items.all().delete()
    application.description = described(items)
    if len(items) > ONE:
        RequestItem.objects.bulk_create(
            RequestItem(application=application, position=place, text=text)
            for place, text in enumerate(items, start=1)
        )


def texts_of(application: Application) -> tuple[str, ...]:
    """What an application asks for, thing by thing."""
    rows = tuple(application.items.values_list("text", flat=True))
    return rows or (application.description,)


def tell(
    application: Application,
    verb: str,
    *,
    actor: Actor,
    now: datetime,
    note: str = "",
    before: str | None = None,
) -> Entry:
    """One line of the case's history that the applicant sees too."""
    return Entry.objects.create(
        application=application,
        verb=verb,
        before=application.state if before is None else before,
        after=application.state,
        day=localdate(now),
        note=note[:LONGEST_NOTE],
        is_public=True,
        actor_key=actor.key,
        actor_name=actor.name,
        at=now,
    )
