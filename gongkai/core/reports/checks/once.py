"""Once per report: what several rules ask of the same report is found out only once."""

from collections.abc import Callable
from typing import TypeVar

from gongkai.core.reports.report import Report

KEPT = 4
Answer = TypeVar("Answer")


def once(ask: Callable[[Report], Answer]) -> Callable[[Report], Answer]:
    """Keep the answers about the last few reports: a report never changes."""
    kept: tuple[tuple[Report, Answer], ...] = ()

    def answer(report: Report) -> Answer:
        nonlocal kept
        for known, said in kept:
            if known is report:
                return said
        said = ask(report)
        kept = ((report, said), *kept[: KEPT - 1])
        return said

    return answer
