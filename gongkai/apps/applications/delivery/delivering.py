"""Delivering letters (送达): how each went out, what proves it, and what came back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.apps.applications.cases.casework_queries import locked_case
from gongkai.apps.applications.delivery import obstacles as delivery_obstacles
from gongkai.apps.applications.handling.arriving import note_arrival
from gongkai.apps.applications.letters import obstacles
from gongkai.apps.applications.letters.values import ways_of
from gongkai.apps.applications.models import Applicant, Application, Delivery, Letter
from gongkai.apps.journal.record import record
from gongkai.apps.organs.scope import Purpose, one, require
from gongkai.core.applications.decisions import Remedy
from gongkai.core.applications.letters.delivery import (
    MAIL_NUMBER,
    WAYS,
    Days,
    DeliveryWay,
    counts_on,
    is_post,
)
from gongkai.core.applications.letters.kinds import LETTER, Party
from gongkai.core.applications.remedies import Ways, lacking
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor, Role

SENDERS: Final = (Role.HANDLER, Role.DISCLOSURE_OFFICE)
SUBJECT: Final = "application:{pk}"
ORGAN: Final = "letter__application__organ"
SENT, DELIVERED, FAILED = "sent", "delivered", "failed"


@dataclass(frozen=True, slots=True)
class Sending:
    """How a letter goes out. By post `sent_on` is the day of posting; over the counter `signed_on`
    may be known at once."""

    way: str
    sent_on: date
    address: str = ""
    carrier: str = ""
    mail_number: str = ""
    signed_on: date | None = None
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: signed for, or its sending confirmed, on that day.

    The proof itself goes into the case as a file of its own, like every other (送达凭据).
    """

    day: date
    signed_by: str = ""


@transaction.atomic
def send_letter(actor: Actor, *, letter_id: int, sending: Sending, now: datetime) -> Delivery:
    """Note how a letter goes out. Raises BlockedError."""
    require(actor, *SENDERS)
    letter = _locked_letter(actor, letter_id)
    sending = _addressed(letter, sending)
    if faults := list(_sending_faults(letter, sending, localdate(now))):
        raise BlockedError(faults)
    way = DeliveryWay(sending.way)
    is_mail = way is DeliveryWay.POST
    row = Delivery.objects.create(
        letter=letter,
        way=way.value,
        state=DELIVERED if sending.signed_on else SENT,
        address=sending.address.strip(),
        sent_on=sending.sent_on,
        posted_on=sending.sent_on if is_mail else None,
        carrier=sending.carrier.strip() if is_mail else "",
        mail_number=sending.mail_number.strip().upper() if is_mail else "",
        signed_on=sending.signed_on,
        signed_by=sending.signed_by.strip(),
        counts_on=counts_on(way, Days(sending.sent_on, sending.signed_on)),
        actor_name=actor.name[:100],
        at=now,
    )
    Delivery.objects.filter(letter=letter, state=FAILED, settled_at=None).update(settled_at=now)
    count(letter.application)
    note_arrival(row, actor=actor, now=now)
    record(
        actor,
        "send_letter",
        SUBJECT.format(pk=letter.application_id),
        after={"letter": letter.number, "way": row.way, "sent_on": row.sent_on},
        cite=WAYS[way].cite,
    )
    return row


@transaction.atomic
def settle_delivery(actor: Actor, *, delivery_id: int, outcome: Outcome, now: datetime) -> Delivery:
    """Note that a letter was signed for, or that its sending is confirmed. Raises BlockedError."""
    require(actor, *SENDERS)
    row = _locked_delivery(actor, delivery_id)
    if faults := list(_outcome_faults(row, outcome.day, localdate(now))):
        raise BlockedError(faults)
    way = DeliveryWay(row.way)
    if WAYS[way].is_internet:
        row.confirmed_on = outcome.day
    else:
        row.signed_on, row.signed_by = outcome.day, outcome.signed_by.strip()
    _settled(row, now)
    note_arrival(row, actor=actor, now=now)
    record(
        actor,
        "settle_delivery",
        SUBJECT.format(pk=row.letter.application_id),
        after={"letter": row.letter.number, "counts_on": row.counts_on},
    )
    return row


@transaction.atomic
def confirm_on_portal(actor: Actor, *, application_id: int, letter_id: int, now: datetime) -> bool:
    """The applicant has fetched a letter on the portal: that confirms its sending.

    Whoever calls has seen to it that the case is open to the visitor. Answers whether there was
    something to confirm.
    """
    cases = Application.objects.select_for_update(of=("self",))
    application = cases.get(pk=application_id)
    rows = Delivery.objects.select_for_update(of=("self",)).filter(
        letter_id=letter_id,
        letter__application=application,
        way=DeliveryWay.PORTAL.value,
        state=SENT,
    )
    row = rows.order_by("pk").first()
    if row is None:
        return False
    row.letter.application = application
    row.confirmed_on = localdate(now)
    _settled(row, now)
    note_arrival(row, actor=actor, now=now)
    told = {"letter": row.letter.number, "counts_on": row.counts_on}
    record(actor, "settle_delivery", SUBJECT.format(pk=application_id), after=told)
    return True


@transaction.atomic
def fail_delivery(
    actor: Actor, *, delivery_id: int, day: date, reason: str, now: datetime
) -> Delivery:
    """Note that a letter came back or did not arrive; it waits as a task until somebody sees to it.

    What was posted in time stays in time: the day of posting counts.
    """
    require(actor, *SENDERS)
    row = _locked_delivery(actor, delivery_id)
    faults = list(_outcome_faults(row, day, localdate(now)))
    if not reason.strip():
        faults.append(obstacles.no_reason())
    if faults:
        raise BlockedError(faults)
    row.state, row.failed_on, row.failure = FAILED, day, reason.strip()[:300]
    row.save()
    count(row.letter.application)
    record(
        actor,
        "fail_delivery",
        SUBJECT.format(pk=row.letter.application_id),
        after={"letter": row.letter.number, "reason": row.failure},
    )
    return row


