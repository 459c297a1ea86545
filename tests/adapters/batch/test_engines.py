"""The contract of every engine, and what only the pool can stand."""

import os
import time
from collections.abc import Iterator

import pytest

from gongkai.adapters.batch.memory import InProcess
from gongkai.adapters.batch.pool import ProcessPool
from gongkai.core.ports import BatchEngine, BatchEngineError, BatchLimits, Failure

pytestmark = pytest.mark.enable_socket  # workers are reached over a local socket

LIMITS = BatchLimits(workers=2, seconds=30.0)


def double(number: int) -> int:
    return number * 2


def double_or_die(number: int) -> int:
    if number % 7 == 3:
        os._exit(9)
    return number * 2


def fail_on_five(number: int) -> int:
    if number == 5:
        message = "五是坏的"
        raise ValueError(message)
    return number


def sleep_on_four(number: int) -> int:
    if number == 4:
        time.sleep(60)
    return number


def process_of(number: int) -> int:
    del number
    return os.getpid()


def swallow(number: int) -> int:
    return len(bytearray(number * 1024 * 1024))


def kibibytes(number: int) -> bytes:
    return b"x" * (number * 1024)


class Unloadable:
    """A piece of work that no worker can load."""

    __module__ = __name__

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[object, ...]:
        return int, ("不是数",)


@pytest.fixture(params=[InProcess, ProcessPool], ids=["本进程", "进程池"])
def engine(request: pytest.FixtureRequest) -> BatchEngine:
    made: BatchEngine = request.param()
    return made


def test_every_task_comes_back_once(engine: BatchEngine) -> None:
    outcomes = list(engine.run(double, range(100), LIMITS))
    assert sorted((done.task, done.result) for done in outcomes) == [(n, 2 * n) for n in range(100)]
    assert not any(done.failure for done in outcomes)


def test_no_task_no_outcome(engine: BatchEngine) -> None:
    assert list(engine.run(double, [], LIMITS)) == []


def test_tasks_are_drawn_only_as_there_is_room(engine: BatchEngine) -> None:
    drawn = 0

    def tasks() -> Iterator[int]:
        nonlocal drawn
        for number in range(1000):
            drawn += 1
            yield number

    run = engine.run(double, tasks(), LIMITS)
    for seen in range(1, 51):
        next(run)
        assert drawn <= seen + LIMITS.workers * LIMITS.ahead
    run.close()  # type: ignore[attr-defined]


def test_big_answers_come_through(engine: BatchEngine) -> None:
    outcomes = list(engine.run(kibibytes, [2000, 1, 3000, 500] * 3, LIMITS))
    assert sorted(len(done.result or b"") for done in outcomes) == sorted(
        [2000 * 1024, 1024, 3000 * 1024, 500 * 1024] * 3
    )


def test_a_crash_costs_one_task() -> None:
    outcomes = {done.task: done for done in ProcessPool().run(double_or_die, range(40), LIMITS)}
    assert sorted(outcomes) == list(range(40))
    for number, done in outcomes.items():
        expected = (None, Failure.CRASHED) if number % 7 == 3 else (2 * number, None)
        assert (done.result, done.failure) == expected


def test_an_error_is_told_as_the_worker_told_it() -> None:
    outcomes = {done.task: done for done in ProcessPool().run(fail_on_five, range(12), LIMITS)}
    assert outcomes[5].failure is Failure.CRASHED
    assert outcomes[5].detail.endswith("ValueError: 五是坏的")
    assert sum(done.failure is None for done in outcomes.values()) == 11


def test_a_hang_costs_one_task() -> None:
    limits = BatchLimits(workers=2, seconds=1.0)
    outcomes = {done.task: done for done in ProcessPool().run(sleep_on_four, range(12), limits)}
    assert outcomes[4].failure is Failure.OVERDUE
    assert sum(done.failure is None for done in outcomes.values()) == 11


def test_too_much_memory_costs_one_task() -> None:
    limits = BatchLimits(workers=1, memory_bytes=1024**3)
    outcomes = {done.task: done for done in ProcessPool().run(swallow, [1, 2000, 2], limits)}
    assert outcomes[2000].failure is Failure.CRASHED
    assert "MemoryError" in outcomes[2000].detail
    assert {outcomes[1].failure, outcomes[2].failure} == {None}


def test_a_worker_is_replaced_after_its_share() -> None:
    limits = BatchLimits(workers=1, tasks_per_worker=5)
    outcomes = list(ProcessPool().run(process_of, range(20), limits))
    assert len({done.result for done in outcomes}) == 4


def test_few_tasks_start_few_workers() -> None:
    limits = BatchLimits(workers=8)
    outcomes = list(ProcessPool().run(process_of, range(1), limits))
    assert len(outcomes) == 1


def test_workers_end_with_the_run() -> None:
    run = ProcessPool().run(process_of, range(1000), LIMITS)
    processes = {next(run).result for _ in range(20)}
    run.close()  # type: ignore[attr-defined]
    for process in processes:
        assert process is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_workers_that_cannot_start_are_an_error_of_the_run() -> None:
    with pytest.raises(BatchEngineError, match="不是数"):
        list(ProcessPool().run(Unloadable(), range(3), LIMITS))
