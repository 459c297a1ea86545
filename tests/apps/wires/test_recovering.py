"""Tasks of dead workers go back to wait; what failed is tried again, ever later, then shown."""

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils.timezone import localtime
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from gongkai.apps.wires.events import announce
from gongkai.apps.wires.queries import given_up, retry_all, undelivered
from gongkai.apps.wires.recovering import LOST, MOST_LOST, WAITS, Recovered, Row, prune, recover
from gongkai.apps.wires.workers import own_name
from gongkai.core.events import WorkdaysLoaded
from tests.apps.wires import reactions

pytestmark = pytest.mark.django_db(transaction=True)

HERE = own_name().split(":")[0]
DEAD = f"{HERE}:99999999:1-x"
FAR = "elsewhere:17:1-x"
NOBODY = "nobody"
MANY = MOST_LOST + 1


@pytest.fixture(autouse=True)
def listening(settings: Settings) -> Iterator[None]:
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.LISTENERS"
    yield
    reactions.heard.clear()


def told() -> Row:
    """One task that waits."""
    with transaction.atomic():
        announce(WorkdaysLoaded(2026))
    row, *others = DBTaskResult.objects.all()
    DBTaskResult.objects.filter(pk__in=[other.pk for other in others]).delete()
    return row


def running(worker: str, *, minutes: int = 0, times: int = 1) -> Row:
    """One task that a worker began some minutes ago, for the so many-th time."""
    row = told()
    row.status, row.worker_ids = "RUNNING", [worker] * times
    row.started_at = localtime() - timedelta(minutes=minutes)
    row.save()
    return row


def failing(settings: Settings) -> Row:
    """One task that has failed once."""
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.FAILING"
    told()
    work()
    return DBTaskResult.objects.get()


def work() -> None:
    call_command("work", batch=True, interval=0)


def again(row: Row) -> Row:
    row.refresh_from_db()
    return row


@pytest.mark.parametrize(
    ("worker", "minutes"),
    [
        pytest.param(DEAD, 0, id="本机已死的程序"),
        pytest.param(FAR, 16, id="另一台机器，超过期限"),
        pytest.param("elsewhere", 16, id="不认识的名字，超过期限"),
    ],
)
def test_a_task_of_a_lost_worker_goes_back_to_wait(worker: str, minutes: int) -> None:
    row = running(worker, minutes=minutes)
    assert recover(now=localtime(), me=NOBODY) == Recovered(lost=1)
    assert again(row).status == "READY"
    assert row.worker_ids == [worker]  # the count of beginnings goes on
    assert undelivered() == []
    work()
    assert again(row).status == "SUCCESSFUL"
    assert reactions.heard == [WorkdaysLoaded(2026)]


@pytest.mark.parametrize(
    ("worker", "minutes"),
    [
        pytest.param(own_name(), 600, id="本机还在运行的程序"),
        pytest.param(FAR, 14, id="另一台机器，还没有到期"),
    ],
)
def test_a_task_somebody_works_on_is_left_alone(worker: str, minutes: int) -> None:
    row = running(worker, minutes=minutes)
    assert recover(now=localtime(), me=NOBODY) == Recovered()
    assert again(row).status == "RUNNING"


def test_a_worker_between_two_tasks_runs_none() -> None:
    """It could not write down what came of its last one."""
    row = running(own_name())
    assert recover(now=localtime(), me=own_name()) == Recovered(lost=1)
    assert again(row).status == "READY"


def test_the_lease_is_a_setting(settings: Settings) -> None:
    settings.GONGKAI_LEASE_MINUTES = 60
    running(FAR, minutes=59)
    assert recover(now=localtime(), me=NOBODY) == Recovered()


def test_a_task_that_kills_every_worker_is_given_up_and_shown() -> None:
    row = running(DEAD, times=MANY)
    assert recover(now=localtime(), me=NOBODY) == Recovered(given_up=1)
    assert again(row).exception_class_path == LOST
    assert [found.is_given_up for found in undelivered()] == [True]
    assert recover(now=localtime() + timedelta(days=9), me=NOBODY) == Recovered()


def test_a_task_broken_off_with_its_worker_begins_anew() -> None:
    row = running(DEAD)
    row.status, row.exception_class_path, row.finished_at = (
        "FAILED",
        "builtins.SystemExit",
        localtime(),
    )
    row.save()
    assert recover(now=localtime(), me=NOBODY) == Recovered(lost=1)
    assert again(row).status == "READY"


def test_what_fails_is_tried_again_ever_later_then_stays_and_is_shown(settings: Settings) -> None:
    row = failing(settings)
    for number, wait in enumerate(WAITS, start=1):
        assert again(row).finished_at is not None
        assert recover(now=localtime(), me=NOBODY) == Recovered(again=1)
        assert again(row).run_after == row.finished_at + wait  # type: ignore[operator]
        (found,) = undelivered()
        assert (found.attempts, found.next_at, given_up()) == (number, row.run_after, 0)
        work()
        assert again(row).status == "READY"  # its time has not come
        DBTaskResult.objects.update(run_after=localtime())
        work()
        assert again(row).status == "FAILED"
    assert recover(now=localtime() + timedelta(days=99), me=NOBODY) == Recovered()
    (found,) = undelivered()
    assert found.is_given_up
    assert found.what == "tests.apps.wires.reactions.fail"
    assert found.about == "WorkdaysLoaded year=2026"
    assert found.fault == "ValueError: WorkdaysLoaded(year=2026) is too much"
    assert given_up() == 1


def test_what_failed_is_delivered_when_the_cause_is_gone(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = failing(settings)
    monkeypatch.setattr(reactions, "fail", reactions.hear)
    assert retry_all() == 1
    assert undelivered() == []
    work()
    assert again(row).status == "SUCCESSFUL"
    assert reactions.heard == [WorkdaysLoaded(2026)]


def test_other_tasks_are_not_tried_again(settings: Settings) -> None:
    settings.GONGKAI_TASKS_TRIED_AGAIN = ()
    row = failing(settings)
    assert recover(now=localtime(), me=NOBODY) == Recovered()
    assert again(row).status == "FAILED"


def test_what_succeeded_long_ago_is_deleted_and_the_rest_kept(settings: Settings) -> None:
    settings.GONGKAI_TASK_DAYS = 3
    failing(settings)
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.LISTENERS"
    with transaction.atomic():
        announce(WorkdaysLoaded(2027))
    work()
    now = localtime()
    assert prune(now=now + timedelta(days=2)) == 0
    assert prune(now=now + timedelta(days=4)) == 2
    assert [row.status for row in DBTaskResult.objects.all()] == ["READY"]


def test_two_that_put_back_at_once_do_not_wait_for_each_other() -> None:
    if not connection.features.has_select_for_update_skip_locked:
        pytest.skip("one writer at a time anyway")
    row, found = running(DEAD), list[Recovered]()

    def other() -> None:
        found.append(recover(now=localtime(), me=NOBODY))
        connection.close()

    with transaction.atomic():
        DBTaskResult.objects.select_for_update().get(pk=row.pk)
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(timeout=20)
        assert found == [Recovered()]
    assert recover(now=localtime(), me=NOBODY) == Recovered(lost=1)
