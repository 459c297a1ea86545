"""One cause does not produce a flood, and everything wrong is reported at once."""

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks import check
from gongkai.core.reports.checks.samples import Sample


def failed(sample: Sample) -> list[Finding]:
    return [one for one in check(sample.report()) if one.status is Status.FAIL]


def test_a_missing_table_is_one_error() -> None:
    found = failed(Sample("没有表三", without=("applications",), said={}))
    assert [one.code for one in found] == ["STR-02"]


def test_a_table_replaced_by_a_sentence_quotes_it() -> None:
    sample = Sample("一句话", without=("review",), instead={"review": "未发生行政复议。"})
    [found] = failed(sample)
    assert "只有一句话：“未发生行政复议”。" in found.text
    assert found.hint == "没有发生也要列出表格，各格填 0。"


def test_a_row_of_blanks_is_one_error() -> None:
    cells = {f"applications.refused_1.{column}": None for column in range(7)}
    found = failed(Sample("一行空白", cells=dict(cells)))
    assert [one.code for one in found] == ["STR-09"]
    assert len(found[0].paths) == 7


def test_lost_rows_are_one_error_that_lists_them() -> None:
    lost = tuple(f"applications.refused_{number}" for number in range(1, 7))
    found = failed(Sample("缺页", without=("table2.coercion", *lost)))
    assert [one.code for one in found] == ["STR-06", "STR-06"]
    assert "6.属于四类过程性信息" in found[1].text


def test_one_row_for_three_is_one_error_and_the_sums_still_count() -> None:
    sample = Sample(
        "其他处理只有一行",
        without=("applications.other_1", "applications.other_2", "applications.other_3"),
    )
    report = sample.report()
    other = {
        f"applications.other.{column}": report.cells["applications.new.2"] for column in range(7)
    }
    joined = type(report)(
        **{
            **{name: getattr(report, name) for name in report.__slots__},
            "cells": {**report.cells, **other},
        }
    )
    found = check(joined)
    wrong = [one for one in found if one.status is Status.FAIL]
    assert [one.code for one in wrong] == ["STR-05"]
    assert [one.status for one in found if one.code == "T3-02"] == [Status.PASS]


def test_everything_wrong_is_reported_at_once() -> None:
    sample = Sample(
        "错误很多",
        cells={"applications.new.6": 7, "review.review_upheld": 1, "table2.coercion": None},
        titles={1: "基本情况"},
        bodies={6: None},
        signed_by="",
        period=None,
    )
    codes = {one.code for one in failed(sample)}
    assert codes >= {"STR-01", "STR-09", "T3-01", "T3-03", "T4-01", "TN-01", "DT-01", "DT-04"}
