"""What a synthetic report is made of: figures, wording, and the finished file with its truth."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gongkai.core.reports.forms import Form, Row, Table, row_paths

Value = int | Decimal | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The three tables: the value of every cell (None: blank) and how it is written.

    `dropped` are rows that the source lacks, `extra` rows with one zero too many at their end;
    `unclear` cells that no careful person could tell.
    """

    form: Form
    values: Mapping[str, Value]
    raws: Mapping[str, str]
    dropped: frozenset[str] = frozenset()
    extra: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    planted: tuple[str, ...] = ()

    def paths(self, table: Table, row: Row) -> tuple[str, ...]:
        """The paths of one row."""
        return row_paths(table, row)

    def cells(self, table: Table, row: Row) -> list[str]:
        """One row as written."""
        cells = [self.raws[path] for path in row_paths(table, row)]
        return [*cells, "0"] if f"{table.key}.{row.key}" in self.extra else cells

    def rows(self, key: str) -> list[tuple[Table, Row]]:
        """The rows of a table that the source has."""
        table = self.form.table(key)
        return [(table, row) for row in table.rows if f"{key}.{row.key}" not in self.dropped]

    def written(self, changes: Mapping[str, str]) -> "Sheet":
        """The same values, some cells written otherwise."""
        return replace(self, raws={**self.raws, **changes})

    def changed(self, changes: Mapping[str, Value], planted: str) -> "Sheet":
        """Other values in some cells, written plainly."""
        raws = {path: "" if value is None else str(value) for path, value in changes.items()}
        return replace(
            self,
            values={**self.values, **changes},
            raws={**self.raws, **raws},
            planted=(*self.planted, planted),
        )


@dataclass(frozen=True, slots=True)
class Prose:
    """The wording around the tables: `sections` are paragraphs, `before` lines above tables."""

    organ: str
    year: int
    title: tuple[str, ...]
    lead: tuple[str, ...]
    headings: tuple[str, ...]
    sections: tuple[tuple[str, ...], ...]
    signature: tuple[str, ...]
    before: tuple[str, ...] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is laid out: figures, wording, and how labels are spelled."""

    sheet: Sheet
    prose: Prose
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A laid-out report. `unclear` are cells that this layout makes impossible to tell.

    `lost` are cells that the layout drops altogether: their truth becomes null. `untold` cells are
    not scored: what stands there misleads anyone.
    """

    data: bytes
    suffix: str
    unclear: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """One file with its truth in the shape of the truth files; layout and seed make it again."""

    layout: str
    seed: int
    name: str
    data: bytes
    truth: dict[str, object]
    unclear: frozenset[str]
    planted: tuple[str, ...] = field(default=())
    untold: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The file as text (text layouts)."""
        return self.data.decode("utf-8")
