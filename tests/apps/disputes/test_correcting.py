"""A corrected decision opens the case of the application again, once; nothing else does."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.management import call_command

from gongkai.apps.applications.cases.clocks import begin_clock
from gongkai.apps.applications.models import Application
from gongkai.apps.applications.models import Entry as CaseEntry
from gongkai.apps.disputes.facts import Closing
from gongkai.core.identity import SYSTEM
from tests.apps.disputes.cases import CORRECTED, UPHELD, Ledger, at
from tests.factories.register import stored

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(name="ledger")
def _ledger() -> Ledger:
    return Ledger()


OVER = {
    "state": "replied",
    "received_on": date(2025, 5, 6),
    "closed_on": date(2025, 5, 20),
    "decision": "granted",
    "result_row": "granted",
}


def work() -> None:
    """Let the worker do all that waits."""
    call_command(
        "db_worker", batch=True, verbosity=0, interval=0, startup_delay=False, reload=False
    )


def case_of(ledger: Ledger) -> Application:
    case = stored(ledger.organ, 7, **OVER)
    begin_clock(case, actor=SYSTEM, now=at("2025-05-06"))
    return case


def test_a_corrected_decision_opens_the_case_again_once(ledger: Ledger) -> None:
    case = case_of(ledger)
    row = ledger.opened(application_id=case.pk, application_number=case.number)
    ledger.closed(row, CORRECTED)
    work()
    case.refresh_from_db()
    assert (case.state, case.closed_on) == ("handling", None)
    told = CaseEntry.objects.filter(application=case, verb="reopen_case")
    assert f"复议诉讼台账第 {row.pk} 号" in told.get().note
    work()
    assert told.count() == 1


@pytest.mark.parametrize(
    ("redo_by", "due"),
    [
        pytest.param(None, date(2025, 7, 18), id="没有限期"),
        pytest.param(date(2025, 7, 4), date(2025, 7, 4), id="限期十日"),
        pytest.param(date(2025, 7, 6), date(2025, 7, 4), id="限期届满在星期日"),
        pytest.param(date(2025, 6, 20), date(2025, 6, 23), id="立即"),
    ],
)
def test_the_day_that_is_set_is_the_due_day_of_the_case(
    ledger: Ledger, redo_by: date | None, due: date
) -> None:
    case = case_of(ledger)
    row = ledger.opened(application_id=case.pk, application_number=case.number)
    ledger.closed(row, replace(CORRECTED, redo_by=redo_by))
    work()
    case.refresh_from_db()
    assert (case.state, case.due) == ("handling", due)


@pytest.mark.parametrize(
    "closing",
    [
        pytest.param(UPHELD, id="维持"),
        pytest.param(replace(CORRECTED, asks_again=False), id="确认违法不重办"),
    ],
)
def test_what_asks_for_nothing_leaves_the_case_alone(ledger: Ledger, closing: Closing) -> None:
    case = case_of(ledger)
    ledger.closed(ledger.opened(application_id=case.pk), closing)
    work()
    case.refresh_from_db()
    assert case.state == "replied"


def test_a_case_of_another_organ_is_left_alone(ledger: Ledger) -> None:
    case = stored(ledger.region.health, 8, **OVER)
    ledger.closed(ledger.opened(application_id=case.pk), CORRECTED)
    work()
    case.refresh_from_db()
    assert case.state == "replied"
