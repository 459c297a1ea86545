"""The statutory forms (报表) as data: tables, rows, columns, and the paths of their cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from gongkai.core.law import Statute


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its key in code and exports, and its label on the form."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row to be filled in.

    `label` is the row's own label exactly as on the form, with its number; `group` the labels of
    the merged cells to its left, outermost first. `columns` are the cells to fill; `caption` is
    the caption row above it (table 2).
    """

    key: str
    label: str
    columns: tuple[Column, ...]
    group: tuple[str, ...] = ()
    caption: str = ""
    unit: str = "件"

    @property
    def full_label(self) -> str:
        """The row's label with the groups it stands in."""
        return "".join((*self.group, self.label))


@dataclass(frozen=True, slots=True)
class Table:
    """One statutory table. `number` is its place in the report: 2, 3 or 4."""

    key: str
    number: int
    title: str
    rows: tuple[Row, ...]
    captions: tuple[str, ...] = ()

    def row(self, key: str) -> Row:
        """The row of that key."""
        return next(row for row in self.rows if row.key == key)


@dataclass(frozen=True)
class Form:
    """One version of the statutory form: sections, tables, and the report years it is for."""

    key: str
    statute: Statute
    first_year: int
    last_year: int | None
    sections: tuple[str, ...]
    tables: tuple[Table, ...]

    def table(self, key: str) -> Table:
        """The table of that key: `table2`, `applications` or `review`."""
        return next(table for table in self.tables if table.key == key)

    def covers(self, year: int) -> bool:
        """Whether reports of that year are written on this form."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def paths(self) -> Iterator[str]:
        """The paths of all cells, in the order of the form."""
        for table in self.tables:
            for row in table.rows:
                yield from row_paths(table, row)

    def label_of(self, path: str) -> str:
        """Say in Chinese which cell a path names."""
        return self.labels[path]

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What every path is called in Chinese: 表三“（七）总计”的“自然人”."""
        return {
            path: _cell_label(table, row, column)
            for table in self.tables
            for row in table.rows
            for path, column in zip(row_paths(table, row), row.columns, strict=True)
        }


def _cell_label(table: Table, row: Row, column: Column) -> str:
    name = f"表{'零一二三四'[table.number]}"
    if row.full_label:
        name += f"“{row.full_label}”的"
    return f"{name}“{column.label}”"


def row_paths(table: Table, row: Row) -> tuple[str, ...]:
    """The paths of a row's cells.

    `applications.new.0` … `applications.new.6`, `table2.licensing` (one cell),
    `table2.procurement.items` (named cells), `review.review_upheld` (table 4 is one row of 15).
    """
    base = f"{table.key}.{row.key}"
    if table.key == "review":
        return tuple(f"review.{column.key}" for column in row.columns)
    if row.key == "procurement":
        return tuple(f"{base}.{column.key}" for column in row.columns)
    if len(row.columns) == 1:
        return (base,)
    return tuple(f"{base}.{number}" for number in range(len(row.columns)))
