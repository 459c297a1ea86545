"""The statutory tables as they stand on paper: merged heads, and a box for every cell."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from gongkai.core.reports.forms import FORMS, Form, Row, Table, row_paths
from gongkai.core.reports.forms.common import OUTCOMES
from gongkai.core.reports.report import Report
from gongkai.faces.common.exports.words import (
    AFTER,
    APPLICANT_HEAD,
    CAPTIONS,
    DIRECT,
    IDENTITY_NOTE,
    INFORMATION,
    LITIGATION,
    ORGANIZATIONS,
    RECONSIDERATION,
)

LABELS = 3
"""Columns of labels at the left of table 3."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the printed table; `path` names the cell it holds, a head has none."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    path: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed table, its boxes row by row."""

    key: str
    title: str
    rows: int
    columns: int
    boxes: tuple[Box, ...]

    def lines(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes that begin in each row."""
        return tuple(tuple(box for box in self.boxes if box.row == row) for row in range(self.rows))


def sheets_of(report: Report) -> tuple[Sheet, ...]:
    """The tables of a report; a table that the source has on the other form is printed on that."""
    if report.form is None:
        return ()
    tables = (_nearest(report, table) for table in report.form.tables)
    return tuple(SHAPES[table.key](table) for table in tables)


def _nearest(report: Report, own: Table) -> Table:
    """The form of a table that holds most of what was read; the report's own if both do."""

    def held(table: Table) -> int:
        return sum(path in report.cells for row in table.rows for path in row_paths(table, row))

    return max((own, *(form.table(own.key) for form in FORMS)), key=held)


@cache
def sheets(form: Form) -> tuple[Sheet, ...]:
    """The three tables of a form, in their order."""
    return tuple(SHAPES[table.key](table) for table in form.tables)


def _title(table: Table) -> str:
    return f"{CAPTIONS[table.number]}{table.title}"


def _disclosure(table: Table) -> Sheet:
    """Table 2: under every caption its own head, and rows that share the width."""
    width = max(len(row.columns) for row in table.rows)
    boxes: list[Box] = []
    line = 0
    for caption, rows in groupby(table.rows, key=lambda row: row.caption):
        members = list(rows)
        boxes.append(Box(caption, line, 0, column_span=width + 1))
        boxes.append(Box(INFORMATION, line + 1, 0))
        boxes += _shared(line + 1, width, [(column.label, "") for column in members[0].columns])
        for number, row in enumerate(members, start=line + 2):
            boxes.append(Box(row.label, number, 0))
            boxes += _shared(number, width, [("", path) for path in row_paths(table, row)])
        line += len(members) + 2
    return Sheet(table.key, _title(table), line, width + 1, tuple(boxes))


def _shared(line: int, width: int, content: list[tuple[str, str]]) -> list[Box]:
    """Boxes that fill a line from its second column; the last takes what is left."""
    last = len(content) - 1
    return [
        Box(text, line, 1 + number, column_span=width - last if number == last else 1, path=path)
        for number, (text, path) in enumerate(content)
    ]


def _applications(table: Table) -> Sheet:
    """Table 3: three lines of heads, three columns of labels."""
    columns = table.rows[0].columns
    last = LABELS + len(columns) - 1
    boxes = [
        Box(IDENTITY_NOTE, 0, 0, row_span=3, column_span=LABELS),
        Box(APPLICANT_HEAD, 0, LABELS, column_span=len(columns)),
        Box(columns[0].label, 1, LABELS, row_span=2),
        Box(ORGANIZATIONS, 1, LABELS + 1, column_span=len(columns) - 2),
        Box(columns[-1].label, 1, last, row_span=2),
    ]
    boxes += [Box(c.label, 2, LABELS + 1 + n) for n, c in enumerate(columns[1:-1])]
    for level in (0, 1):
        boxes += _groups(table.rows, level)
    for line, row in enumerate(table.rows, start=3):
        depth = len(row.group)
        boxes.append(Box(row.label, line, depth, column_span=LABELS - depth))
        boxes += [
            Box("", line, LABELS + number, path=path)
            for number, path in enumerate(row_paths(table, row))
        ]
    ordered = sorted(boxes, key=lambda box: (box.row, box.column))
    return Sheet(table.key, _title(table), 3 + len(table.rows), last + 1, tuple(ordered))


def _groups(rows: tuple[Row, ...], level: int) -> list[Box]:
    """The merged labels of one level: one box over each run of rows of the same group."""
    boxes = []
    line = 3
    for group, members in groupby(rows, key=lambda row: row.group[: level + 1]):
        height = len(list(members))
        if len(group) > level:
            boxes.append(Box(group[level], line, level, row_span=height))
        line += height
    return boxes


def _review(table: Table) -> Sheet:
    """Table 4: three blocks of five."""
    size = len(OUTCOMES)
    boxes = [
        Box(RECONSIDERATION, 0, 0, row_span=2, column_span=size),
        Box(LITIGATION, 0, size, column_span=2 * size),
        Box(DIRECT, 1, size, column_span=size),
        Box(AFTER, 1, 2 * size, column_span=size),
    ]
    paths = row_paths(table, table.rows[0])
    boxes += [Box(OUTCOMES[n % size][1], 2, n) for n in range(len(paths))]
    boxes += [Box("", 3, number, path=path) for number, path in enumerate(paths)]
    return Sheet(table.key, _title(table), 4, len(paths), tuple(boxes))


SHAPES = {"table2": _disclosure, "applications": _applications, "review": _review}
