"""Asking a report for numbers that are known beyond doubt, and a form for the names of cells."""

from collections.abc import Mapping
from operator import itemgetter

from gongkai.core.reports.checks.once import once
from gongkai.core.reports.forms import Form
from gongkai.core.reports.report import Doubt, Number, Report


def cell_name(form: Form | None, path: str) -> str:
    """What a cell is called in Chinese."""
    return form.labels.get(path, path) if form else path


@once
def _doubts(report: Report) -> Mapping[str, tuple[int, Doubt]]:
    """The doubts by what they cover, each with its place in the list."""
    found: dict[str, tuple[int, Doubt]] = {}
    for number, doubt in enumerate(report.doubts):
        found.setdefault(doubt.path, (number, doubt))
    return found


def doubtful(report: Report, covered: frozenset[str]) -> bool:
    """Whether a doubt is about one of these cells, rows or tables."""
    return bool(report.doubts) and not covered.isdisjoint(_doubts(report))


def doubt_over(report: Report, path: str) -> Doubt | None:
    """The first doubt that covers a cell, its row or its table, as `Report.doubted` has it."""
    if not report.doubts:
        return None
    known = _doubts(report)
    covering = []
    while path:
        if path in known:
            covering.append(known[path])
        path = path.rpartition(".")[0]
    return min(covering, key=itemgetter(0))[1] if covering else None


def certain(report: Report, *paths: str) -> tuple[Number, ...] | None:
    """The numbers of all these cells; None where any of them is blank or in doubt."""
    found: list[Number] = []
    for path in paths:
        value = report.value(path)
        if value is None or doubt_over(report, path):
            return None
        found.append(value)
    return tuple(found)
