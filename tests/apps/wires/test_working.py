"""The worker outlives a database that does not answer, and ends when it is asked to."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from gongkai.apps.wires import working
from gongkai.apps.wires.events import announce
from gongkai.apps.wires.working import PatientWorker
from gongkai.core.events import WorkdaysLoaded
from launch.environment import ROOT
from tests.apps.wires import reactions

pytestmark = pytest.mark.django_db(transaction=True)
LOCKED = "database is locked"


@pytest.fixture(autouse=True)
def listening(settings: Settings) -> Iterator[None]:
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.LISTENERS"
    with transaction.atomic():
        announce(WorkdaysLoaded(2026))
    yield
    reactions.heard.clear()


class Refusing:
    """Refuses so many times, then does what it stands for."""

    def __init__(self, times: int, work: Callable[..., object]) -> None:
        self.left, self.work = times, work

    def __call__(self, *values: object, **named: object) -> object:
        if self.left:
            self.left -= 1
            raise OperationalError(LOCKED)
        return self.work(*values, **named)


@pytest.mark.parametrize("name", ["recover", "prune", "exclusive_transaction"])
def test_a_locked_database_makes_the_worker_wait(
    name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    slept = list[float]()
    monkeypatch.setattr(working, name, Refusing(3, getattr(working, name)))
    monkeypatch.setattr(time, "sleep", slept.append)
    with caplog.at_level(logging.WARNING):
        PatientWorker(interval=0.5, batch=True).run()
    assert reactions.heard == [WorkdaysLoaded(2026)] * 2
    assert len([row for row in caplog.records if LOCKED in row.getMessage()]) == 3


def test_it_waits_longer_and_longer_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    slept = list[float]()
    monkeypatch.setattr(time, "sleep", slept.append)
    worker = PatientWorker(interval=1.0)
    for _ in range(9):
        worker.patiently(Refusing(1, bool))  # type: ignore[arg-type]
        worker.rest()
    assert slept[:5] == [2, 4, 8, 16, 30]
    assert slept[-1] == 30
    worker.patiently(lambda: True)
    worker.rest()
    assert slept[-1] == 1.0


def test_what_cannot_be_written_down_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    wrote = Refusing(1, DBTaskResult.set_successful)

    def set_successful(row: DBTaskResult[..., object], value: object) -> None:
        wrote(row, value)

    with monkeypatch.context() as patch:
        patch.setattr(DBTaskResult, "set_successful", set_successful)
        patch.setattr(DBTaskResult, "set_failed", Refusing(1, bool))
        PatientWorker(interval=0, batch=True).run()
    states = sorted(DBTaskResult.objects.values_list("status", flat=True))
    assert states == ["RUNNING", "SUCCESSFUL"]
    PatientWorker(interval=0, batch=True).run()
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}
    assert len(reactions.heard) == 3  # once more, which every reaction has to bear


def test_other_faults_of_ours_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(working, "recover", broken)
    with pytest.raises(ZeroDivisionError):
        PatientWorker(interval=0, batch=True).run()


def test_the_command_lists_what_failed(settings: Settings) -> None:
    def said(**options: bool) -> str:
        out = StringIO()
        call_command("undelivered", stdout=out, **options)
        return out.getvalue()

    call_command("work", batch=True, interval=0)
    assert "没有失败" in said()
    settings.GONGKAI_LISTENERS = "tests.apps.wires.reactions.FAILING"
    with transaction.atomic():
        announce(WorkdaysLoaded(2027))
    call_command("work", batch=True, interval=0)
    assert "失败 1 次" in said()
    assert "reactions.fail WorkdaysLoaded year=2027" in said()
    assert "1 项已重新排队" in said(again=True)
    assert "没有失败" in said()


def catches(pid: int, signum: signal.Signals) -> bool:
    """Whether a process has something of its own to do when it gets that signal."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (signum - 1) & 1)


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_asked_to(signum: signal.Signals, tmp_path: Path) -> None:
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "gongkai.config.settings.test",
        "DATABASE_URL": f"sqlite://{tmp_path / 'empty.sqlite3'}",
    }
    manage = [sys.executable, "-m", "gongkai.config.manage"]
    subprocess.run([*manage, "migrate", "django_tasks_database"], env=env, cwd=ROOT, check=True,
        capture_output=True)  # fmt: skip
    worker = subprocess.Popen([*manage, "work"], env=env, cwd=ROOT, stderr=subprocess.PIPE)
    while not catches(worker.pid, signal.SIGTERM):
        assert worker.poll() is None
        time.sleep(0.05)
    worker.send_signal(signum)
    _, said = worker.communicate(timeout=20)
    assert worker.returncode == 0
    assert said == b""
