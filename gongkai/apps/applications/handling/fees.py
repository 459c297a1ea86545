"""Fees (信息处理费, §3): suggested by the steps, confirmed by a person, noticed, paid or waived.

With the notice the clock stops; with full payment it begins anew from the day after, and an
extension of the old term is spent. Whoever does not pay within twenty working days has abandoned
the application.
"""

from collections.abc import Iterator
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
from gongkai.apps.applications.cases.casework_queries import InHand, part_of_case, taken
from gongkai.apps.applications.handling import fee_obstacles
from gongkai.apps.applications.handling.correcting import SPENT, day_faults
from gongkai.apps.applications.handling.fee_queries import units_before, units_of
from gongkai.apps.applications.models import Application, FeeNotice
from gongkai.apps.journal.record import record
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import TERM, Cause, Entry, Mark
from gongkai.core.applications.fees import IN_FORCE, Fee, FeeMethod, fee_by_items, fee_by_pages
from gongkai.core.finding import BlockedError, Finding
from gongkai.core.identity import Actor

OPEN: Final = ("suggested", "noticed", "paid")


@dataclass(frozen=True, slots=True)
class Charge:
    """By which method, for how many pages where it is by pages, and why it is beyond reason."""

    method: str
    excess: str
    pages: int = 0


@transaction.atomic
def suggest_fee(
    actor: Actor, *, application_id: int, expected: int, charge: Charge, now: datetime
) -> FeeNotice:
    """Suggest to charge: by the month's items or by this application's pages, never both. Nothing
    is charged before somebody else has confirmed it. Raises BlockedError."""
    case = taken(actor, application_id, "suggest_fee", now=now, expected=expected)
    if faults := list(_charge_faults(case, charge)):
        raise BlockedError(faults)
    fee = _fee(case, charge)
    if not fee.amount:
        raise BlockedError([fee_obstacles.fee_nothing()])
    row = FeeNotice.objects.create(
        application=case.application,
        method=fee.method.value,
        quantity=fee.quantity,
        before=fee.before,
        amount=fee.amount,
        steps=list(fee.steps),
        excess=charge.excess.strip()[:500],
        suggested_key=actor.key,
        suggested_by=actor.name[:100],
    )
    step_on(case, Telling(SUGGESTED.format(method=fee.method.label, amount=fee.amount)))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "method": row.method, "amount": row.amount},
        cite=case.step.cite,
    )
    return row


def _charge_faults(case: InHand, charge: Charge) -> Iterator[Finding]:
    application = case.application
    if charge.method not in set(FeeMethod):
        yield fee_obstacles.fee_method()
    if not charge.excess.strip():
        yield obstacles.lacking("数量、频次明显超过合理范围的认定", "excess")
    if FeeNotice.objects.filter(application=application, state__in=OPEN).exists():
        yield fee_obstacles.fee_open()
    if (application.received_on or case.today) < IN_FORCE:
        yield fee_obstacles.fee_too_early()
    else:
        yield from _due_faults(case)


def _due_faults(case: InHand) -> Iterator[Finding]:
    """A notice stops the clock, so that it is no way out of a term that is over (R3-07)."""
    due = case.application.due
    if due is not None and case.today > due:
        yield fee_obstacles.fee_too_late(due)


def _fee(case: InHand, charge: Charge) -> Fee:
    if charge.method == FeeMethod.PAGES:
        return fee_by_pages(max(charge.pages, 0))
    return fee_by_items(units_of(case.application), units_before(case.application))


@transaction.atomic
def notice_fee(actor: Actor, *, fee_id: int, now: datetime) -> FeeNotice:
    """Confirm that number and frequency are clearly beyond reason, and notify; the clock stops.

    Never by whoever suggested it. Raises BlockedError.
    """
    row, case = _in_hand(actor, fee_id, "notice_fee", now, "suggested")
    if row.suggested_key == actor.key:
        raise BlockedError([obstacles.own_proposal()])
    if faults := list(_due_faults(case)):
        raise BlockedError(faults)
    row.state, row.confirmed_by, row.noticed_on = "noticed", actor.name[:100], case.today
    row.save()
    note = NOTICED.format(amount=row.amount)
    step_on(case, Telling(note, is_public=True))
    clock_on(case, Entry(Mark.STOP, case.today, Cause.FEE, source_of(row)), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "amount": row.amount},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def drop_fee(actor: Actor, *, fee_id: int, reason: str, now: datetime) -> FeeNotice:
    """Not charge what was suggested."""
    row, case = _in_hand(actor, fee_id, "drop_fee", now, "suggested")
    if not reason.strip():
        raise BlockedError([obstacles.lacking("不收费的理由", "reason")])
    row.state, row.waived_reason = "dropped", reason.strip()[:500]
    row.save()
    step_on(case, Telling(DROPPED.format(reason=row.waived_reason)))
    record(actor, case.step.verb, case.subject, after={"fee": row.pk}, cite=case.step.cite)
    return row


