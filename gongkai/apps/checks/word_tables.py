"""Files with word lists as tables of cells: tab- or comma-separated text, or a workbook."""

import csv
from io import BytesIO, StringIO
from itertools import islice
from typing import Final
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from gongkai.apps.checks import word_obstacles as obstacles
from gongkai.core.finding import BlockedError

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_ROWS: Final = 200_000
LONGEST_CELL: Final = 100_000
"""No word is as long; the library's own bound is one for the whole process, set by whoever came
first."""
ZIP: Final = b"PK\x03\x04"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"
ENCODINGS: Final = ("utf-8-sig", "gb18030")
WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS: Final = ("\t", ",", "，", "→", "—", "-", ";")
SAMPLE: Final = 50
Table = list[list[str]]


def table_of(data: bytes) -> Table:
    """The cells of a file; refuses what is too big, damaged or of another kind."""
    if len(data) > MOST_BYTES:
        raise BlockedError([obstacles.file_too_big(MOST_BYTES)])
    rows = _workbook(data) if data.startswith((ZIP, OLD_WORKBOOK)) else _text(data)
    if len(rows) > MOST_ROWS:
        raise BlockedError([obstacles.too_many_rows(MOST_ROWS)])
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        raise BlockedError([obstacles.unreadable_file()])
    if not any(cell.strip() for row in rows for cell in row):
        raise BlockedError([obstacles.empty_file()])
    return rows


def _workbook(data: bytes) -> Table:
    """The first sheet, all of it: the numbers of rows are those that a person sees."""
    try:
        if data.startswith(ZIP):
            with ZipFile(BytesIO(data)) as packed:
                if sum(info.file_size for info in packed.infolist()) > MOST_UNPACKED:
                    raise BlockedError([obstacles.file_too_big(MOST_BYTES)])
        sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
        rows = islice(sheet.to_python(skip_empty_area=False), MOST_ROWS + 1)
        return [[str(cell) for cell in row] for row in rows]
    except (CalamineError, BadZipFile, OSError, ValueError, IndexError) as error:
        raise BlockedError([obstacles.unreadable_file()]) from error


def _text(data: bytes) -> Table:
    text = _decoded(data)
    separator = separator_of(text)
    if separator == ",":
        try:
            return list(csv.reader(StringIO(text, newline="")))
        except csv.Error as error:
            raise BlockedError([obstacles.unreadable_file()]) from error
    lines = text.splitlines()
    return [line.split(separator) for line in lines] if separator else [[line] for line in lines]


def _decoded(data: bytes) -> str:
    """The text, in whichever of the usual encodings it is."""
    encodings = ("utf-16",) if data.startswith(WIDE_MARKS) else ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise BlockedError([obstacles.unreadable_file()])


def separator_of(text: str) -> str:
    """What parts the columns: the first sign that most of the first lines have; none for a list
    of one word to a line."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    head = lines[:SAMPLE]
    for sign in SEPARATORS:
        if head and sum(sign in line for line in head) * 2 > len(head):
            return sign
    return ""
