"""What was announced and has not been heard yet, as far as something is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from gongkai.apps.wires.recovering import LOST, Row, next_attempt


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A task that failed. `what` is the reaction or the task, `about` what it was told;
    `next_at` is when it is tried again, None when it is given up."""

    key: str
    what: str
    about: str
    since: datetime
    attempts: int
    fault: str
    next_at: datetime | None

    @property
    def is_given_up(self) -> bool:
        """Whether somebody has to see to it."""
        return self.next_at is None


def undelivered() -> list[Undelivered]:
    """What failed and is not done yet, the oldest first."""
    return [_told(row) for row in _rows()]


def given_up() -> int:
    """How many tasks are not tried again unless somebody sees to them."""
    return sum(row.is_given_up for row in undelivered())


def retry_all() -> int:
    """Have everything that failed tried again now, with all its attempts before it."""
    return _rows().update(
        status=TaskResultStatus.READY,
        run_after=get_date_max(),
        worker_ids=[],
        exception_class_path="",
        traceback="",
    )


def _rows() -> QuerySet[Row]:
    rows: QuerySet[Row] = DBTaskResult.objects.filter(
        Q(task_path__in=settings.GONGKAI_TASKS_TRIED_AGAIN) | Q(exception_class_path=LOST),
        status__in=(TaskResultStatus.FAILED, TaskResultStatus.READY),
    )
    return rows.exclude(exception_class_path="").order_by("enqueued_at")


def _told(row: Row) -> Undelivered:
    words = list(_words(row))
    return Undelivered(
        key=str(row.pk),
        what=words[0],
        about=" ".join(words[1:]),
        since=row.enqueued_at,
        attempts=len(row.worker_ids),
        fault=(row.traceback.strip().splitlines() or [row.exception_class_path])[-1],
        next_at=_next(row),
    )


def _next(row: Row) -> datetime | None:
    if row.status == TaskResultStatus.READY:
        return row.run_after
    if row.exception_class_path == LOST or row.finished_at is None:
        return None
    return next_attempt(len(row.worker_ids), row.finished_at)


def _words(row: Row) -> Iterator[str]:
    """The reaction, its event and the event's values; of other tasks the name and arguments."""
    told = list(row.args_kwargs["args"])
    if len(told) != 3 or not isinstance(told[2], dict):  # noqa: PLR2004 - the arguments of `react`
        yield row.task_path
        yield from (str(value) for value in told)
        return
    yield str(told[0])
    yield str(told[1])
    yield from (f"{name}={value}" for name, value in told[2].items())