@transaction.atomic
def record_fee_delivery(
    actor: Actor, *, fee_id: int, delivered_on: date, now: datetime
) -> FeeNotice:
    """Note on which day the notice reached the applicant: his twenty working days run from then."""
    row, case = _in_hand(actor, fee_id, "record_fee_delivery", now, "noticed")
    faults = list(day_faults(case, delivered_on, "delivered_on", row.noticed_on or case.today))
    if row.delivered_on is not None:
        faults.append(obstacles.delivered_before(row.delivered_on))
    if faults:
        raise BlockedError(faults)
    take_fee_delivery(case, row, delivered_on)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "delivered_on": delivered_on, "pay_by": row.pay_by},
        cite=case.step.cite,
    )
    return row


def take_fee_delivery(case: InHand, row: FeeNotice, day: date) -> None:
    """Let the term run from that day; the caller has judged it and writes the journal."""
    row.delivered_on = day
    row.pay_by = TERM["payment"].last_day(day, calendar())
    row.save(update_fields=["delivered_on", "pay_by"])
    step_on(case, Telling(DELIVERED.format(day=row.pay_by), day, is_public=True))


@dataclass(frozen=True, slots=True)
class Payment:
    """That all of it was paid: the day, and the number of the receipt."""

    paid_on: date
    receipt_number: str


@transaction.atomic
def record_payment(actor: Actor, *, fee_id: int, payment: Payment, now: datetime) -> FeeNotice:
    """Enter that the fee is paid in full; the term begins anew, its first day the day after."""
    row, case = _in_hand(actor, fee_id, "record_payment", now, "noticed")
    faults = list(day_faults(case, payment.paid_on, "paid_on", row.noticed_on or case.today))
    if not payment.receipt_number.strip():
        faults.append(obstacles.lacking("票据号", "receipt_number"))
    if faults:
        raise BlockedError(faults)
    row.state, row.paid_on = "paid", payment.paid_on
    row.receipt_number = payment.receipt_number.strip()[:60]
    row.save()
    spent = SPENT if spend_extension(case.application) else ""
    note = PAID.format(amount=row.amount) + spent
    step_on(case, Telling(note, payment.paid_on, is_public=True))
    clock_on(case, Entry(Mark.RESTART, payment.paid_on, Cause.FEE, source_of(row)), note)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "paid_on": payment.paid_on, "amount": row.amount},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def waive_fee(actor: Actor, *, fee_id: int, reason: str, now: datetime) -> FeeNotice:
    """Waive what was noticed (减免); the clock goes on where it stopped."""
    row, case = _in_hand(actor, fee_id, "waive_fee", now, "noticed")
    if not reason.strip():
        raise BlockedError([obstacles.lacking("减免的理由", "reason")])
    row.state, row.waived_reason = "waived", reason.strip()[:500]
    row.save()
    step_on(case, Telling(WAIVED, is_public=True))
    clock_on(case, Entry(Mark.RESUME, case.today, Cause.FEE, source_of(row)), WAIVED)
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "reason": row.waived_reason},
        cite=case.step.cite,
    )
    return row


@transaction.atomic
def abandon_unpaid(actor: Actor, *, fee_id: int, now: datetime) -> Application:
    """End a case whose applicant did not pay in time."""
    row, case = _in_hand(actor, fee_id, "abandon", now, "noticed")
    if row.delivered_on is None or row.pay_by is None:
        raise BlockedError([obstacles.not_delivered("收费通知")])
    if case.today <= row.pay_by:
        raise BlockedError([obstacles.not_expired("缴费期限", row.pay_by)])
    row.state = "unpaid"
    row.save(update_fields=["state"])
    close(case, "unpaid", Telling(UNPAID.format(day=row.pay_by), is_public=True))
    record(
        actor,
        case.step.verb,
        case.subject,
        after={"fee": row.pk, "pay_by": row.pay_by},
        cite=case.step.cite,
    )
    return case.application


def _in_hand(
    actor: Actor, fee_id: int, verb: str, now: datetime, state: str
) -> tuple[FeeNotice, InHand]:
    """The fee with its case, both locked, if the fee waits for this. Raises BlockedError."""
    found = part_of_case(actor, FeeNotice.objects.all(), fee_id)
    case = taken(actor, found.application_id, verb, now=now)
    row = FeeNotice.objects.select_for_update().get(pk=found.pk)
    if row.state != state:
        raise BlockedError([fee_obstacles.fee_settled()])
    return row, case


def source_of(row: FeeNotice) -> str:
    """The name of the stop in the clock."""
    return f"fee:{row.pk}"


SUGGESTED: Final = "建议{method}信息处理费 {amount} 元"
NOTICED: Final = "通知缴纳信息处理费 {amount} 元"
DROPPED: Final = "不收取信息处理费：{reason}"
DELIVERED: Final = "收费通知已经送达，请在 {day} 前缴费"
PAID: Final = "缴清信息处理费 {amount} 元，处理期限从次日起重新计算"
WAIVED: Final = "减免信息处理费，期限恢复计算"
UNPAID: Final = "{day} 前没有缴费，视为放弃申请"
