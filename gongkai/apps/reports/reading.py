"""From files to reports and findings (读取年报); needs no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.core.finding import Evidence, Finding, Severity
from gongkai.core.ports import Document, DocumentReader, ReadingLimits, UnreadableError
from gongkai.core.reports.checks import check
from gongkai.core.reports.reading import read
from gongkai.core.reports.report import Report

NOT_A_REPORT = "FILE-NOT-REPORT"


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file as it was given: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What files came to: the reports in them, and why some could not be read."""

    reports: tuple[Report, ...]
    unreadable: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with everything its checks came to."""

    report: Report
    findings: tuple[Finding, ...]


def read_files(
    files: Iterable[NamedFile], limits: ReadingLimits, reader: DocumentReader
) -> Outcome:
    """Read files that belong together: several reports, or one report in several files."""
    documents: list[Document] = []
    unreadable: list[Finding] = []
    for file in files:
        try:
            documents.append(reader.read(file.name, file.data, limits))
        except UnreadableError as error:
            unreadable.append(error.finding)
    return reports_of(documents, unreadable)


def reports_of(documents: Sequence[Document], unreadable: Sequence[Finding] = ()) -> Outcome:
    """Find the reports in documents; a document that is part of none is no report."""
    reports = read(documents) if documents else ()
    used = {name for report in reports for name in (report.file, *report.parts)}
    strangers = tuple(no_report(document) for document in documents if document.name not in used)
    return Outcome(reports, (*unreadable, *strangers))


def no_report(document: Document) -> Finding:
    """Say that a file was read, but holds no annual report."""
    first = next((line for line in document.lines() if line.text.strip()), None)
    text = f"“{document.name}”可以读取，但没有找到政府信息公开工作年度报告的标题、章节或者表格。"
    evidence = (
        (Evidence(document.name, first.place.page, first.place.line, first.text.strip()[:80]),)
        if first
        else ()
    )
    return Finding(
        NOT_A_REPORT,
        Severity.ERROR,
        title="不是年度报告",
        text=text,
        hint="请确认选择的是年度报告正文，或者把正文和附件一起选入。",
        evidence=evidence,
    )


def checked(report: Report) -> Checked:
    """Run every check that one report allows."""
    return Checked(report, check(report))
