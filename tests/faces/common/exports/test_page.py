"""The page to print: everything on it, nothing from outside, nothing unescaped."""

from dataclasses import replace

from lxml import html

from gongkai.apps.reports.comparing import Comparison, Line
from gongkai.apps.reports.reading import Checked
from gongkai.faces.common.exports.page import page
from gongkai.faces.common.exports.result import Result
from tests.faces.common.made import ERROR, FINDINGS, report, without_review, without_tables


def test_the_tables_stand_as_on_paper() -> None:
    tree = html.fromstring(page(Result((Checked(report(), FINDINGS),))).decode())
    assert tree.xpath("//table//th[@rowspan=8]/text()") == ["（三）不予公开"]
    assert tree.xpath("count(//td[@class='absent'])") == 7
    assert tree.xpath("//td[@class='wrong']/text()") == ["6!"]
    assert tree.xpath("//td[@class='warned']/text()") == ["2.5774*"]


def test_findings_come_the_heaviest_first() -> None:
    tree = html.fromstring(page(Result((Checked(report(), FINDINGS),))).decode())
    kinds = tree.xpath("//div[contains(@class, 'finding')]/@class")
    assert kinds == ["finding error", "finding warning", "finding uncertain"]


def test_text_of_the_source_is_escaped() -> None:
    one = replace(report(), organ="<script>alert(1)</script>")
    assert b"<script>" not in page(Result((Checked(one, ()),)))


def test_nothing_is_fetched_from_outside() -> None:
    tree = html.fromstring(page(Result((Checked(report(), FINDINGS),))).decode())
    assert tree.xpath("//*[@src] | //link[@href] | //script") == []


def test_reports_without_tables_say_so() -> None:
    text = page(Result((Checked(without_tables(), ()), Checked(without_review(), ())))).decode()
    assert "没有法定表格" in text
    assert "主动公开政府信息数" in text
    assert "未发生行政复议、行政诉讼。" in text


def test_a_comparison_marks_what_differs() -> None:
    lines = (Line("a", "甲", (1, 1)), Line("b", "乙", (1, None), differs=True))
    comparison = Comparison("两年对比", ("2022年", "2023年"), lines, (ERROR,))
    tree = html.fromstring(page(Result((), (), (comparison,))).decode())
    assert tree.xpath("//h1/text()") == ["两年对比"]
    assert tree.xpath("//td[@class='wrong']/text()") == ["1", "－"]
