"""A long list as a workbook: written row by row into a file, never whole in memory."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter
from django.utils.timezone import localtime
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gongkai.faces.common.exports.table import LONGEST, WIDEST, Value

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
MOST_ROWS = 1_048_575
"""A sheet has no more lines than this below its head."""
SAMPLED = 200
"""The widths of the columns are those of the first rows."""


def table_file(name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> IO[bytes]:
    """One sheet with a head that stays in sight; the file is open at its beginning."""
    target = TemporaryFile()  # noqa: SIM115 - the answer streams from it and closes it
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True, "border": 1, "align": "center"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        pending = iter(rows)
        first = list(islice(pending, SAMPLED))
        for column, width in enumerate(_widths(head, first)):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, head, bold)
        last = 0
        for last, row in enumerate(islice(chain(first, pending), MOST_ROWS), start=1):
            for column, value in enumerate(row):
                _put(sheet, (last, column), value, day)
        sheet.autofilter(0, 0, last, len(head) - 1)
    target.seek(0)
    return target


def _put(sheet: Worksheet, place: tuple[int, int], value: Value, day: Format) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, _plain(value), day)
    elif isinstance(value, int):
        sheet.write_number(*place, value)
    elif value:
        sheet.write_string(*place, value[:LONGEST])


def _plain(value: date) -> date:
    return localtime(value).replace(tzinfo=None) if isinstance(value, datetime) else value


def _widths(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> list[int]:
    widths = [2 * len(text) + 4 for text in head]
    for row in rows:
        for column, value in enumerate(row):
            widths[column] = max(widths[column], min(WIDEST, 2 * len(str(value or "")) + 2))
    return widths
