"""What somebody has to be reminded of today (提醒).

Nothing is stored: a reminder is there as long as it is true, and gone as soon as it no longer is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from gongkai.apps.applications.models import (
    Application,
    Assignment,
    Consultation,
    Correction,
    Deferral,
    Extension,
    FeeNotice,
)
from gongkai.apps.applications.queue_queries import own_applications
from gongkai.apps.organs.queries import calendar
from gongkai.core.applications.deadlines import correction_watch
from gongkai.core.applications.deadlines.watching import warning_at
from gongkai.core.applications.lifecycle import UNANSWERED
from gongkai.core.calendar import WorkdayCalendar
from gongkai.core.identity import Actor


class ReminderKind(StrEnum):
    """What it is about."""

    OVERDUE = "overdue"
    DUE = "due"
    CONFIRM = "confirm"
    CORRECTION = "correction"
    UNCORRECTED = "uncorrected"
    REASONS = "reasons"
    SILENT = "silent"
    UNPAID = "unpaid"
    EXTENSION = "extension"
    INTERNAL = "internal"

    @property
    def label(self) -> str:
        """What a screen says."""
        return LABELS[self]


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: what about, for which case, which day, working days left (below 0: too late).

    `mark` is the step it stands at: 15, 10, 5, 3, 1 before a due day; 5, 7 after receipt.
    """

    kind: ReminderKind
    application: Application
    day: date | None
    left: int | None = None
    mark: int | None = None


LABELS: Final = {
    ReminderKind.OVERDUE: "答复已经逾期",
    ReminderKind.DUE: "答复即将到期",
    ReminderKind.CONFIRM: "收到后还没有与申请人确认",
    ReminderKind.CORRECTION: "需要补正的，告知期限将满",
    ReminderKind.UNCORRECTED: "补正期限已过",
    ReminderKind.REASONS: "说明理由的期限已过",
    ReminderKind.SILENT: "征求意见的期限已过",
    ReminderKind.UNPAID: "缴费期限已过",
    ReminderKind.EXTENSION: "延长等待批准",
    ReminderKind.INTERNAL: "内部期限已过",
}


def reminders(actor: Actor, today: date) -> tuple[Reminder, ...]:
    """The reminders of the actor's organ, what is late first."""
    rows = own_applications(actor).filter(state__in=UNANSWERED).select_related("organ")
    days = calendar()
    found = [
        *_of_terms(rows, today, days),
        *_of_receipt(rows, today, days),
        *_of_others(rows, today),
    ]
    order = list(ReminderKind)
    return tuple(
        sorted(found, key=lambda row: (order.index(row.kind), row.day or today, row.application.pk))
    )


def of_case(actor: Actor, application_id: int, today: date) -> tuple[Reminder, ...]:
    """Those of one case."""
    return tuple(row for row in reminders(actor, today) if row.application.pk == application_id)


def _of_terms(
    rows: QuerySet[Application], today: date, days: WorkdayCalendar
) -> Iterator[Reminder]:
    for row in rows:
        due = row.due
        if due is None:
            continue
        if today > due:
            yield Reminder(ReminderKind.OVERDUE, row, due, -max(days.count(due, today), 1))
            continue
        left = days.count(today, due)
        mark = warning_at(left)
        if mark is not None and not row.is_paused:
            yield Reminder(ReminderKind.DUE, row, due, left, mark)


def _of_receipt(
    rows: QuerySet[Application], today: date, days: WorkdayCalendar
) -> Iterator[Reminder]:
    for row in rows.filter(received_on=None, arrived_on__lte=today):
        yield Reminder(ReminderKind.CONFIRM, row, row.arrived_on)
    early = rows.filter(state__in=("received", "examining"), is_corrected=False)
    for row in early.exclude(received_on=None):
        mark = None if row.received_on is None else correction_watch(row.received_on, today, days)
        if mark is not None:
            yield Reminder(ReminderKind.CORRECTION, row, row.received_on, mark=mark)


def _of_others(rows: QuerySet[Application], today: date) -> Iterator[Reminder]:
    """What others were asked for and did not give in time, and what waits inside."""
    late = Q(answer_by__lt=today)
    cases = {row.pk: row for row in rows}
    open_only = Q(application__in=rows)
    asked = {
        ReminderKind.UNCORRECTED: Correction.objects.filter(
            late, open_only, answered_on=None, application__state="correcting"
        ).values_list("application_id", "answer_by"),
        ReminderKind.REASONS: Deferral.objects.filter(
            late, open_only, application__state="reasons_asked"
        ).values_list("application_id", "answer_by"),
        ReminderKind.SILENT: Consultation.objects.filter(late, open_only, opinion="").values_list(
            "application_id", "answer_by"
        ),
        ReminderKind.UNPAID: FeeNotice.objects.filter(
            open_only, pay_by__lt=today, state="noticed"
        ).values_list("application_id", "pay_by"),
        ReminderKind.EXTENSION: Extension.objects.filter(open_only, state="proposed").values_list(
            "application_id", "due_before"
        ),
        ReminderKind.INTERNAL: Assignment.objects.filter(
            late, open_only, answered_on=None
        ).values_list("application_id", "answer_by"),
    }
    for kind, found in asked.items():
        for application_id, day in found:
            yield Reminder(kind, cases[application_id], day)
