"""Asking a report for numbers that are known beyond doubt."""

from gongkai.core.reports.report import Number, Report


def certain(report: Report, *paths: str) -> tuple[Number, ...] | None:
    """The numbers of all these cells; None where any of them is blank or in doubt."""
    found: list[Number] = []
    for path in paths:
        value = report.value(path)
        if value is None or (report.doubts and report.doubted(path)):
            return None
        found.append(value)
    return tuple(found)


def is_certain(report: Report, path: str) -> bool:
    """Whether a cell has a number without doubt."""
    return certain(report, path) is not None
