"""The stored clock: what is due, kept on the row; reckoned anew when working days are entered."""

from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from pytest_django import DjangoAssertNumQueries, Settings

from gongkai.apps.applications.cases.clocks import (
    begin_clock,
    end_clock,
    history_of,
    reading,
    reckoning_of,
)
from gongkai.apps.applications.cases.reckoning_anew import follow_workdays, reckon_anew
from gongkai.apps.applications.cases.tending import tend_pauses
from gongkai.apps.applications.handling.consulting import Asked, consult
from gongkai.apps.applications.models import (
    Application,
    ClockEntry,
    Consultation,
    DueMove,
    FeeNotice,
    Profile,
)
from gongkai.apps.journal.models import Entry as JournalEntry
from gongkai.apps.organs.actions import load_workdays
from gongkai.apps.organs.queries import calendar
from gongkai.config.listeners import LISTENERS
from gongkai.core.applications.deadlines import Mark
from gongkai.core.events import WorkdaysLoaded
from gongkai.core.identity import SYSTEM
from tests.apps.applications.at_work import DUE, RECEIVED, Desk, at
from tests.factories.register import stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_received_case_has_a_due_day(desk: Desk) -> None:
    case = desk.now()
    assert case.due == DUE
    assert (case.is_provisional, case.is_paused, case.is_extended) == (False, False, False)
    assert case.internal_due is None
    [move] = DueMove.objects.filter(application=case)
    assert (move.before, move.after, move.reason) == (None, DUE, "收到申请")
    found = reckoning_of(case, calendar())
    assert found
    assert found.base == RECEIVED


def test_before_the_receipt_is_proved_there_is_no_clock(desk: Desk) -> None:
    case = stored(desk.organ, 2, received_on=None, due=None)
    begin_clock(case, actor=SYSTEM, now=at("2025-06-03"))
    end_clock(case, actor=SYSTEM, now=at("2025-06-03"))
    assert history_of(case) == ()
    assert reckoning_of(case, calendar()) is None


def test_an_entry_made_in_error_is_voided_by_another(desk: Desk) -> None:
    wrong = ClockEntry.objects.create(
        application=desk.case, verb="stop", cause="fee", day=RECEIVED, at=at(RECEIVED)
    )
    assert [entry.mark for entry in history_of(desk.case)] == [Mark.START, Mark.STOP]
    ClockEntry.objects.create(
        application=desk.case, verb="stop", day=RECEIVED, at=at(RECEIVED), voids=wrong
    )
    assert [entry.mark for entry in history_of(desk.case)] == [Mark.START]


@pytest.mark.parametrize(
    ("terms", "internal"),
    [
        pytest.param({"reply": 15}, date(2025, 6, 23), id="十五日"),
        pytest.param({"reply": 20}, None, id="与法定相同"),
        pytest.param({"reply": "15"}, None, id="不是数"),
        pytest.param({}, None, id="没有设定"),
    ],
)
def test_the_internal_clock_is_the_organs_own(
    desk: Desk, terms: dict[str, object], internal: date | None
) -> None:
    Profile.objects.create(organ=desk.organ, internal_terms=terms, changed_at=at(RECEIVED))
    assert desk.received(2).internal_due == internal


def test_the_reading_of_pauses_is_a_setting(settings: Settings) -> None:
    assert reading().key == "after_asked"
    settings.GONGKAI_PAUSE_READING = "both_ends"
    assert reading().key == "both_ends"


def test_the_end_of_a_case_does_not_move_its_due_day(desk: Desk) -> None:
    desk.case.closed_on = date(2025, 6, 10)
    end_clock(desk.case, actor=SYSTEM, now=at("2025-06-11"))
    assert desk.now().due == DUE
    assert history_of(desk.case)[-1].day == date(2025, 6, 10)


def test_new_working_days_move_open_cases_and_list_which(desk: Desk) -> None:
    late = desk.received(2, received_on=date(2026, 12, 10))
    over = desk.received(3, state="replied", received_on=date(2026, 12, 10))
    assert (late.due, late.is_provisional) == (date(2027, 1, 8), True)
    load_workdays(SYSTEM, year=2027, special={date(2027, 1, 1): False}, source="示例通知")
    assert reckon_anew(SYSTEM, year=2027, now=at("2026-12-20")) == 0
    late.refresh_from_db()
    assert (late.due, late.is_provisional) == (date(2027, 1, 8), False)
    over.refresh_from_db()
    assert over.is_provisional


