"""One worker of the pool, both halves: what runs in its process, and the handle others hold."""

import faulthandler
import math
import os
import resource
import signal
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import TYPE_CHECKING, Generic, cast

from gongkai.core.ports import BatchLimits
from gongkai.core.ports.batch import ResultT, TaskT

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

READY = "ready"
START_SECONDS = 60.0
LAST_WORDS = 4000
"""How much of what a dying worker said is kept."""


def serve(connection: "Connection[object, object]", limits: BatchLimits, log: str) -> None:
    """Take the work, then answer tasks until told to stop or until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    redirect_errors(log)
    limit_memory(limits.memory_bytes)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        work = cast("Callable[[object], object]", connection.recv())
        connection.send(READY)
        while (task := connection.recv()) is not None:
            limit_processor_time(limits.seconds)
            connection.send(work(task))


def redirect_errors(log: str) -> None:
    """Send what this process and its libraries complain about to a file."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(handle, sys.__stderr__.fileno() if sys.__stderr__ else 2)
    os.close(handle)
    faulthandler.enable()


def limit_memory(most: int) -> None:
    """Refuse this process more memory than that, so that a bad file cannot starve the machine."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))


def limit_processor_time(seconds: float) -> None:
    """Let the system end this process if it spins long past its time with nobody watching."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(time.process_time() + 2 * seconds * (os.cpu_count() or 1)) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard < 0 else min(most, hard), hard))


class Worker(Generic[TaskT, ResultT]):
    """The handle of one worker: the tasks it has, and since when it is at the first of them."""

    def __init__(
        self,
        context: ForkServerContext,
        work: Callable[[TaskT], ResultT],
        limits: BatchLimits,
        log: Path,
    ) -> None:
        self.log = log
        self.limits = limits
        self.tasks: deque[TaskT] = deque()
        self.given = 0
        self.ready = False
        self.since = time.monotonic()
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, limits, str(log)), daemon=True)
        self.process.start()
        theirs.close()
        self._send(work)

    @property
    def has_room(self) -> bool:
        """Whether it takes another task."""
        return len(self.tasks) < self.limits.ahead and self.given < self.limits.tasks_per_worker

    @property
    def retired(self) -> bool:
        """Whether it has done its share."""
        return not self.tasks and self.given >= self.limits.tasks_per_worker

    @property
    def overdue_at(self) -> float:
        """The moment its first task, or its start, has taken too long."""
        if not self.tasks:
            return math.inf
        return self.since + (self.limits.seconds if self.ready else START_SECONDS)

    @property
    def overdue(self) -> bool:
        """Whether that moment is past."""
        return time.monotonic() > self.overdue_at

    def give(self, task: TaskT) -> None:
        """Hand it a task; one that is already dead is found out when its answer is awaited."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        self.given += 1
        self._send(task)

    def hear(self) -> tuple[ResultT, ...]:
        """Its answer to its first task; nothing if it only says that it is ready."""
        if self.ready:
            return (cast("ResultT", self.connection.recv()),)
        self.connection.recv()
        self.ready = True
        self.since = time.monotonic()
        return ()

    def finish(self) -> TaskT:
        """Strike its first task off."""
        self.since = time.monotonic()
        return self.tasks.popleft()

    def dismiss(self) -> None:
        """Let it go after its last task."""
        self._send(None)
        self.connection.close()
        self.process.join(timeout=2)
        self.kill()

    def kill(self) -> None:
        """End it now."""
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.log.unlink(missing_ok=True)

    def last_words(self) -> str:
        """What it said on its way out."""
        if not self.log.exists():
            return ""
        return self.log.read_bytes()[-LAST_WORDS:].decode("utf-8", errors="replace").strip()

    def _send(self, thing: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(thing)
