"""Reminders: derived from what is stored and from today, gone as soon as no longer true."""

from datetime import date, timedelta

import pytest

from gongkai.apps.applications.handling.assigning import Task, assign
from gongkai.apps.applications.handling.consulting import (
    Asked,
    consult,
    record_consultation_delivery,
)
from gongkai.apps.applications.handling.correcting import CorrectionNotice, ask_correction
from gongkai.apps.applications.handling.deferring import ReasonsNotice, ask_reasons
from gongkai.apps.applications.handling.extending import (
    Proposal,
    Verdict,
    decide_extension,
    propose_extension,
)
from gongkai.apps.applications.handling.fees import (
    Charge,
    notice_fee,
    record_fee_delivery,
    suggest_fee,
)
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.waiting.reminder_queries import REMINDERS, reminded
from gongkai.apps.applications.waiting.waiting_queries import (
    due_between,
    extensions,
    late,
    to_confirm,
)
from gongkai.apps.organs.queries import calendar
from tests.apps.applications.at_work import Desk, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def in_hand(desk: Desk) -> None:
    """The handler has every case."""
    Application.objects.update(handler_key=desk.handler.key)


def kinds(desk: Desk, today: str) -> set[str]:
    """What the handler is reminded of on that day."""
    in_hand(desk)
    day = date.fromisoformat(today)
    return {row.key for row in REMINDERS if reminded(desk.handler, row, day).exists()}


@pytest.mark.parametrize(
    ("today", "is_late", "left"),
    [
        pytest.param("2025-06-09", False, 15, id="十五日"),
        pytest.param("2025-06-27", False, 1, id="一日"),
        pytest.param("2025-06-30", False, 0, id="当天"),
        pytest.param("2025-07-01", True, 0, id="逾期"),
    ],
)
def test_the_due_day(desk: Desk, today: str, is_late: bool, left: int) -> None:
    in_hand(desk)
    day, days = date.fromisoformat(today), calendar()
    assert late(desk.handler, day).exists() is is_late
    before = day - timedelta(days=1)
    assert due_between(desk.handler, before, days.add(day, left)).exists() is not is_late
    if left:
        assert not due_between(desk.handler, before, days.add(day, left - 1)).exists()


def test_an_extension_dismisses_the_reminder(desk: Desk) -> None:
    in_hand(desk)
    day = date(2025, 6, 27)
    soon = calendar().add(day, 1)
    assert due_between(desk.handler, day, soon).exists()
    row = propose_extension(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        proposal=Proposal(20, "量大"),
        now=at("2025-06-26"),
    )
    assert list(extensions(desk.head)) == [row]
    decide_extension(
        desk.head, extension_id=row.pk, verdict=Verdict(approved=True), now=at("2025-06-27")
    )
    assert not due_between(desk.handler, day, soon).exists()
    assert not extensions(desk.head).exists()


def test_an_answered_case_reminds_nobody(desk: Desk) -> None:
    in_hand(desk)
    assert late(desk.handler, date(2025, 7, 30)).exists()
    Application.objects.filter(pk=desk.case.pk).update(state="replied")
    assert not late(desk.handler, date(2025, 7, 30)).exists()
    assert kinds(desk, "2025-07-30") == set()


def test_correction_is_thought_of_from_the_fifth_day(desk: Desk) -> None:
    Application.objects.filter(pk=desk.case.pk).update(state="examining")
    found = {day: "correction" in kinds(desk, f"2025-06-{day:02}") for day in (6, 9, 11)}
    assert found == {6: False, 9: True, 11: True}


def test_a_receipt_nobody_confirmed(desk: Desk) -> None:
    row = desk.received(2, state="received", received_on=None, arrived_on=date(2025, 6, 3))
    assert list(to_confirm(desk.handler)) == [row]


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
    assert kinds(desk, "2025-06-13") == {"uncorrected", "reasons"}


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
    assert kinds(desk, "2025-06-30") == {"silent", "internal"}


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
    assert kinds(desk, "2025-07-07") == {"unpaid"}


def test_another_organ_is_not_reminded(desk: Desk) -> None:
    in_hand(desk)
    assert late(desk.handler, date(2025, 7, 30)).exists()
    assert not late(desk.stranger, date(2025, 7, 30)).exists()
