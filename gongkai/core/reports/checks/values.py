"""Asking a report for numbers that are known beyond doubt, and a form for the names of cells."""

from gongkai.core.reports.forms import Form
from gongkai.core.reports.report import Number, Report


def cell_name(form: Form | None, path: str) -> str:
    """What a cell is called in Chinese."""
    return form.labels.get(path, path) if form else path


def certain(report: Report, *paths: str) -> tuple[Number, ...] | None:
    """The numbers of all these cells; None where any of them is blank or in doubt."""
    found: list[Number] = []
    for path in paths:
        value = report.value(path)
        if value is None or (report.doubts and report.doubted(path)):
            return None
        found.append(value)
    return tuple(found)
