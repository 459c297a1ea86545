"""Names of cells that hold for both forms: `table2.regulations.issued`, `applications.new.natural`.

A path counts the cells of a row; of two forms the same path may mean two things. A name uses the
keys of rows and columns, and means one thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gongkai.core.reports.forms import FORMS, Form, Row, Table, row_paths


@dataclass(frozen=True, slots=True)
class Named:
    """One cell of a form: its name, its path, and what it is called in Chinese."""

    name: str
    path: str
    label: str


@cache
def named_cells(form: Form) -> tuple[Named, ...]:
    """The cells of a form, then those of rows that only another form has.

    Sources mix forms: a report on the newer one may have the older one's row for 其他处理.
    """
    own = {(table.key, row.key) for table in form.tables for row in table.rows}
    others = [other for other in FORMS if other is not form]
    foreign = [cell for other in others for cell in _cells(other, leave=own)]
    return (*_cells(form, leave=set()), *foreign)


@cache
def names() -> tuple[str, ...]:
    """The names of all cells of all forms, each once."""
    return tuple(dict.fromkeys(cell.name for form in FORMS for cell in named_cells(form)))


def _cells(form: Form, leave: set[tuple[str, str]]) -> Iterator[Named]:
    labels = form.labels
    for table in form.tables:
        for row in table.rows:
            if (table.key, row.key) in leave:
                continue
            for column, path in zip(row.columns, row_paths(table, row), strict=True):
                yield Named(_name(table, row, column.key), path, labels[path])


def _name(table: Table, row: Row, column: str) -> str:
    return f"review.{column}" if table.key == "review" else f"{table.key}.{row.key}.{column}"
