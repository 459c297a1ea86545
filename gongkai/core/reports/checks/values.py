"""Asking a report for numbers that are known beyond doubt, and a form for the names of cells."""

from functools import cache

from gongkai.core.reports.forms import BY_KEY, Form, row_paths
from gongkai.core.reports.report import Number, Report

TABLES = "零一二三四"


@cache
def _cell_names(key: str) -> dict[str, str]:
    """What every cell of a form is called; the one row of table 4 has no name of its own."""
    names: dict[str, str] = {}
    for table in BY_KEY[key].tables:
        for row in table.rows:
            row_name = f"“{row.full_label}”的" if row.label else ""
            for path, column in zip(row_paths(table, row), row.columns, strict=True):
                names[path] = f"表{TABLES[table.number]}{row_name}“{column.label}”"
    return names


def cell_name(form: Form | None, path: str) -> str:
    """What a cell is called in Chinese."""
    return _cell_names(form.key).get(path, path) if form else path


def certain(report: Report, *paths: str) -> tuple[Number, ...] | None:
    """The numbers of all these cells; None where any of them is blank or in doubt."""
    found: list[Number] = []
    for path in paths:
        value = report.value(path)
        if value is None or (report.doubts and report.doubted(path)):
            return None
        found.append(value)
    return tuple(found)
