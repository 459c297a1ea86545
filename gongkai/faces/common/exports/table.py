"""Any list as a workbook of one sheet."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

LONGEST = 32000
WIDEST = 60
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
Value = str | int | date | None


def table_workbook(name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """One sheet: a head that stays in sight and can be filtered, then a row for each row."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        bold = book.add_format({"bold": True, "border": 1, "align": "center"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        sheet = book.add_worksheet(name)
        widths = [2 * len(text) + 4 for text in head]
        sheet.write_row(0, 0, head, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                widths[column] = max(widths[column], min(WIDEST, 2 * len(str(value or "")) + 2))
                if isinstance(value, date):
                    sheet.write_datetime(last, column, value, day)
                elif isinstance(value, int):
                    sheet.write_number(last, column, value, plain)
                else:
                    sheet.write_string(last, column, (value or "")[:LONGEST], plain)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(head) - 1)
    return target.getvalue()