@transaction.atomic
def settle_failure(actor: Actor, *, delivery_id: int, note: str, now: datetime) -> Delivery:
    """Note what was done about a letter that came back, where it is not sent once more."""
    require(actor, *SENDERS)
    row = _locked_delivery(actor, delivery_id)
    if row.state != FAILED or row.settled_at is not None:
        raise BlockedError([delivery_obstacles.not_waiting()])
    if not note.strip():
        raise BlockedError([obstacles.no_reason()])
    row.settled_at = now
    row.save(update_fields=["settled_at"])
    record(
        actor,
        "settle_failure",
        SUBJECT.format(pk=row.letter.application_id),
        after={"letter": row.letter.number, "note": note.strip()[:500]},
    )
    return row


def count(application: Application) -> None:
    """Put on the case the day its reply counts for: the earliest of its letter's deliveries.

    Until one counts it is the day of issue. The case is locked by the caller.
    """
    letter = Letter.objects.filter(application=application, state="issued").exclude(reply=None)
    last = letter.order_by("-pk").first()
    if last is None or application.replied_on is None:
        return
    known = [row.counts_on for row in last.deliveries.all()]
    application.replied_on = min((day for day in known if day), default=last.dated_on)
    application.save(update_fields=["replied_on"])


def _addressed(letter: Letter, sending: Sending) -> Sending:
    """Where no address was told, what goes to the applicant goes to the one he gave."""
    field = GIVEN.get(sending.way)
    if field is None or sending.address.strip():
        return sending
    if LETTER[letter.code].party is not Party.APPLICANT:
        return sending
    known = Applicant.objects.filter(application=letter.application_id).first()
    return replace(sending, address=getattr(known, field, ""))


GIVEN: Final = {DeliveryWay.POST.value: "address", DeliveryWay.EMAIL.value: "email"}
"""What the applicant told with the application, by the way of delivery."""


def _settled(row: Delivery, now: datetime) -> None:
    row.state, row.settled_at = DELIVERED, now
    known = Days(row.sent_on, row.signed_on, row.confirmed_on)
    row.counts_on = counts_on(DeliveryWay(row.way), known)
    row.save()
    count(row.letter.application)


def _locked_letter(actor: Actor, letter_id: int) -> Letter:
    """The letter with its case, which is locked first, as everywhere. Raises DoesNotExist."""
    rows = Letter.objects.all()
    found = one(actor, rows, letter_id, to=Purpose.WORK, field="application__organ")
    found.application = locked_case(actor, found.application_id)
    return found


def _locked_delivery(actor: Actor, delivery_id: int) -> Delivery:
    rows = Delivery.objects.select_related("letter")
    found = one(actor, rows, delivery_id, to=Purpose.WORK, field=ORGAN)
    application = locked_case(actor, found.letter.application_id)
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
    row.letter = found.letter
    row.letter.application = application
    return row


def _sending_faults(letter: Letter, sending: Sending, today: date) -> Iterator[Finding]:
    if letter.state != "issued":
        yield obstacles.voided()
    if sending.way not in set(DeliveryWay):
        yield delivery_obstacles.no_way()
        return
    way = DeliveryWay(sending.way)
    yield from _day_faults(letter, sending.sent_on, today, "发出日期", "sent_on")
    if way is DeliveryWay.POST:
        yield from _post_faults(sending)
    elif WAYS[way].is_internet:
        yield from _net_faults(letter, sending)
    elif sending.signed_on is not None:
        yield from _day_faults(letter, sending.signed_on, today, "签收日期", "signed_on")
        if not sending.signed_by.strip():
            yield delivery_obstacles.lacks("签收人", "signed_by")


def _post_faults(sending: Sending) -> Iterator[Finding]:
    number = sending.mail_number.strip().upper()
    if not is_post(sending.carrier):
        yield delivery_obstacles.other_carrier(sending.carrier.strip() or NOBODY)
    if not number:
        yield delivery_obstacles.lacks("邮件号", "mail_number")
    elif not MAIL_NUMBER.fullmatch(number):
        yield delivery_obstacles.bad_mail_number()
    if not sending.address.strip():
        yield delivery_obstacles.lacks("寄送地址", "address")


NOBODY: Final = "未填写"


def _net_faults(letter: Letter, sending: Sending) -> Iterator[Finding]:
    """Who delivers over the net also tells the net's way to reconsideration (R4-08)."""
    if sending.way == DeliveryWay.EMAIL and not sending.address.strip():
        yield delivery_obstacles.lacks("电子邮箱", "address")
    if LETTER[letter.code].has_remedy:
        ways = ways_of(letter.application.organ)
        told = ways.online if ways.online in letter.content else ""
        known = Ways(ways.body, ways.court, told)
        yield from lacking(known, Remedy.EITHER, by_internet=True)


def _outcome_faults(row: Delivery, day: date, today: date) -> Iterator[Finding]:
    if row.state != SENT:
        yield delivery_obstacles.not_waiting()
    if day > today:
        yield delivery_obstacles.day_in_future("日期", "day")
    elif day < row.sent_on:
        yield obstacles.day_too_early("日期", "day")


def _day_faults(
    letter: Letter, day: date, today: date, label: str, field: str
) -> Iterator[Finding]:
    if day > today:
        yield delivery_obstacles.day_in_future(label, field)
    elif day < letter.dated_on:
        yield obstacles.day_too_early(label, field)
