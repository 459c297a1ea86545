"""Reports as a workbook (XLSX): the statutory tables, findings, doubts, prose, comparisons."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gongkai.apps.reports.comparing import Comparison
from gongkai.apps.reports.reading import Checked
from gongkai.faces.common.exports import words
from gongkai.faces.common.exports.listing import (
    Row,
    contents,
    doubts,
    figures,
    findings,
    sections,
)
from gongkai.faces.common.exports.marks import Mark, State, marks
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.saying import candidates_of, name_of
from gongkai.faces.common.exports.sheets import Box, Sheet, sheets_of

FILLS = {
    State.WRONG: "#f8d7d5",
    State.DOUBTED: "#fff3c4",
    State.WARNED: "#fde9d0",
    State.BLANK: "#eeeeee",
    State.ABSENT: "#eeeeee",
    State.READ: "#ffffff",
}
LABEL_WIDTHS: dict[str, tuple[int, ...]] = {
    "table2": (24,),
    "applications": (6, 16, 36),
    "review": (),
}
NUMBER_WIDTH = 12
LISTS: tuple[tuple[str, tuple[str, ...], Callable[[Result], Iterator[Row]]], ...] = (
    (words.CONTENTS_SHEET, words.CONTENTS_HEAD, contents),
    (words.FINDINGS_SHEET, words.FINDINGS_HEAD, findings),
    (words.DOUBTS_SHEET, words.DOUBTS_HEAD, doubts),
    (words.FIGURES_SHEET, words.FIGURES_HEAD, figures),
    (words.SECTIONS_SHEET, words.SECTIONS_HEAD, sections),
)
LONGEST = 32000
"""A cell of a workbook holds no more characters than about this."""
WIDEST = 60
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def workbook(result: Result) -> bytes:
    """Write everything a run came to as one workbook."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        writer = _Writer(book)
        for name, head, rows in LISTS[:1]:
            writer.listing(name, head, rows(result))
        for comparison in result.comparisons:
            writer.comparison(comparison)
        for name, head, rows in LISTS[1:]:
            writer.listing(name, head, rows(result))
        for number, one in enumerate(result.checked, start=1):
            writer.report(number if len(result.checked) > 1 else None, one)
    return target.getvalue()


class _Writer:
    """Puts sheets into one workbook, with one set of formats."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        frame = {"border": 1, "valign": "vcenter", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        self.head = book.add_format({**frame, "bold": True, "align": "center"})
        self.label = book.add_format({**frame, "align": "left"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.cells: dict[State, Format] = {
            state: book.add_format({**frame, "align": "right", "bg_color": fill})
            for state, fill in FILLS.items()
        }

    def listing(self, name: str, head: Sequence[str], rows: Iterable[Row]) -> None:
        """A plain list with a head that stays in sight and can be filtered."""
        sheet = self.book.add_worksheet(name)
        widths = [2 * len(text) + 4 for text in head]
        sheet.write_row(0, 0, head, self.head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _put(sheet, last, column, value, self.text)
                widths[column] = max(widths[column], min(WIDEST, 2 * len(str(value or "")) + 2))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(head) - 1)

    def comparison(self, comparison: Comparison) -> None:
        """Reports side by side, what differs marked."""
        sheet = self.book.add_worksheet(self._free(words.COMPARISON_SHEET))
        head = (words.CELL_HEAD, *comparison.names, words.DIFFERS_HEAD)
        sheet.write_row(0, 0, head, self.head)
        for number, line in enumerate(comparison.lines, start=1):
            sheet.write(number, 0, line.label, self.label)
            state = State.WRONG if line.differs else State.READ
            for column, value in enumerate(line.numbers, start=1):
                _put(sheet, number, column, value, self.cells[state])
            sheet.write(number, len(head) - 1, words.YES if line.differs else "", self.label)
        sheet.set_column(0, 0, WIDEST)
        sheet.set_column(1, len(head) - 1, 16)
        sheet.freeze_panes(1, 1)

    def report(self, number: int | None, one: Checked) -> None:
        """The statutory tables of one report, each on its own sheet."""
        states = marks(one.report, one.findings)
        for sheet in sheets_of(one.report):
            name = words.PART_SHEETS[sheet.key]
            page = self.book.add_worksheet(f"{number} {name}" if number else name)
            heading = f"{name_of(one.report)}　{sheet.title}"
            page.merge_range(0, 0, 0, sheet.columns - 1, heading, self.title)
            self._grid(page, sheet, states)

    def _grid(self, page: Worksheet, sheet: Sheet, states: dict[str, Mark]) -> None:
        widths = LABEL_WIDTHS[sheet.key]
        for column in range(sheet.columns):
            page.set_column(
                column, column, widths[column] if column < len(widths) else NUMBER_WIDTH
            )
        for box in sheet.boxes:
            mark = states.get(box.path)
            form = self.cells[mark.state] if mark else self.head
            value = mark.value if mark else box.text
            _box(page, box, value, form)
            if mark and (note := _note(mark)):
                page.write_comment(box.row + 1, box.column, note, {"x_scale": 2})
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def _free(self, name: str) -> str:
        """A name no other sheet has."""
        taken = {sheet.get_name() for sheet in self.book.worksheets()}
        names = (name, *(f"{name}{number}" for number in range(2, len(taken) + 3)))
        return next(one for one in names if one not in taken)


def _box(page: Worksheet, box: Box, value: str | int | Decimal | None, form: Format) -> None:
    """Put one box in its place, one line below the title."""
    top, left = box.row + 1, box.column
    bottom, right = top + box.row_span - 1, left + box.column_span - 1
    if (bottom, right) != (top, left):
        page.merge_range(top, left, bottom, right, "", form)
    _put(page, top, left, value, form)


def _put(
    page: Worksheet, row: int, column: int, value: str | int | Decimal | None, form: Format
) -> None:
    """Put a number as a number and everything else as text."""
    if value is None:
        page.write_blank(row, column, None, form)
    elif isinstance(value, str):
        page.write_string(row, column, value[:LONGEST], form)
    else:
        page.write_number(row, column, float(value), form)


def _note(mark: Mark) -> str:
    """What is to be said about a cell."""
    about = [finding.text for finding in mark.findings]
    if mark.doubt:
        about.append(f"{mark.doubt.reason}（{candidates_of(mark.doubt)}）")
    return "\n".join(about)[:1000]
