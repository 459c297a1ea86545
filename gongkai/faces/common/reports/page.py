"""Everything a page says about one report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gongkai.apps.reports.queries import Confirmed, ReportRead
from gongkai.core.finding import Finding, Status
from gongkai.core.ports import Place
from gongkai.core.reports.report import Figure, Reading, Report
from gongkai.faces.common.exports.saying import format_of, name_of, place_of
from gongkai.faces.common.reports.grid import LEGEND, Grid, grids
from gongkai.faces.common.reports.listing import Numbered, counted, listed

ANNUAL = "年度报告"


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A place that waits for a person."""

    path: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A place that a person has settled."""

    path: str
    label: str
    reading: Reading
    by: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the prose, and the figures in it."""

    text: str
    place: Place
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report as a page shows it."""

    report: Report
    name: str
    format: str
    listed: tuple[Numbered, ...]
    counts: tuple[tuple[str, str, str, int], ...]
    passed: int
    outcomes: tuple[Finding, ...]
    doubts: tuple[OpenDoubt, ...]
    confirmed: tuple[Answer, ...]
    grids: tuple[Grid, ...]
    said: tuple[Said, ...]
    legend: tuple[tuple[str, str, str], ...] = LEGEND


def page_of(read: ReportRead) -> ReportPage:
    """Put together what a page says about a report."""
    report = read.report
    findings = (*report.notes, *read.findings)
    shown = listed(report, findings)
    return ReportPage(
        report=report,
        name=heading(report),
        format=format_of(report),
        listed=shown,
        counts=counted(shown),
        passed=sum(finding.status is Status.PASS for finding in findings),
        outcomes=findings,
        doubts=tuple(
            OpenDoubt(doubt.path, place_of(report, doubt.path), doubt.reason)
            for doubt in report.doubts
        ),
        confirmed=tuple(_answer(report, answer) for answer in read.confirmed),
        grids=grids(report, shown),
        said=tuple(_said(report)),
    )


def heading(report: Report) -> str:
    """What the report is called at the top of its page; by its file where it does not say."""
    return name_of(report) + ANNUAL if report.organ and report.year else f"“{report.file}”"


def _said(report: Report) -> Iterator[Said]:
    """The figures of the prose, those of one sentence together."""
    figures = report.narrative.figures
    for (text, place), same in groupby(figures, key=lambda figure: (figure.text, figure.place)):
        yield Said(text, place, tuple(same))


def _answer(report: Report, answer: Confirmed) -> Answer:
    return Answer(answer.path, place_of(report, answer.path), answer.reading, answer.by)
