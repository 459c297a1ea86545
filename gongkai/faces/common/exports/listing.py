"""Reports, findings, doubts and prose as plain lists: rows of text and numbers."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gongkai.core.finding import Finding, Severity, Status
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.saying import (
    candidates_of,
    evidence_of,
    format_of,
    place_of,
)
from gongkai.faces.common.exports.words import YES

Row = Sequence[str | int | Decimal | None]


def contents(result: Result) -> Iterator[Row]:
    """One row a report."""
    for number, one in enumerate(result.checked, start=1):
        report = one.report
        failed = [finding for finding in one.findings if finding.status is Status.FAIL]
        yield (
            number,
            report.organ,
            report.year,
            format_of(report),
            report.file,
            sum(finding.severity is Severity.ERROR for finding in failed),
            sum(finding.severity is Severity.WARNING for finding in failed),
            len(report.doubts),
        )


def findings(result: Result) -> Iterator[Row]:
    """One row a finding that did not pass; comparisons last, files that were not read first."""
    groups: list[tuple[int | None, str | None, int | None, tuple[Finding, ...]]]
    groups = [(None, None, None, result.unreadable)]
    groups += [
        (number, one.report.organ, one.report.year, (*one.report.notes, *one.findings))
        for number, one in enumerate(result.checked, start=1)
    ]
    groups += [(None, one.title, None, one.findings) for one in result.comparisons]
    for number, organ, year, members in groups:
        for finding in members:
            if finding.status is Status.PASS:
                continue
            yield (
                number,
                organ,
                year,
                finding.severity.label,
                finding.status.label,
                finding.code,
                finding.title,
                finding.text,
                finding.hint,
                finding.left,
                finding.right,
                finding.delta,
                str(finding.cite or ""),
                evidence_of(finding),
            )


def doubts(result: Result) -> Iterator[Row]:
    """One row a doubt."""
    for number, one in enumerate(result.checked, start=1):
        report = one.report
        for doubt in report.doubts:
            where = place_of(report, doubt.path)
            candidates = candidates_of(doubt)
            yield number, report.organ, report.year, where, doubt.reason, candidates


def figures(result: Result) -> Iterator[Row]:
    """One row a figure in the prose."""
    for number, one in enumerate(result.checked, start=1):
        report = one.report
        for figure in report.narrative.figures:
            about = YES if figure.approximate else ""
            yield (
                number,
                report.organ,
                report.year,
                figure.key,
                figure.value,
                about,
                figure.unit,
                figure.text,
            )


def sections(result: Result) -> Iterator[Row]:
    """One row a part of a report."""
    for number, one in enumerate(result.checked, start=1):
        report = one.report
        for section in report.sections:
            yield number, report.organ, report.year, section.number, section.title, section.body
