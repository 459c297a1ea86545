"""What a worker does with one file: read, check, and write the lines down."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongkai.apps.reports.reading import NamedFile, checked, read_files
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.finding import Finding
from gongkai.core.ports import DocumentReader, ReadingLimits
from gongkai.faces.common.exports.objects import checked_object, line_of
from gongkai.faces.console.batch.walk import Task
from gongkai.faces.console.loading import UnopenedError, open_file


@dataclass(frozen=True, slots=True)
class Answer:
    """What a file came to: a line for every report in it, or why there is none."""

    lines: bytes
    reports: int
    why: str = ""


def read_one(task: Task, limits: ReadingLimits, *, sources: bool = True) -> Answer:
    """Read and check one file; without `sources` the lines do not say where each cell stands."""
    try:
        data = open_file(Path(os.fsdecode(task.path)), limits).data
    except UnopenedError as error:
        return Answer(b"", 0, said(error.finding))
    outcome = read_files([NamedFile(task.name, data)], limits, _reader())
    objects = [checked_object(checked(report)) for report in outcome.reports]
    lines = [line_of(thing if sources else {**thing, "sources": {}}) for thing in objects]
    text = "".join(f"{line}\n" for line in lines)
    why = "；".join(said(finding) for finding in outcome.unreadable)
    return Answer(text.encode("utf-8", errors="replace"), len(lines), "" if lines else why)


def said(finding: Finding) -> str:
    """A finding in one sentence."""
    return f"{finding.text}{finding.hint}"


@cache
def _reader() -> DocumentReader:
    return document_reader()
