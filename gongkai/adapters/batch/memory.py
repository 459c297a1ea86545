"""The engine that works in this process, one task after the other."""

from collections.abc import Callable, Iterable, Iterator

from gongkai.core.ports import BatchLimits, Done
from gongkai.core.ports.batch import ResultT, TaskT


class InProcess:
    """Does the work here; a crash is a crash, and no limit is kept."""

    def run(
        self, work: Callable[[TaskT], ResultT], tasks: Iterable[TaskT], limits: BatchLimits
    ) -> Iterator[Done[TaskT, ResultT]]:
        """Yield every task once, in the order they came; the limits concern other engines."""
        del limits
        for task in tasks:
            yield Done(task, work(task))
