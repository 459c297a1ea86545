"""The engine over a pool of processes that no single file can bring down."""

import multiprocessing
import os
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import Generic

from gongkai.adapters.batch.worker import Worker
from gongkai.core.ports import BatchEngineError, BatchLimits, Done, Failure
from gongkai.core.ports.batch import ResultT, TaskT

FALSE_STARTS = 3
"""How many workers may die before their first word until the engine gives up."""


class ProcessPool:
    """Works in several processes; one that dies or hangs is replaced and costs one task."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        """Yield every task once, in the order they end."""
        with tempfile.TemporaryDirectory(prefix="gongkai-batch-") as folder:
            run = _Run(work, tasks, limits, Path(folder))
            try:
                yield from run.outcomes()
            finally:
                run.end()


class _Run(Generic[TaskT, ResultT]):
    """One run: its workers, and the tasks that wait."""

    def __init__(
        self,
        work: Callable[[TaskT], ResultT],
        tasks: Iterable[TaskT],
        limits: BatchLimits,
        folder: Path,
    ) -> None:
        self.work, self.limits, self.folder = work, limits, folder
        self.tasks = iter(tasks)
        self.returned: deque[TaskT] = deque()
        self.workers: list[Worker[TaskT, ResultT]] = []
        self.most = limits.workers or os.cpu_count() or 1
        self.started = 0
        self.false_starts = 0
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload([work.__module__])

    def outcomes(self) -> Iterator[Done[TaskT, ResultT]]:
        """Hand tasks out and gather what comes back until nothing is left."""
        while self._hand_out():
            nearest = min(worker.overdue_at for worker in self.workers)
            connections = [worker.connection for worker in self.workers]
            heard = wait(connections, max(0.0, nearest - time.monotonic()))
            for worker in [worker for worker in self.workers if worker.connection in heard]:
                yield from self._hear(worker)
            for worker in [worker for worker in self.workers if worker.overdue]:
                yield from self._lose(worker, Failure.OVERDUE)

    def end(self) -> None:
        """End every worker."""
        for worker in self.workers:
            worker.kill()

    def _hand_out(self) -> bool:
        """Fill the workers up; say whether any has something to do."""
        for worker in [worker for worker in self.workers if worker.retired]:
            self.workers.remove(worker)
            worker.dismiss()
        while (free := self._free()) is not None:
            if not (drawn := self._draw()):
                break
            free.give(drawn[0])
        return any(worker.tasks for worker in self.workers)

    def _draw(self) -> tuple[TaskT, ...]:
        """The next task, if there is one; those that a lost worker left come first."""
        if self.returned:
            return (self.returned.popleft(),)
        return tuple(islice(self.tasks, 1))

    def _free(self) -> Worker[TaskT, ResultT] | None:
        """The worker with the fewest tasks that has room, a new one before any has two."""
        free = [worker for worker in self.workers if worker.has_room]
        best = min(free, key=lambda worker: len(worker.tasks), default=None)
        if len(self.workers) >= self.most or (best and not best.tasks):
            return best
        self.started += 1
        log = self.folder / f"{self.started}.log"
        fresh = Worker(self.context, self.work, self.limits, log)
        self.workers.append(fresh)
        return fresh

    def _hear(self, worker: Worker[TaskT, ResultT]) -> Iterator[Done[TaskT, ResultT]]:
        """Take what a worker says: that it is ready, an answer, or nothing because it is dead."""
        try:
            answer = worker.hear()
        except (EOFError, ConnectionResetError):
            yield from self._lose(worker, Failure.CRASHED)
            return
        if answer:
            self.false_starts = 0
            yield Done(worker.finish(), answer[0])

    def _lose(
        self, worker: Worker[TaskT, ResultT], failure: Failure
    ) -> Iterator[Done[TaskT, ResultT]]:
        """Replace a worker; the task it was at is lost, the others go to the next worker."""
        words = worker.last_words()
        self.workers.remove(worker)
        worker.kill()
        if worker.ready and worker.tasks:
            yield Done(worker.finish(), None, failure, words)
        elif not worker.ready:
            self.false_starts += 1
            if self.false_starts >= FALSE_STARTS:
                raise BatchEngineError(words)
        self.returned.extend(worker.tasks)
