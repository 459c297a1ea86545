"""Tables of web pages: spans resolved, broken markup mended, layout taken apart."""

import pytest

from tests.adapters.documents.reading import codes, grids, read, refused, rows, texts
from tests.samples import web


def page(body: str) -> bytes:
    """A page whose body is only this."""
    return web.page(f"<p>一、总体情况</p>{body}").encode()


TABLES = {
    "没有结束标签": ("<table><tr><td>甲<td>乙<tr><td>1<td>2</table>", [["甲", "乙"], ["1", "2"]]),
    "页脚写在前面": (
        "<table><tfoot><tr><td>合计<td>3</tfoot><thead><tr><th>甲<th>乙</thead><tbody><tr><td>1<td>2</table>",
        [["甲", "乙"], ["1", "2"], ["合计", "3"]],
    ),
    "空行": (
        "<table><tr></tr><tr><td>甲<td>1<tr><tr><td>乙<td>2</table>",
        [["甲", "1"], ["乙", "2"]],
    ),
    "空单元格": (
        "<table><tr><td>甲<td>&nbsp;<td>　<tr><td><td>0<td>1</table>",
        [["甲", "", ""], ["", "0", "1"]],
    ),
    "段落里的表格": (
        "<p><table><tr><td>甲<td>1<tr><td>乙<td>2</table></p>",
        [["甲", "1"], ["乙", "2"]],
    ),
    "表单里的行": (
        "<table><form><tr><td>甲<td>1</tr></form><tr><td>乙<td>2</table>",
        [["甲", "1"], ["乙", "2"]],
    ),
    "换行和块": (
        "<table><tr><td>结果<br>维持<td><p>结果</p><p>纠正</p>"
        "<tr><td><div><span> 1 </span></div><td>2</table>",
        [["结果\n维持", "结果\n纠正"], ["1", "2"]],
    ),
    "小表套在格里": (
        "<table><tr><td>甲<td><table><tr><td>1</table><tr><td>乙<td>2</table>",
        [["甲", "1"], ["乙", "2"]],
    ),
    "跨度写错": (
        '<table><tr><td colspan="x">甲<td rowspan="-1">乙<tr><td colspan="0">1<td>2</table>',
        [["甲", "乙"], ["1", "2"]],
    ),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_tables(table: str, expected: list[list[str]]) -> None:
    (grid,) = grids(read(page(table), "报告.html"))
    assert rows(grid) == expected


def test_spans_reach_logical_rows_and_columns() -> None:
    table = (
        "<table><tr><td rowspan=2 colspan=2>甲<td colspan=3>乙<td>丙"
        "<tr><td>1<td>2<td>3<td>4<tr><td>a<td>b<td>c<td>d<td>e<td>f</table>"
    )
    (grid,) = grids(read(page(table), "报告.html"))
    places = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in grid.cells}
    assert places["甲"] == (0, 0, 2, 2)
    assert places["乙"] == (0, 2, 1, 3)
    assert places["1"] == (1, 2, 1, 1)
    assert places["f"] == (2, 5, 1, 1)
    assert (grid.rows, grid.columns) == (3, 6)


def test_columns_in_which_no_cell_begins_do_not_count() -> None:
    table = "<table><tr><td colspan=7>甲<td colspan=4>乙<tr><td colspan=7>1<td colspan=4>2</table>"
    (grid,) = grids(read(page(table), "报告.html"))
    assert grid.columns == 2
    assert {c.column_span for c in grid.cells} == {1}


def test_enormous_spans_are_cut_quickly_and_said() -> None:
    cell = '<td colspan="100000" rowspan="100000">甲'
    document = read(page(f"<table><tr>{cell * 3}<tr><td>1<tr><td>2</table>"), "报告.html")
    assert "FILE-SPANS" in codes(document)
    assert grids(document)[0].columns < 10
    table = f"<table>{('<tr>' + cell * 5) * 200}</table>"
    assert refused(page(table), "报告.html").code == "FILE-COMPLEX"


def test_a_layout_table_is_taken_apart_in_order() -> None:
    data = "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    body = (
        f"<table><tr><td><p>一、总体情况</p><p>正文。</p></td></tr><tr><td>{data}</td></tr></table>"
    )
    document = read(web.page(body), "报告.html")
    assert texts(document) == ["一、总体情况", "正文。"]
    assert rows(grids(document)[0]) == [["甲", "1"], ["乙", "2"]]


def test_paragraphs_across_a_table_part_it() -> None:
    table = f"<table><tr><td>甲<td>1<tr><td colspan=2>{web.PROSE * 2}<tr><td>乙<td>2</table>"
    document = read(page(table), "报告.html")
    assert [rows(grid) for grid in grids(document)] == [[["甲", "1"]], [["乙", "2"]]]
    assert texts(document) == ["一、总体情况", web.PROSE * 2]


def test_captions_come_before_their_tables() -> None:
    table = "<table><caption>表一</caption><tr><td>甲<td>1<tr><td>乙<td>2</table>"
    document = read(page(table), "报告.html")
    assert texts(document) == ["一、总体情况", "表一"]


def test_lines_break_at_blocks_and_breaks_only() -> None:
    body = """<p>全年共<b>收到</b>申请<span>12</span>
    件，\n办结<i> 10 </i>件<br/>其中：<br>公开&nbsp;&nbsp;5件</p><div>末<!-- 注 -->行</div>尾"""
    assert texts(read(page(body), "报告.html")) == [
        "一、总体情况",
        "全年共收到申请12 件，办结 10 件",
        "其中：",
        "公开  5件",
        "末行",
        "尾",
    ]


def test_preformatted_text_keeps_lines_and_tabs() -> None:
    assert texts(read(page("<pre>甲\t1\n乙\t2</pre>"), "报告.html")) == [
        "一、总体情况",
        "甲\t1",
        "乙\t2",
    ]


def test_deep_nesting_is_survived() -> None:
    deep = "<div>" * 1500 + "正文在很深的地方" + "</div>" * 1500
    assert "正文在很深的地方" in "".join(texts(read(page(deep), "报告.html")))


def test_nesting_without_end_is_cut_and_said() -> None:
    document = read(page("<p>正文</p>" + "<div>" * 5000 + "核心"), "报告.html")
    assert "正文" in texts(document)
    assert "FILE-CUT" in codes(document)


def test_web_archives_are_read() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{web.page('<p>正文</p>')}\r\n--b--\r\n"
    )
    document = read(archive, "报告.doc")
    assert texts(document) == ["正文"]
    assert "FILE-EXTENSION" in codes(document)
