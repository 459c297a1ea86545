"""What is done to a file that is redacted, in a process of its own. This module knows no table."""

from collections.abc import Callable
from typing import TypeVar

from gongkai.apps.files import obstacles
from gongkai.apps.files.limits import limits
from gongkai.apps.wires.adapters import batch_engine, redactor
from gongkai.core.finding import Finding
from gongkai.core.ports import (
    Box,
    FileKind,
    GivenFile,
    PageLook,
    ReadingLimits,
    Redacted,
    UnreadableError,
)

TaskT = TypeVar("TaskT")
AnswerT = TypeVar("AnswerT")
Fixing = tuple[str, bytes, ReadingLimits]
Looking = tuple[str, bytes, tuple[int, ...], ReadingLimits]
Burning = tuple[str, bytes, tuple[Box, ...], ReadingLimits]


def fix(task: Fixing) -> tuple[GivenFile, int] | Finding:
    """The file in a form whose pages do not move, and how many it has; or why not."""
    name, data, bounds = task
    try:
        file = redactor().fixed(name, data, bounds)
        return file, redactor().count(file.name, file.data, bounds)
    except UnreadableError as error:
        return error.finding


def look(task: Looking) -> tuple[PageLook, ...] | Finding:
    """Some pages of a fixed file; or why not."""
    name, data, wanted, bounds = task
    try:
        return redactor().pages(name, data, bounds, wanted)
    except UnreadableError as error:
        return error.finding


def read(task: Looking) -> tuple[PageLook, ...] | Finding:
    """Some pages of a fixed file with their words, recognised where a page is only a picture."""
    found = look(task)
    return found if isinstance(found, Finding) else tuple(map(redactor().spelled, found))


def burn(task: Burning) -> Redacted | Finding:
    """The file with its boxes burnt in, verified; or why not."""
    name, data, boxes, bounds = task
    try:
        return redactor().redact(name, data, boxes, bounds)
    except UnreadableError as error:
        return error.finding


def asked(work: Callable[[TaskT], AnswerT], task: TaskT) -> AnswerT | Finding:
    """What a process of its own answers; a finding where it dies or takes too long."""
    bounds = limits()
    answer: AnswerT | Finding = obstacles.stopped(None, bounds)
    for done in batch_engine().run(work, [task], bounds.of_process()):
        answer = obstacles.stopped(done.failure, bounds) if done.result is None else done.result
    return answer


NAMES = {FileKind.PDF: "pdf", FileKind.PNG: "png", FileKind.JPEG: "jpg"}
"""What a redacted file ends in."""
