"""Workbooks: opened again, they say what the report says."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from gongkai.apps.reports.comparing import Comparison, Line
from gongkai.apps.reports.reading import Checked
from gongkai.core.finding import Finding, Severity
from gongkai.core.reports.forms import FORM_2019
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.workbook import workbook
from tests.faces.common.made import ERROR, FINDINGS, report, without_tables


def opened(result: Result) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(workbook(result)))


def test_one_report_has_its_tables_and_lists() -> None:
    book = opened(Result((Checked(report(), FINDINGS),)))
    assert book.sheet_names == [
        *("目录", "问题", "存疑", "文字数据", "正文"),
        *("表二", "表三", "表四"),
    ]
    rows = book.get_sheet_by_name("表三").to_python()
    assert rows[0][0] == "样例县水利局2023年　表三　收到和处理政府信息公开申请情况"
    first = next(row for row in rows if row[0] == "一、本年新收政府信息公开申请数量")
    assert first[3:] == [0, "", 2, 3, 4, 5, 6]


def test_findings_come_with_both_sides_and_the_basis() -> None:
    book = opened(Result((Checked(report(), FINDINGS),)))
    head, *rows = book.get_sheet_by_name("问题").to_python()
    found = {row[5]: dict(zip(head, row, strict=True)) for row in rows}
    assert "T4-01" not in found
    assert (found["T3-03"]["左边"], found["T3-03"]["右边"], found["T3-03"]["相差"]) == (15, 6, 9)
    assert found["T3-03"]["依据"] == str(ERROR.cite)


def test_doubts_name_the_place_and_all_candidates() -> None:
    book = opened(Result((Checked(report(), ()),)))
    rows = book.get_sheet_by_name("存疑").to_python()
    assert rows[1][3:] == [
        "表三“三、本年度办理结果（一）予以公开”的“自然人”",
        "数字连写，有两种读法",
        "1；11",
    ]
    assert rows[2][5] == "1 2 3 4 5 6 21；1 1 1 1 1 1 1"
    assert rows[3][5] == "无法确定"


def test_several_reports_have_numbered_sheets() -> None:
    reports = (report(), report(FORM_2019, year=2020), without_tables())
    book = opened(Result(tuple(Checked(one, ()) for one in reports)))
    assert "1 表二" in book.sheet_names
    assert "2 表四" in book.sheet_names
    assert not any(name.startswith("3 ") for name in book.sheet_names)
    assert len(book.get_sheet_by_name("目录").to_python()) == 4


def test_a_comparison_stands_beside_the_lists() -> None:
    line = Line("applications.total.total", "表三“（七）总计”的“总计”", (10, 12), differs=True)
    comparison = Comparison("样例县：汇总核对", ("汇总报告", "各机关之和"), (line,), (ERROR,))
    book = opened(Result((), (), (comparison,)))
    assert book.get_sheet_by_name("对比").to_python()[1] == [line.label, 10, 12, "是"]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    evil = Finding("X", Severity.ERROR, "=1+1", '=HYPERLINK("http://example.com")')
    book = opened(Result((Checked(report(), (evil,)),)))
    rows = book.get_sheet_by_name("问题").to_python()
    assert "=1+1" in rows[2]


def test_an_empty_result_is_still_a_workbook() -> None:
    assert opened(Result(())).sheet_names[0] == "目录"
