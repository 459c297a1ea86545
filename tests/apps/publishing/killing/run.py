"""Kills those who work on items, and the worker, again and again; prints what is left wrong.

It runs as a process of its own on a database made for it. Everybody who works is a child that ends
by SIGKILL: at a statement that was drawn before, or at any moment.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.test")
django.setup()

from django.conf import settings  # noqa: E402 - what follows needs Django to be set up
from django.db import connection  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from gongkai.apps.publishing.models import Item, Publication  # noqa: E402
from gongkai.apps.wires.working import PatientWorker  # noqa: E402
from gongkai.core.identity import OrganKind  # noqa: E402
from tests.apps.publishing.killing import faults  # noqa: E402
from tests.apps.publishing.killing.walking import Walk  # noqa: E402
from tests.factories.organs import organ  # noqa: E402

MOST_STATEMENTS = 60
LONGEST = 0.5
PATIENCE = 30.0
SETTLING = 0.4
WARM = 8


class Dice:
    """Draws at which statement or moment somebody dies."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def statement(self) -> int:
        """Which statement is the last one."""
        return self.random.randint(1, MOST_STATEMENTS)

    def moment(self) -> float:
        """After how many seconds."""
        return self.random.uniform(0.0, LONGEST)


def child(work: Callable[[], object]) -> int:
    """Somebody who works until he is killed; the number of the process."""
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    except BaseException:  # noqa: BLE001 - whatever it is, nothing of the parent may go on in here
        traceback.print_exc()
    finally:
        os._exit(1)


def dies_at(statement: int) -> Callable[..., object]:
    """Let the process die before it sends its so many-th statement."""
    left = [statement]

    def count(execute: Callable[..., object], *values: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*values)

    return count


def endless(walk: Walk) -> None:
    """Walk until killed."""
    while True:
        walk.go_on()


def walk_until(walk: Walk, statement: int) -> None:
    """Walk until that statement."""
    with connection.execute_wrapper(dies_at(statement)):
        endless(walk)


def work_until(statement: int) -> None:
    """Be the worker until that statement."""
    with connection.execute_wrapper(dies_at(statement)):
        PatientWorker(interval=0.01).run()


def killed(pid: int) -> None:
    """Wait for somebody who dies by himself. Fails when he ends in another way."""
    deadline = time.monotonic() + PATIENCE
    while True:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            assert os.WIFSIGNALED(status), f"ended by itself: {status}"
            return
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.002)


def by_statement(walk: Walk, dice: Dice, seconds: float) -> int:
    """Kill walkers, each second time a worker too, at statements; how many died."""
    end, rounds = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        statement = dice.statement()
        if rounds % 3 == 2 and waiting():
            killed(child(lambda statement=statement: work_until(statement)))  # type: ignore[misc]
        else:
            killed(child(lambda statement=statement: walk_until(walk, statement)))  # type: ignore[misc]
        rounds += 1
    return rounds


def by_moment(walk: Walk, dice: Dice, seconds: float) -> int:
    """Kill a walker and a worker that run side by side, at any moment; how many died."""
    end, rounds = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        moments = [(dice.moment(), child(lambda: endless(walk)))]
        moments.append((dice.moment(), child(PatientWorker(interval=0.01).run)))
        began = time.monotonic()
        for moment, pid in sorted(moments):
            time.sleep(max(0.0, began + moment - time.monotonic()))
            os.kill(pid, signal.SIGKILL)
            killed(pid)
            rounds += 1
    return rounds


def warm(walk: Walk) -> None:
    """Let everything be loaded that every child would load anew."""
    for _ in range(WARM):
        walk.go_on()
    PatientWorker(interval=0.01, batch=True).run()
    connection.close()


def waiting() -> bool:
    """Whether there is anything for a worker to do; leaves no connection to be inherited."""
    found = DBTaskResult.objects.ready().exists()
    connection.close()
    return found


@contextmanager
def database() -> Iterator[None]:
    """A database and a folder of files for this run only."""
    name = str(settings.DATABASES["default"]["NAME"])
    with tempfile.TemporaryDirectory(prefix="gongkai-killing-") as folder:
        own = Path(folder) / "killing.sqlite3"
        is_file = connection.vendor == "sqlite"
        connection.settings_dict["TEST"]["NAME"] = str(own) if is_file else f"killing_{os.getpid()}"
        settings.MEDIA_ROOT = Path(folder) / "files"
        storage = "django.core.files.storage.FileSystemStorage"
        settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": storage}}
        here = {"batch": "gongkai.adapters.batch.memory.InProcess"}
        settings.GONGKAI_ADAPTERS = {**settings.GONGKAI_ADAPTERS, **here}
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(name, verbosity=0)


def main() -> None:
    """Kill, let everything settle, look."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seconds", type=float, default=16.0)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    dice = Dice(given.seed)
    with database():
        walk = Walk(organ("示范市数据局", None, OrganKind.DEPARTMENT, "990100"))
        warm(walk)
        died = by_statement(walk, dice, given.seconds / 2)
        died += by_moment(walk, dice, given.seconds / 2)
        begun_again = DBTaskResult.objects.filter(worker_ids__1__isnull=False).count()
        time.sleep(SETTLING)
        PatientWorker(interval=0.01, batch=True).run()
        counts = {
            "died": died,
            "begun_again": begun_again,
            "items": Item.objects.count(),
            "released": Publication.objects.filter(verb="release").count(),
            "withdrawn": Item.objects.filter(state="withdrawn").count(),
        }
        json.dump({**counts, "faults": faults.found()}, sys.stdout)


if __name__ == "__main__":
    main()
