"""Everything a page says about one cell or one row: reading, source, candidates, findings."""

from dataclasses import dataclass

from gongkai.apps.reports.confirming import places
from gongkai.apps.reports.queries import Confirmed, ReportRead
from gongkai.core.finding import Evidence
from gongkai.core.reports.forms import Form, row_paths
from gongkai.core.reports.report import Doubt, Number, Reading, Report
from gongkai.faces.common.exports.saying import place_of
from gongkai.faces.common.reports.listing import Numbered, listed


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading to choose, and its numbers one by one."""

    reading: Reading
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One box to type a number into."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A cell or a row, opened. `known` is false where the source has no such cell."""

    path: str
    label: str
    known: bool
    value: Reading
    raw: str
    found: str
    source: Evidence | None
    doubt: Doubt | None
    candidates: tuple[Candidate, ...]
    heads: tuple[str, ...]
    fields: tuple[Field, ...]
    confirmed: Confirmed | None
    notes: tuple[Numbered, ...]


def place(read: ReportRead, path: str) -> Place | None:
    """Open a cell or a row; None if the form has no such place."""
    report = read.report
    form = report.form
    cells = places(form, path) if form else ()
    if form is None or not cells:
        return None
    doubt = _doubt(report, path)
    known = [cell for at in cells if (cell := report.cells.get(at))]
    values = tuple(report.value(at) for at in cells)
    shown = listed(report, (*report.notes, *read.findings))
    return Place(
        path=path,
        label=place_of(report, path),
        known=bool(known),
        value=values if len(values) > 1 else values[0],
        raw="、".join(cell.raw for cell in known if cell.raw),
        found="；".join(dict.fromkeys(cell.found for cell in known if cell.found)),
        source=known[0].source if known else None,
        doubt=doubt,
        candidates=tuple(_candidate(reading) for reading in doubt.candidates) if doubt else (),
        heads=_heads(report, doubt),
        fields=_fields(report, form, cells),
        confirmed=_confirmed(read, path, cells),
        notes=tuple(entry for entry in shown if {*entry.finding.paths} & {path, *cells}),
    )


def _doubt(report: Report, path: str) -> Doubt | None:
    """The doubt about the place itself, or the one that covers it."""
    exact = next((doubt for doubt in report.doubts if doubt.path == path), None)
    return exact or report.doubted(path)


def _candidate(reading: Reading) -> Candidate:
    return Candidate(reading, reading if isinstance(reading, tuple) else (reading,))


def _heads(report: Report, doubt: Doubt | None) -> tuple[str, ...]:
    """What the numbers of a row's candidates stand for."""
    if doubt is None or report.form is None:
        return ()
    paths = places(report.form, doubt.path)
    columns = columns_of(report.form)
    return tuple(columns[path] for path in paths) if len(paths) > 1 else ()


def columns_of(form: Form) -> dict[str, str]:
    """The label of the column in which each cell stands."""
    return {
        path: column.label
        for table in form.tables
        for row in table.rows
        for path, column in zip(row_paths(table, row), row.columns, strict=True)
    }


def _fields(report: Report, form: Form, cells: tuple[str, ...]) -> tuple[Field, ...]:
    columns = columns_of(form)
    values = {cell: report.value(cell) for cell in cells}
    return tuple(
        Field(columns[cell], "" if value is None else str(value)) for cell, value in values.items()
    )


def _confirmed(read: ReportRead, path: str, cells: tuple[str, ...]) -> Confirmed | None:
    """What a person confirmed of this place, or of the row it stands in."""
    return next(
        (
            answer
            for answer in read.confirmed
            if answer.path == path or cells[0].startswith(f"{answer.path}.")
        ),
        None,
    )
