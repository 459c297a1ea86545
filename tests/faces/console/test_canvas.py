"""Tables in a terminal: lines that meet, wide characters counted."""

import pytest
from rich.cells import cell_len

from gongkai.core.reports.forms import FORMS, Form
from gongkai.faces.common.exports.sheets import Box, Sheet, sheets
from gongkai.faces.console.canvas import Ink, drawing


def plain(sheet: Sheet, widths: tuple[int, ...]) -> list[str]:
    return drawing(sheet, widths, lambda box: Ink(box.text)).plain.splitlines()


def test_a_merged_head_stands_over_its_columns() -> None:
    boxes = (
        Box("合计", 0, 0, column_span=2),
        Box("甲", 1, 0),
        Box("乙", 1, 1),
        Box("1", 2, 0, path="a"),
        Box("2", 2, 1, path="b"),
    )
    assert plain(Sheet("x", "", 3, 2, boxes), (4, 4)) == [
        "┌─────────┐",
        "│合计     │",
        "├────┬────┤",
        "│甲  │乙  │",
        "├────┼────┤",
        "│1   │2   │",
        "└────┴────┘",
    ]


def test_rows_of_numbers_alike_have_no_line_between() -> None:
    boxes = tuple(
        box
        for row in range(3)
        for box in (Box("行", row, 0), Box(str(row), row, 1, path=f"p.{row}"))
    )
    assert plain(Sheet("x", "", 3, 2, boxes), (2, 2)) == [
        "┌──┬──┐",
        "│行│0 │",
        "│行│1 │",
        "│行│2 │",
        "└──┴──┘",
    ]


def test_long_text_makes_its_row_higher() -> None:
    boxes = (Box("很长的一行", 0, 0), Box("1", 0, 1, path="p"))
    assert plain(Sheet("x", "", 1, 2, boxes), (4, 2)) == [
        "┌────┬──┐",
        "│很长│  │",
        "│的一│1 │",
        "│行  │  │",
        "└────┴──┘",
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.key}年格式")
def test_all_lines_of_a_table_are_equally_wide(form: Form) -> None:
    for sheet in sheets(form):
        lines = plain(sheet, (8,) * sheet.columns)
        assert len({cell_len(line) for line in lines}) == 1
