"""Reports, doubts and findings said in a few Chinese words, the same in every export."""

from collections.abc import Iterable

from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.reports.forms import FORMS, Form
from gongkai.core.reports.report import Doubt, Reading, Report
from gongkai.faces.common.exports.words import ANY, BLANK, FORMATS, KINDS_LINE, NO_ORGAN, NO_YEAR

SIGNS = {
    "error": "✗",
    "warning": "▲",
    "uncertain": "?",
    "information": "·",
    "not_assessable": "－",
    "pass": "✓",
}
"""The sign of every kind of finding, the heaviest first."""


def name_of(report: Report) -> str:
    """Organ and year."""
    year = f"{report.year}年" if report.year else NO_YEAR
    return f"{report.organ or NO_ORGAN}{year}"


def format_of(report: Report) -> str:
    """Which form it is written on."""
    return FORMATS.get(report.format, report.format)


def place_of(report: Report, path: str) -> str:
    """The cell, row or table that a path names, in Chinese."""
    if report.form is None:
        return path
    forms = (report.form, *FORMS)
    return next((said for form in forms if (said := _place(form, path))), path)


def _place(form: Form, path: str) -> str:
    """The same by one form; empty if the form has no such place."""
    for table in form.tables:
        if path == table.key:
            return table.title
        for row in table.rows:
            if path == f"{table.key}.{row.key}" and len(row.columns) > 1:
                return row.full_label
    return form.labels.get(path, "")


def reading_of(reading: Reading) -> str:
    """A candidate: a number, or the numbers of a row."""
    if isinstance(reading, tuple):
        return " ".join(reading_of(one) for one in reading)
    return BLANK if reading is None else str(reading)


def candidates_of(doubt: Doubt) -> str:
    """All candidates of a doubt."""
    return "；".join(reading_of(one) for one in doubt.candidates) or ANY


def evidence_of(finding: Finding) -> str:
    """Where to look."""
    return "；".join(str(evidence) for evidence in finding.evidence)


def kind(finding: Finding) -> str:
    """How a finding is shown: by its severity if it failed, else by its status."""
    return finding.severity.value if finding.status is Status.FAIL else finding.status.value


def weight(finding: Finding) -> int:
    """Its place in a list: the heaviest first."""
    return list(SIGNS).index(kind(finding))


def word(finding: Finding) -> str:
    """The word beside its sign."""
    failed = finding.status is Status.FAIL
    return finding.severity.label if failed else finding.status.label


def counts(findings: Iterable[Finding]) -> str:
    """How many findings there are of each kind."""
    members = list(findings)
    failed = [finding.severity for finding in members if finding.status is Status.FAIL]
    statuses = [finding.status for finding in members]
    return KINDS_LINE.format(
        errors=failed.count(Severity.ERROR),
        warnings=failed.count(Severity.WARNING),
        information=failed.count(Severity.INFORMATION),
        uncertain=statuses.count(Status.UNCERTAIN),
        unassessable=statuses.count(Status.NOT_ASSESSABLE),
        passed=statuses.count(Status.PASS),
    )
