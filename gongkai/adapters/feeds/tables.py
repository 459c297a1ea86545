"""Tables (CSV, TSV, XLSX): a row of names, then entries."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, islice

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.feeds.faults import Place, about_file, about_row
from gongkai.adapters.feeds.fields import Field, known, named, recommended
from gongkai.adapters.feeds.refusing import FeedError
from gongkai.adapters.feeds.rows import Row, Value
from gongkai.core.finding import Finding

HEAD_ROWS = 10
SEPARATORS = "\t,;，"
MOST_CELL = 2_000_000
SHEET_KIND = "XLSX"
Cells = Sequence[object]


def of_text(name: str, text: str, notes: list[Finding]) -> Iterator[Row]:
    """The rows of a table in text. Raises FeedError."""
    csv.field_size_limit(MOST_CELL * 2)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        yield from of_cells(name, rows, notes)
    except csv.Error as error:
        raise FeedError(about_file("FEED-QUOTES", name=name, line=rows.line_num)) from error


def _separator(text: str) -> str:
    """What parts the cells: the sign that parts the row of names into most names we know."""
    head = text.splitlines()[:HEAD_ROWS]

    def names(sign: str) -> int:
        return max((len(known(line.replace('"', "").split(sign))) for line in head), default=0)

    return max(SEPARATORS, key=names)


def of_workbook(job: Job, notes: list[Finding]) -> Iterator[Row]:
    """The rows of the first sheet that is shown and holds titles. Raises FeedError."""
    package = Package(job, SHEET_KIND)
    for part in package.names():
        package.part(part)  # counted while it unpacks: a sheet that swells is refused
    sheets = {name: cells for name, cells in _sheets(job).items() if any(map(any, cells))}
    titled = [name for name, cells in sheets.items() if _head(cells) is not None]
    chosen = next(iter(titled or sheets), "")
    if others := "、".join(name for name in sheets if name != chosen):
        notes.append(about_file("FEED-SHEETS", sheet=chosen, others=others))
    yield from of_cells(job.name, sheets.get(chosen, []), notes)


def _sheets(job: Job) -> dict[str, Sequence[Cells]]:
    """The sheets that are shown, cell by cell from the first one. Raises FeedError."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(job.data)) as book:
            return {
                sheet.name: book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
                and sheet.visible == SheetVisibleEnum.Visible
            }
    except CalamineError as error:
        raise FeedError(about_file("FEED-DAMAGED", name=job.name, kind=SHEET_KIND)) from error


def _head(cells: Iterable[Cells]) -> int | None:
    """Which row holds the names: the first in which a title has its name."""
    for number, row in enumerate(islice(cells, HEAD_ROWS)):
        if any(named(str(cell)) is Field.TITLE for cell in row):
            return number
    return None


def of_cells(name: str, cells: Iterable[Cells], notes: list[Finding]) -> Iterator[Row]:
    """The rows below the row of names, blank ones left out. Raises FeedError."""
    rows = iter(cells)
    first = list(islice(rows, HEAD_ROWS))
    head = _head(first)
    if head is None:
        raise FeedError(
            about_file("FEED-NO-TITLES", name=name, rows=HEAD_ROWS, columns=recommended())
        )
    names = [str(cell).strip() for cell in first[head]]
    columns = _columns(name, names)
    notes += _unread(names)
    for number, row in enumerate(chain(first[head + 1 :], rows), start=head + 2):
        yield from _row(number, row, names, columns)


def _columns(name: str, names: Sequence[str]) -> dict[Field, int]:
    """Where each field stands. Raises FeedError where two columns mean the same."""
    found: dict[Field, int] = {}
    for place, text in enumerate(names):
        field = named(text)
        if field in found:
            both = "、".join((names[found[field]], text))
            raise FeedError(
                about_file("FEED-COLUMN-TWICE", name=name, column=field.label, columns=both)
            )
        if field:
            found[field] = place
    return found


def _row(
    number: int, cells: Cells, names: Sequence[str], columns: dict[Field, int]
) -> Iterator[Row]:
    values = [_value(cell) for cell in cells]
    if not any(values):
        return
    surplus = sum(1 for value in values[len(names) :] if value)
    faults = (about_row("FEED-ROW-LONG", Place(number), count=surplus),) if surplus else ()
    yield Row(
        number,
        {field: values[place] for field, place in columns.items() if place < len(values)},
        {field: names[place] for field, place in columns.items()},
        faults,
    )


def _value(cell: object) -> Value:
    """A cell as text or date; a whole number is written without a fraction."""
    if isinstance(cell, date | datetime):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell).strip()


def _unread(names: Iterable[str]) -> list[Finding]:
    """A warning about columns that mean nothing to us."""
    strange = "、".join(name for name in dict.fromkeys(names) if name and named(name) is None)
    return (
        [about_file("FEED-COLUMN-UNKNOWN", columns=strange, known=recommended())] if strange else []
    )
