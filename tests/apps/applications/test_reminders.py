"""Reminders: derived from what is stored and from today, gone as soon as no longer true."""

from datetime import date

import pytest

from gongkai.apps.applications.assigning import Task, assign
from gongkai.apps.applications.consulting import Asked, consult, record_consultation_delivery
from gongkai.apps.applications.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.deferring import ReasonsNotice, ask_reasons
from gongkai.apps.applications.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.fees import Charge, notice_fee, record_fee_delivery, suggest_fee
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.reminder_queries import ReminderKind, of_case, reminders
from tests.apps.applications.at_work import Desk, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def kinds(desk: Desk, today: str) -> set[ReminderKind]:
    return {row.kind for row in reminders(desk.handler, date.fromisoformat(today))}


@pytest.mark.parametrize(
    ("today", "left", "mark"),
    [
        pytest.param("2025-06-09", 15, 15, id="十五日"),
        pytest.param("2025-06-16", 10, 10, id="十日"),
        pytest.param("2025-06-23", 5, 5, id="五日"),
        pytest.param("2025-06-25", 3, 3, id="三日"),
        pytest.param("2025-06-27", 1, 1, id="一日"),
        pytest.param("2025-06-30", 0, 1, id="当天"),
        pytest.param("2025-07-02", -2, None, id="逾期"),
    ],
)
def test_the_due_day(desk: Desk, today: str, left: int, mark: int | None) -> None:
    [found] = reminders(desk.handler, date.fromisoformat(today))
    assert (found.left, found.mark) == (left, mark)
    assert found.kind is (ReminderKind.DUE if left >= 0 else ReminderKind.OVERDUE)
    assert found.kind.label


def test_an_extension_dismisses_the_reminder(desk: Desk) -> None:
    assert kinds(desk, "2025-06-27") == {ReminderKind.DUE}
    row = propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(20, "量大"),
        now=at("2025-06-26"),
    )
    assert kinds(desk, "2025-06-27") == {ReminderKind.DUE, ReminderKind.EXTENSION}
    decide_extension(
        desk.head, extension_id=row.pk, verdict=Verdict(approved=True), now=at("2025-06-27")
    )
    assert kinds(desk, "2025-06-27") == set()


def test_an_answered_case_reminds_nobody(desk: Desk) -> None:
    Application.objects.filter(pk=desk.case.pk).update(state="replied")
    assert kinds(desk, "2025-07-30") == set()


def test_correction_is_thought_of_at_five_and_seven_days(desk: Desk) -> None:
    Application.objects.filter(pk=desk.case.pk).update(state="examining")
    found = {
        day: [
            row.mark
            for row in reminders(desk.handler, date(2025, 6, day))
            if row.kind == "correction"
        ]
        for day in (6, 9, 11)
    }
    assert found == {6: [], 9: [5], 11: [7]}


def test_a_receipt_nobody_confirmed(desk: Desk) -> None:
    desk.received(2, state="received", received_on=None, arrived_on=date(2025, 6, 3))
    assert kinds(desk, "2025-06-04") == {ReminderKind.CONFIRM}


def test_what_the_applicant_did_not_do_in_time(desk: Desk) -> None:
    ask_correction(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        notice=CorrectionNotice(["年份"], "", date(2025, 6, 12)),
        now=at("2025-06-05"),
    )
    other = desk.received(2)
    ask_reasons(
        desk.handler,
        application_id=other.pk,
        expected=0,
        notice=ReasonsNotice("60 件", date(2025, 6, 12)),
        now=at("2025-06-05"),
    )
    assert kinds(desk, "2025-06-06") == set()
    assert kinds(desk, "2025-06-13") == {
        ReminderKind.UNCORRECTED,
        ReminderKind.REASONS,
        ReminderKind.DUE,
    }


def test_what_others_did_not_do_in_time(desk: Desk) -> None:
    row = consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=Asked("third_party", "某公司", "", "合同", date(2025, 6, 5)),
        now=at("2025-06-05"),
    )
    record_consultation_delivery(
        desk.handler,
        consultation_id=row.pk,
        delivered_on=date(2025, 6, 6),
        proof="签收单",
        now=at("2025-06-09"),
    )
    assign(
        desk.office,
        application_id=desk.case.pk,
        expected=desk.version,
        task=Task(person=desk.handler, answer_by=date(2025, 6, 20)),
        now=at("2025-06-09"),
    )
    assert kinds(desk, "2025-06-20") == set()
    assert kinds(desk, "2025-06-30") == {ReminderKind.SILENT, ReminderKind.INTERNAL}


def test_an_unpaid_fee(desk: Desk) -> None:
    row = suggest_fee(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        charge=Charge("pages", "多", 150),
        now=at("2025-06-05"),
    )
    notice_fee(desk.office, fee_id=row.pk, now=at("2025-06-05"))
    record_fee_delivery(
        desk.handler, fee_id=row.pk, delivered_on=date(2025, 6, 6), now=at("2025-06-06")
    )
    assert kinds(desk, "2025-07-04") == set()
    assert kinds(desk, "2025-07-07") == {ReminderKind.UNPAID}


def test_another_organ_is_not_reminded(desk: Desk) -> None:
    assert reminders(desk.stranger, date(2025, 7, 30)) == ()
    assert of_case(desk.handler, desk.case.pk, date(2025, 7, 30))
    assert of_case(desk.handler, desk.case.pk + 1, date(2025, 7, 30)) == ()
