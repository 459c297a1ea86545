"""What is done to a stranger's file in a process of its own; answers are packed values.

This module knows no table: the process that runs it may be killed at any moment.
"""

from typing import cast

from gongkai.apps.reports.reading import NamedFile, checked, reports_of
from gongkai.apps.reports.stored import pack, unpack
from gongkai.apps.wires.adapters import document_reader
from gongkai.core.finding import Finding
from gongkai.core.ports import Document, ReadingLimits, UnreadableError
from gongkai.core.reports.report import Report

Extraction = tuple[NamedFile, ReadingLimits]
Combined = tuple[tuple[tuple[Report, tuple[Finding, ...]], ...], tuple[Finding, ...]]


def combined(packed: bytes | memoryview) -> Combined:
    """What `combine` packed."""
    return cast("Combined", unpack(packed))


def extract(task: Extraction) -> bytes:
    """The document in a file, or the finding why there is none."""
    file, limits = task
    try:
        return pack(document_reader().read(file.name, file.data, limits))
    except UnreadableError as error:
        return pack(error.finding)


def combine(documents: tuple[bytes, ...]) -> bytes:
    """The reports in documents with their findings; then what is said of other documents."""
    opened = [cast("Document", unpack(document)) for document in documents]
    outcome = reports_of(opened)
    reports = tuple((report, checked(report).findings) for report in outcome.reports)
    return pack((reports, outcome.unreadable))
