"""Tasks that would be lost: those of a worker that was killed, and those that failed once.

The library leaves a task running for ever when its worker dies, and failed when it raised once. A
task may therefore be called more than once and has to bear that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from gongkai.apps.wires.workers import is_alive, is_here

Row = DBTaskResult[..., object]

WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
"""How long a task waits after each failure; after the last one it stays failed."""
MOST_LOST: Final = 12
"""After so many beginnings a task whose workers die is taken for the cause and given up."""
LOST: Final = "gongkai.apps.wires.recovering.WorkerLostError"
STOPPED: Final = ("builtins.SystemExit", "builtins.KeyboardInterrupt")
"""How a task ends that was broken off with its worker."""
PRUNED_AT_ONCE: Final = 1000


class WorkerLostError(RuntimeError):
    """The worker of a task ended while it ran."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many tasks went back to wait because their worker was lost, how many because they
    failed, and how many were given up."""

    lost: int = 0
    again: int = 0
    given_up: int = 0


def recover(*, now: datetime, me: str) -> Recovered:
    """Put back what would be lost. `me` is a worker that is between two tasks."""
    with transaction.atomic():
        given_up = [_put_back(row) for row in _locked("RUNNING") if _is_lost(row, now, me)]
        stopped = _locked("FAILED").filter(exception_class_path__in=STOPPED)
        given_up += [_put_back(row) for row in stopped]
        again = sum(_try_again(row) for row in _failed())
    return Recovered(given_up.count(False), again, given_up.count(True))


def prune(*, now: datetime) -> int:
    """Delete what succeeded long ago; says how many. What failed stays to be seen."""
    end = now - timedelta(days=settings.GONGKAI_TASK_DAYS)
    old = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=end)
    pruned = 0
    while numbers := list(old.order_by().values_list("pk", flat=True)[:PRUNED_AT_ONCE]):
        pruned += DBTaskResult.objects.filter(pk__in=numbers).delete()[0]
    return pruned


def next_attempt(attempts: int, failed_at: datetime) -> datetime | None:
    """When a task that failed so many times is tried again; None when it is not any more."""
    return failed_at + WAITS[attempts - 1] if 0 < attempts <= len(WAITS) else None


def _locked(status: str) -> QuerySet[Row]:
    """The tasks in a state that nobody else is putting back at this moment."""
    rows: QuerySet[Row] = DBTaskResult.objects.filter(status=TaskResultStatus[status])
    return rows.select_for_update(skip_locked=True).order_by()


def _is_lost(row: Row, now: datetime, me: str) -> bool:
    """Whether nobody works on a task that is said to be running."""
    worker = str(row.worker_ids[-1]) if row.worker_ids else ""
    if worker == me:
        return True
    if is_here(worker):
        return not is_alive(worker)
    lease = timedelta(minutes=settings.GONGKAI_LEASE_MINUTES)
    return row.started_at is None or now - row.started_at > lease


def _put_back(row: Row) -> bool:
    """Have the task begin anew, or give it up; says whether it was given up."""
    given_up = len(row.worker_ids) > MOST_LOST
    if given_up:
        row.status, row.finished_at = TaskResultStatus.FAILED, row.started_at
        row.exception_class_path, row.traceback = LOST, f"{LOST}: {row.worker_ids[-1]}"
    else:
        row.status, row.finished_at, row.started_at = TaskResultStatus.READY, None, None
        row.exception_class_path = row.traceback = ""
    row.save()
    return given_up


def _failed() -> Iterator[Row]:
    """What failed and may be tried again."""
    paths = settings.GONGKAI_TASKS_TRIED_AGAIN
    yield from (
        _locked("FAILED")
        .filter(task_path__in=paths)
        .exclude(exception_class_path__in=(*STOPPED, LOST))
    )


def _try_again(row: Row) -> bool:
    """Have a task that failed wait for its next attempt, if there is one; says whether."""
    moment = next_attempt(len(row.worker_ids), row.finished_at or get_date_max())
    if moment is None:
        return False
    row.status, row.run_after = TaskResultStatus.READY, moment
    row.save(update_fields=["status", "run_after"])
    return True
