"""A file that crashes or stalls its reader costs only itself; the real pool reads the same."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from gongkai.apps.reports import queries
from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile
from gongkai.apps.reports.tasks import read_session
from gongkai.apps.reports.uploading import Arrival, submit_files
from gongkai.core.identity import VISITOR
from gongkai.core.ports import BatchLimits, Done, Failure
from gongkai.core.ports.batch import ResultT, TaskT

pytestmark = pytest.mark.django_db
TOKEN = "a-sealed-address"
FATES = {"死.txt": Failure.CRASHED, "慢.txt": Failure.OVERDUE}


class Unlucky:
    """An engine whose process dies at one file and stalls at another."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        del limits
        for task in tasks:
            fate = FATES.get(getattr(task[0], "name", "")) if isinstance(task, tuple) else None
            yield Done(task, None, fate) if fate else Done(task, work(task))


class Exhausted:
    """An engine that never comes to the end of anything."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        del limits
        for task in tasks:
            whole = isinstance(task, tuple) and isinstance(task[0], bytes)
            yield Done(task, None, Failure.OVERDUE) if whole else Done(task, work(task))


def read(files: Iterable[NamedFile], now: datetime) -> queries.Session:
    row = submit_files(VISITOR, token=TOKEN, files=list(files), arrival=Arrival(now))
    read_session.call(row.pk)
    return queries.session(VISITOR, TOKEN, now)


def engine(settings: Settings, name: str) -> None:
    adapters = {**settings.GONGKAI_ADAPTERS, "batch": f"tests.apps.reports.test_tasks.{name}"}
    settings.GONGKAI_ADAPTERS = adapters


def test_hostile_files_cost_only_themselves(settings: Settings, now: datetime) -> None:
    engine(settings, "Unlucky")
    hostile = [NamedFile("死.txt", b"1"), NamedFile("慢.txt", b"2")]
    session = read([*hostile, *demo_files()], now)
    problems = {file.name: file.problem.code for file in session.files if file.problem}
    assert problems == {"死.txt": "FILE-CRASHED", "慢.txt": "FILE-OVERDUE"}
    assert len(session.reports) == 2


def test_reports_that_take_too_long_to_find_are_given_up(settings: Settings, now: datetime) -> None:
    engine(settings, "Exhausted")
    session = read(demo_files(), now)
    assert session.problem is not None
    assert session.problem.code == "SESSION-OVERDUE"
    assert session.reports == ()


@pytest.mark.enable_socket
def test_the_pool_of_processes_reads_the_same(settings: Settings, now: datetime) -> None:
    pooled = read(demo_files(), now).reports
    adapters = {**settings.GONGKAI_ADAPTERS, "batch": "gongkai.adapters.batch.memory.InProcess"}
    settings.GONGKAI_ADAPTERS = adapters
    row = submit_files(VISITOR, token="another", files=demo_files(), arrival=Arrival(now))
    read_session.call(row.pk)
    assert queries.session(VISITOR, "another", now).reports == pooled


def test_a_session_is_forgotten_by_the_worker_at_its_hour(now: datetime) -> None:
    row = submit_files(VISITOR, token=TOKEN, files=demo_files(), arrival=Arrival(now))
    waiting = DBTaskResult.objects.get(task_path="gongkai.apps.reports.tasks.purge")
    assert waiting.run_after == row.expires_at
