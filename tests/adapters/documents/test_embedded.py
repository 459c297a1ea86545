"""Markdown with tables in HTML."""

from gongkai.adapters.documents.reader import FileReader
from gongkai.core.ports import Grid, ReadingLimits, TextLine

TABLE = (
    "<table><tr><td colspan=3>第二十条第（一）项</td></tr>"
    "<tr><td>规章</td><td>0</td><td>4</td></tr></table>"
)


def test_tables_in_html_are_grids_in_their_place() -> None:
    text = f"# 示范市统计局年度报告\n\n二、主动公开情况\n{TABLE}\n三、其他\n"
    document = FileReader().read("报告.md", text.encode(), ReadingLimits())
    kinds = [type(block) for block in document.blocks if getattr(block, "text", "x").strip()]
    assert kinds == [TextLine, TextLine, Grid, TextLine]
    grid = next(block for block in document.blocks if isinstance(block, Grid))
    assert [(cell.text, cell.row, cell.column_span) for cell in grid.cells] == [
        ("第二十条第（一）项", 0, 3),
        ("规章", 1, 1),
        ("0", 1, 1),
        ("4", 1, 1),
    ]
    assert grid.place.line == 4


def test_a_table_that_is_never_closed_is_still_read() -> None:
    text = "一、总体情况\n<table><tr><td>规章</td><td>7</td>\n"
    document = FileReader().read("报告.md", text.encode(), ReadingLimits())
    assert any("7" in line.text for line in document.lines())
