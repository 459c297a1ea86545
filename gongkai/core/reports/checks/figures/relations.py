"""The formulas of each form, generated from its tables: no row or column is written down twice.

They are kept by the key of the form: a form itself is large to compare.
"""

import re
from functools import cache

from gongkai.core.reports.checks.formula import Formula, Term, at_least, balance, sum_of
from gongkai.core.reports.forms import (
    BY_KEY,
    FORM_2019,
    FORM_2021,
    Form,
    Row,
    Table,
    row_paths,
)
from gongkai.core.reports.forms.common import OTHER_ONE_ROW, RESULTS, REVIEW_BLOCKS
from gongkai.core.reports.report import Report

BARE = 2
TABLE_2, TABLE_3, TABLE_4 = "表二", "表三", "表四"
ORDINAL = re.compile(r"^(?:[一二三四五六七]、|（[一二三四五六七]）|\d\.)")
LONG_TAIL = re.compile(r"（区分处理.*|政府信息公开申请数量$|、行政机关不再.*")
COLUMN_SUBJECT = "表三“{column}”列"
ROW_SUBJECT = "表三“{row}”行"
STOCK_SUBJECT = "表二“{row}”"
BLOCK_SUBJECT = "表四“{block}”"


def short_label(row: Row) -> str:
    """The label of a row as a sentence uses it: no ordinal, no long explanation."""
    label = LONG_TAIL.sub("", ORDINAL.sub("", row.label))
    if len(label) > BARE or not row.group or row.key == "total":
        return label
    return f"{ORDINAL.sub('', row.group[-1])}“{label}”"


def one_row_for_other(report: Report) -> bool:
    """Whether a report has one row 其他处理 although its form divides it in three."""
    cells = report.cells
    whole = "applications.other.0" in cells and "applications.other_1.0" not in cells
    return whole and report.form is FORM_2021


def application_rows(form: Form, *, one_row: bool = False) -> tuple[Row, ...]:
    """The rows of table 3; with `one_row` 其他处理 is one row, as in the older form."""
    rows = form.table("applications").rows
    if not one_row:
        return rows
    kept = [row for row in rows if not row.key.startswith("other")]
    return (*kept[:-2], *OTHER_ONE_ROW, *kept[-2:])


def _terms(table: Table, rows: tuple[Row, ...], column: int) -> tuple[Term, ...]:
    return tuple(Term(row_paths(table, row)[column], short_label(row)) for row in rows)


def flow(form: Form) -> tuple[Formula, ...]:
    """T3-01: new + carried in = total + carried out, column by column."""
    return _flow(form.key)


@cache
def _flow(key: str) -> tuple[Formula, ...]:
    form = BY_KEY[key]
    table = form.table("applications")
    left = tuple(table.row(key) for key in ("new", "carried_in"))
    right = tuple(table.row(key) for key in ("total", "carried_out"))
    cite = form.statute.part(TABLE_3)
    return tuple(
        balance(
            COLUMN_SUBJECT.format(column=column.label),
            _terms(table, left, number),
            _terms(table, right, number),
            cite,
        )
        for number, column in enumerate(table.rows[0].columns)
    )


def results(form: Form, *, one_row: bool = False) -> tuple[Formula, ...]:
    """T3-02: the total is the sum of all results, column by column."""
    return _results(form.key, one_row)


@cache
def _results(key: str, one_row: bool) -> tuple[Formula, ...]:  # noqa: FBT001 - a cache key
    form = BY_KEY[key]
    rows = application_rows(form, one_row=one_row)
    table = form.table("applications")
    whole = table.row("total")
    parts = tuple(row for row in rows if row.group[:1] == (RESULTS,) and row.key != whole.key)
    cite = form.statute.part(TABLE_3)
    return tuple(
        sum_of(
            COLUMN_SUBJECT.format(column=column.label),
            _terms(table, (whole,), number)[0],
            _terms(table, parts, number),
            cite,
        )
        for number, column in enumerate(whole.columns)
    )


def applicants(form: Form, *, one_row: bool = False) -> tuple[Formula, ...]:
    """T3-03: the last column of every row is the sum of the others."""
    return _applicants(form.key, one_row)


@cache
def _applicants(key: str, one_row: bool) -> tuple[Formula, ...]:  # noqa: FBT001 - a cache key
    form = BY_KEY[key]
    rows = application_rows(form, one_row=one_row)
    table = form.table("applications")
    cite = form.statute.part(TABLE_3)
    made = []
    for row in rows:
        paths = zip(row_paths(table, row), row.columns, strict=True)
        *parts, whole = (Term(path, column.label) for path, column in paths)
        subject = ROW_SUBJECT.format(row=short_label(row))
        made.append(sum_of(subject, whole, tuple(parts), cite))
    return tuple(made)


def about_applications(form: Form, *, one_row: bool = False) -> tuple[Formula, ...]:
    """Every formula over table 3."""
    return (*flow(form), *results(form, one_row=one_row), *applicants(form, one_row=one_row))


def outcomes(form: Form) -> tuple[Formula, ...]:
    """T4-01: the total of each block of table 4 is the sum of its outcomes."""
    return _outcomes(form.key)


@cache
def _outcomes(key: str) -> tuple[Formula, ...]:
    form = BY_KEY[key]
    table = form.table("review")
    row = table.rows[0]
    made = []
    for block, label in REVIEW_BLOCKS:
        terms = [
            Term(path, column.label.removeprefix(label))
            for path, column in zip(row_paths(table, row), row.columns, strict=True)
            if column.key.startswith(f"{block}_")
        ]
        subject = BLOCK_SUBJECT.format(block=label)
        made.append(sum_of(subject, terms[-1], tuple(terms[:-1]), form.statute.part(TABLE_4)))
    return tuple(made)


@cache
def stock() -> tuple[Formula, ...]:
    """T2-01 (2021 form): what is in force is at least what was issued less what was repealed."""
    made = []
    for row, (issued, repealed, in_force) in _document_rows(FORM_2021):
        subject = STOCK_SUBJECT.format(row=row.label)
        cite = FORM_2021.statute.part(TABLE_2)
        taken = Term(repealed.path, repealed.label, -1)
        made.append(at_least(subject, (in_force,), (issued, taken), cite))
    return tuple(made)


@cache
def publicity() -> tuple[Formula, ...]:
    """T2-03 (2019 form): all that is public is at least what was newly made public."""
    made = []
    for row, (_, newly, everything) in _document_rows(FORM_2019):
        subject = STOCK_SUBJECT.format(row=row.label)
        cite = FORM_2019.statute.part(TABLE_2)
        made.append(at_least(subject, (everything,), (newly,), cite))
    return tuple(made)


def _document_rows(form: Form) -> tuple[tuple[Row, tuple[Term, ...]], ...]:
    """The rows of 规章 and 规范性文件, with their three cells as terms."""
    table = form.table("table2")
    return tuple(
        (
            row,
            tuple(
                Term(path, column.label)
                for path, column in zip(row_paths(table, row), row.columns, strict=True)
            ),
        )
        for row in (table.row("regulations"), table.row("normative_docs"))
    )
