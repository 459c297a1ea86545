"""The worker: the library's, which also puts back what others left and outlives a busy database."""

import logging
import time
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils.module_loading import import_string
from django.utils.timezone import localtime
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from gongkai.apps.wires.recovering import prune, recover
from gongkai.apps.wires.workers import own_name

log = logging.getLogger("gongkai.worker")

MINUTE: Final = 60.0
ROUNDS_TO_PRUNE: Final = 60
MOST_REFUSED: Final = 10
SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 30.0


class PatientWorker(Worker):
    """One task after the other; each minute a look at what would be lost, each hour the upkeep
    that the settings name.

    What the database refuses for a while (it is locked, or starts again) is tried again later and
    never ends the worker. It begins something of its own, as a face does, and asks the clock.
    """

    def __init__(self, *, interval: float = 1.0, batch: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=own_name(),
            excluded_queue_names=[],
        )
        self.rounds = 0
        self.next_look = 0.0
        self.refused = 0

    def run(self) -> None:
        """Work until somebody asks to stop; as a batch, until nothing waits."""
        while self.running:
            close_old_connections()
            if time.monotonic() >= self.next_look:
                self.patiently(self.look_after)
            busy = self.patiently(self.work_once)
            if self.batch and busy is False:
                return
            if not busy:
                self.rest()

    def rest(self) -> None:
        """Wait before the next look; longer and longer while the database refuses."""
        if self.running:
            pause = max(self.interval, SHORTEST_PAUSE) * 2**self.refused
            time.sleep(min(LONGEST_PAUSE, pause) if self.refused else self.interval)

    def patiently(self, work: Callable[[], bool]) -> bool | None:
        """What the work says; None when the database does not answer at the moment."""
        try:
            done = work()
        except (OperationalError, InterfaceError) as error:
            self.refused = min(self.refused + 1, MOST_REFUSED)
            log.warning("the database refuses, the worker waits: %s", error)
            connection.close()
            return None
        self.refused = 0
        return done

    def look_after(self) -> bool:
        """Put back what would be lost; now and then delete what succeeded long ago."""
        now = localtime()
        found = recover(now=now, me=self.worker_id)
        if found.lost or found.given_up:
            log.warning("tasks put back: %d, given up: %d", found.lost, found.given_up)
        if self.rounds % ROUNDS_TO_PRUNE == 0:
            prune(now=now)
        if self.rounds % ROUNDS_TO_PRUNE == 1:
            for path in settings.GONGKAI_HOURLY:
                import_string(path)(now)
        self.rounds += 1
        self.next_look = time.monotonic() + MINUTE
        return True

    def work_once(self) -> bool:
        """Do one task; says whether there was one."""
        with exclusive_transaction():
            row = DBTaskResult.objects.ready().filter(backend_name=self.backend_name).get_locked()
            if row is not None:
                row.claim(self.worker_id)
        if row is None:
            return False
        self.run_task(row)
        return True
