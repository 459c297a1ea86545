"""Announced events reach their listeners after the commit, through the worker, and only then."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from gongkai.apps.wires.events import OutsideTransactionError, announce
from gongkai.core.events import WorkdaysLoaded
from tests.apps.wires import reactions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def listening(settings: Settings) -> Iterator[None]:
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.LISTENERS"
    yield
    reactions.heard.clear()


def work() -> None:
    """Let the worker do all that waits."""
    call_command(
        "db_worker", batch=True, verbosity=0, interval=0, startup_delay=False, reload=False
    )


def test_the_worker_hands_the_event_to_each_listener() -> None:
    with transaction.atomic():
        announce(WorkdaysLoaded(2026))
    assert reactions.heard == []
    work()
    assert reactions.heard == [WorkdaysLoaded(2026)] * 2


def test_what_is_rolled_back_is_never_told() -> None:
    class TurnedBackError(Exception):
        pass

    def turn_back() -> None:
        with transaction.atomic():
            announce(WorkdaysLoaded(2026))
            raise TurnedBackError

    with pytest.raises(TurnedBackError):
        turn_back()
    work()
    assert reactions.heard == []


def test_without_a_listener_nothing_waits(settings: Settings) -> None:
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.NOBODY"
    with transaction.atomic():
        announce(WorkdaysLoaded(2026))
    assert not DBTaskResult.objects.exists()


def test_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransactionError, match="WorkdaysLoaded"):
        announce(WorkdaysLoaded(2026))
