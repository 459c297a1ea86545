"""One run over a folder: what is done is passed over, the rest is read and kept as it comes."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from gongkai.core.ports import BatchEngine, BatchLimits, Done, Failure, ReadingLimits
from gongkai.faces.console import words
from gongkai.faces.console.batch.ledger import Ledger
from gongkai.faces.console.batch.walk import Task, walk
from gongkai.faces.console.batch.work import Answer, read_one

KEPT_EVERY = 2.0
"""Seconds of work that a sudden end may cost."""


@dataclass(slots=True)
class Tally:
    """How far a run is."""

    resumed: int = 0
    done: int = 0
    reports: int = 0
    unreadable: int = 0
    refused: list[bytes] = field(default_factory=list)

    @property
    def files(self) -> int:
        """Files dealt with, in this run or before."""
        return self.resumed + self.done


@dataclass(frozen=True, slots=True)
class Orders:
    """What is to be run: the folder, the limits, and who wants to hear of progress."""

    folder: Path
    limits: BatchLimits
    hear: Callable[[Tally], None]
    sources: bool = True


def run(orders: Orders, ledger: Ledger, engine: BatchEngine) -> Tally:
    """Read every file that the ledger does not know yet."""
    tally = Tally()
    # the worker ends a slow file itself where it can; the engine ends the worker where it cannot
    reading = ReadingLimits(seconds=orders.limits.seconds * 0.9)
    todo = _todo(orders, ledger, tally)
    kept = time.monotonic()
    try:
        work = partial(read_one, limits=reading, sources=orders.sources)
        for done in engine.run(work, todo, orders.limits):
            answer = done.result or Answer(b"", 0, failed(done))
            ledger.add(done.task, answer)
            tally.done += 1
            tally.reports += answer.reports
            tally.unreadable += not answer.reports
            orders.hear(tally)
            if time.monotonic() - kept > KEPT_EVERY:
                ledger.keep()
                kept = time.monotonic()
    finally:
        ledger.keep()
    return tally


def _todo(orders: Orders, ledger: Ledger, tally: Tally) -> Iterator[Task]:
    for task in walk(orders.folder, tally.refused.append, left_out=ledger.path.parent):
        if ledger.knows(task):
            tally.resumed += 1
            orders.hear(tally)
        else:
            yield task


def failed(done: Done[Task, Answer]) -> str:
    """Say why a file has no answer."""
    sentences = {Failure.OVERDUE: words.OVERDUE, Failure.CRASHED: words.CRASHED, None: ""}
    last = done.detail.rsplit("\n", 1)[-1]
    return sentences[done.failure].format(name=done.task.name, detail=f"（{last}）" if last else "")