def test_the_moves_are_told_with_their_reason(desk: Desk) -> None:
    late = desk.received(2, received_on=date(2026, 12, 10))
    special = {date(2027, 1, 1): False, date(2027, 1, 4): False, date(2027, 1, 9): True}
    load_workdays(SYSTEM, year=2027, special=special, source="示例通知")
    follow_workdays(WorkdaysLoaded(2027))
    late.refresh_from_db()
    assert late.due == date(2027, 1, 9)
    move = DueMove.objects.filter(application=late).first()
    assert move
    assert (move.before, move.after) == (date(2027, 1, 8), date(2027, 1, 9))
    assert move.reason == "2027 年的工作日已经录入，重新计算"
    told = JournalEntry.objects.get(verb="reckon_anew")
    assert told.after == {"cases": 2, "moved": 1}


def test_the_terms_of_others_are_reckoned_anew_too(desk: Desk) -> None:
    asked = Asked("organ", "示范市某局", "", "共同制作", date(2026, 12, 14))
    desk.case = desk.received(2, received_on=date(2026, 12, 10))
    consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=asked,
        now=at("2026-12-14"),
    )
    unpaid = desk.received(3, state="fee_pending", received_on=date(2026, 12, 10))
    FeeNotice.objects.create(
        application=unpaid,
        state="noticed",
        method="pages",
        quantity=40,
        amount=100,
        noticed_on=date(2026, 12, 11),
        delivered_on=date(2026, 12, 14),
        pay_by=date(2027, 1, 12),
    )
    row = Consultation.objects.get()
    assert row.answer_by == date(2027, 1, 5)
    special = {date(2027, 1, 1): False, date(2027, 1, 4): False, date(2027, 1, 5): False}
    load_workdays(SYSTEM, year=2027, special=special, source="示例通知")
    follow_workdays(WorkdaysLoaded(2027))
    row.refresh_from_db()
    assert row.answer_by == date(2027, 1, 7)
    assert FeeNotice.objects.get().pay_by == date(2027, 1, 14)
    case = desk.now()
    found = reckoning_of(case, calendar())
    assert found
    assert found.stands[0].expires == row.answer_by


def test_a_year_that_is_not_there_moves_nothing(desk: Desk) -> None:
    follow_workdays(WorkdaysLoaded(2050))
    assert not JournalEntry.objects.filter(verb="reckon_anew").exists()
    assert (
        "gongkai.apps.applications.cases.reckoning_anew.follow_workdays"
        in LISTENERS[WorkdaysLoaded]
    )


def test_many_cases_cost_few_queries(
    desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(2, 12):
        desk.received(number)
    with django_assert_max_num_queries(16):
        reckon_anew(SYSTEM, year=2025, now=at("2025-06-20"))
    assert Application.objects.filter(due=DUE).count() == 11


def test_a_pause_ends_by_itself_and_moves_nothing(desk: Desk) -> None:
    consult(
        desk.handler,
        application_id=desk.case.pk,
        expected=desk.version,
        asked=Asked("organ", "示范市某局", "", "共同制作", date(2025, 6, 9)),
        now=at("2025-06-09"),
    )
    before = desk.now()
    assert tend_pauses(at("2025-06-30")) == 0
    assert tend_pauses(at("2025-07-01")) == 1
    assert (before.is_paused, desk.now().is_paused) == (True, False)
    assert desk.now().due == before.due
    assert "gongkai.apps.applications.cases.tending.tend_pauses" in settings.GONGKAI_HOURLY


def test_a_case_without_entries_is_left_alone(desk: Desk) -> None:
    stored(desk.organ, 2, due=DUE)
    reckon_anew(SYSTEM, year=2025, now=at("2025-06-20"))
    assert Application.objects.get(serial=2).due == DUE


def test_an_unknown_reading_stops_the_start(settings: Settings) -> None:
    settings.GONGKAI_PAUSE_READING = "sometimes"
    with pytest.raises(ImproperlyConfigured, match="GONGKAI_PAUSE_READING"):
        apps.get_app_config("applications").ready()
