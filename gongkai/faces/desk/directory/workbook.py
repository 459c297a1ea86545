"""A standard directory as a workbook in the layout of the standard table (R8-03)."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from gongkai.core.catalogue.directory import HEADS, TITLE, DirectoryRow, cells
from gongkai.faces.common.exports.table import OPTIONS

WIDTHS: Final = (6, 14, 18, 40, 40, 18, 16, 28, 8, 12, 6, 8, 6, 6)
HEAD_ROW: Final = 1
FIRST_ROW: Final = 3
FIRST_ITEM: Final = 1


def directory_workbook(field: str, rows: Sequence[DirectoryRow]) -> bytes:
    """A title, the heads in two lines, and a row for each row; the first items are merged where
    several rows share one."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        frame = {"border": 1, "valign": "vcenter", "text_wrap": True}
        head = book.add_format({**frame, "bold": True, "align": "center"})
        plain = book.add_format(frame)
        title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        sheet = book.add_worksheet(field[:LONGEST_NAME])
        last = sum(len(below) for _, below in HEADS) - 1
        sheet.merge_range(0, 0, 0, last, TITLE.format(field=field), title)
        _heads(sheet, head)
        for at, row in enumerate(rows, start=FIRST_ROW):
            for column, text in enumerate(cells(row)):
                sheet.write_string(at, column, text, plain)
        for first, after in _runs(rows):
            name = rows[first].first
            top, bottom = FIRST_ROW + first, FIRST_ROW + after - 1
            sheet.merge_range(top, FIRST_ITEM, bottom, FIRST_ITEM, name, plain)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.set_landscape()
        sheet.repeat_rows(HEAD_ROW, FIRST_ROW - 1)
        sheet.fit_to_pages(1, 0)
    return target.getvalue()


LONGEST_NAME: Final = 31


def _heads(sheet: Worksheet, style: object) -> None:
    column = 0
    for label, below in HEADS:
        last = column + len(below) - 1
        if len(below) == 1:
            sheet.merge_range(HEAD_ROW, column, HEAD_ROW + 1, column, label, style)
        else:
            sheet.merge_range(HEAD_ROW, column, HEAD_ROW, last, label, style)
            for at, lower in enumerate(below, start=column):
                sheet.write_string(HEAD_ROW + 1, at, lower, style)
        column = last + 1


def _runs(rows: Sequence[DirectoryRow]) -> list[tuple[int, int]]:
    """Stretches of two and more rows with the same first item: where each begins and is over."""
    found, begun = [], 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].first != rows[begun].first:
            if at - begun > 1:
                found.append((begun, at))
            begun = at
    return found
