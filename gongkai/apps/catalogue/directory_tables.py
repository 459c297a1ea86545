"""Files with a standard directory as tables of cells: a workbook, or comma-separated text.

A cell that is merged over several rows or columns stands in each of them, as a reader sees it.
"""

import csv
from io import BytesIO, StringIO
from itertools import islice
from typing import Final
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from gongkai.apps.catalogue import directory_obstacles as obstacles
from gongkai.core.catalogue.directory_reading import MOST_ROWS, ReadDirectory, read_directory
from gongkai.core.catalogue.directory_sheets import Sheet, joined
from gongkai.core.catalogue.fields import GrassrootsField
from gongkai.core.finding import BlockedError

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_UNPACKED: Final = 100 * 1024 * 1024
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 20_000
ZIP: Final = b"PK\x03\x04"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
ENCODINGS: Final = ("utf-8-sig", "gb18030")
Table = list[list[str]]


def directory_in(data: bytes, field: GrassrootsField) -> ReadDirectory:
    """What a file comes to for a field: all of its sheets that have the heads of a standard
    directory and do not name another field."""
    if len(data) > MOST_BYTES:
        raise BlockedError([obstacles.file_too_big(MOST_BYTES)])
    is_book = data.startswith((ZIP, OLD_WORKBOOK))
    tables = _sheets(data) if is_book else {"": _text(data)}
    written = {name: table for name, table in tables.items() if _is_written(table)}
    for table in written.values():
        _check(table)
    if not written:
        raise BlockedError([obstacles.empty_file()])
    read = joined([Sheet(name, read_directory(table)) for name, table in written.items()], field)
    if read.missing_heads:
        raise BlockedError([obstacles.no_heads(read.missing_heads)])
    return read


def _is_written(table: Table) -> bool:
    return any(cell.strip() for row in table for cell in row)


def _check(table: Table) -> None:
    if len(table) > MOST_ROWS:
        raise BlockedError([obstacles.too_many_rows(MOST_ROWS)])
    if any(len(cell) > LONGEST_CELL for row in table for cell in row):
        raise BlockedError([obstacles.unreadable_file()])


def _sheets(data: bytes) -> dict[str, Table]:
    try:
        if data.startswith(ZIP):
            with ZipFile(BytesIO(data)) as packed:
                if sum(info.file_size for info in packed.infolist()) > MOST_UNPACKED:
                    raise BlockedError([obstacles.file_too_big(MOST_BYTES)])
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return {name: _sheet(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except (CalamineError, BadZipFile, OSError, ValueError, IndexError) as error:
        raise BlockedError([obstacles.unreadable_file()]) from error


def _sheet(sheet: CalamineSheet) -> Table:
    """All of a sheet from its first cell on: the numbers of rows are those that a person sees."""
    rows = islice(sheet.to_python(skip_empty_area=False), MOST_ROWS + 1)
    table = [[_written(cell) for cell in row[:MOST_COLUMNS]] for row in rows]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top < len(table) and left < len(table[top]):
            _spread(table, table[top][left], (top, left), (bottom, right))
    return table


def _spread(table: Table, text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    for row in table[first[0] : last[0] + 1]:
        for column in range(first[1], min(last[1] + 1, len(row))):
            row[column] = text


def _written(cell: object) -> str:
    """A cell as it was typed: whole numbers without the point that workbooks keep them with."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _text(data: bytes) -> Table:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return _parted(text)
    raise BlockedError([obstacles.unreadable_file()])


def _parted(text: str) -> Table:
    separator = "\t" if text.count("\t") > text.count(",") else ","
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
        return [row[:MOST_COLUMNS] for row in islice(rows, MOST_ROWS + 1)]
    except csv.Error as error:
        raise BlockedError([obstacles.unreadable_file()]) from error
