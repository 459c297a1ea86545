"""The port for big runs: one piece of work done on many tasks, results as they come."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")


class Failure(StrEnum):
    """Why a task has no result."""

    CRASHED = "crashed"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        """The words a list shows."""
        return {"crashed": "处理进程意外退出", "overdue": "处理超过时限"}[self.value]


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How much an engine takes on at a time.

    `workers` 0 means as many as there are processors; `seconds` is the longest one task may
    take; `tasks_per_worker` how many a worker does before a fresh one takes its place; `ahead`
    how many tasks a worker is handed before it answers; `memory_bytes` what one worker may take.
    """

    workers: int = 0
    seconds: float = 120.0
    tasks_per_worker: int = 5000
    ahead: int = 4
    memory_bytes: int = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Done(Generic[TaskT, ResultT]):
    """One task that is over: its result, or why there is none and what the worker last said."""

    task: TaskT
    result: ResultT | None = None
    failure: Failure | None = None
    detail: str = ""


class BatchEngineError(Exception):
    """The engine itself cannot work: its workers do not start."""


class BatchEngine(Protocol):
    """Does one piece of work on many tasks."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        """Yield every task once, in the order they end.

        `work` is a function of a module; tasks are drawn only as workers have room for them, so
        any number of them fits in memory. A worker that dies or takes too long costs the one
        task it was at. Closing the iterator ends every worker.
        """
        ...
