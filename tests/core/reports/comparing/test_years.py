"""Reports of one organ over the years."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.comparing import compare_years, in_order
from gongkai.core.reports.report import Doubt, Report

LONG = (
    "完善公开栏目，增加政策解读的形式，方便企业和群众查询，及时回应社会关切。"
    "修订信息公开指南，调整目录，明确各科室的职责分工。"
)
BODIES = {1: f"{LONG}规范办理流程，压实工作责任。", 5: f"问题：解读形式单一。{LONG}"}


def year(number: int, **changes: object) -> Report:
    sample = Sample(f"{number}年", year=number)
    return replace(sample, **changes).report()  # type: ignore[arg-type]


def found(code: str, *reports: Report, status: Status = Status.FAIL) -> list[Finding]:
    return [one for one in compare_years(reports) if one.code == code and one.status is status]


def test_reports_are_put_in_order() -> None:
    reports = (year(2023), year(2021), year(2022))
    assert [report.year for report in in_order(reports)] == [2021, 2022, 2023]


def test_gaps_repeats_and_unknown_years_are_said() -> None:
    reports = (year(2019), year(2021), year(2021), replace(year(2021), year=None))
    texts = [one.text for one in found("XY-00", *reports)]
    assert texts == [
        "没有读到报告年度，未参加跨年比较：样例.txt。",
        "缺少2020年的年报。",
        "2021年的年报不止一份，只用第一份：样例.txt、样例.txt。",
    ]


def test_nothing_is_compared_over_a_gap() -> None:
    assert found("XY-01", year(2021), year(2023)) == []
    assert found("XY-01", year(2021), year(2023), status=Status.NOT_ASSESSABLE)


def test_carried_in_is_what_was_carried_out() -> None:
    before = year(2022, cells={"applications.carried_out.0": 2, "applications.carried_out.6": 2})
    [first, last] = found("XY-01", before, year(2023))
    assert first.text == "表三“自然人”列结转：2023年上年结转 0 ≠ 2022年结转下年度 2，相差 2。"
    assert first.paths == ("2023:applications.carried_in.0", "2022:applications.carried_out.0")
    assert (last.left, last.right) == (0, 2)
    assert first.evidence


def test_carried_in_agrees() -> None:
    assert found("XY-01", year(2022), year(2023), status=Status.PASS)


def test_stock_of_documents_over_years() -> None:
    before = year(2022, cells={"table2.normative_docs.2": 181})
    after = year(2023, cells={
        "table2.normative_docs.0": 5,
        "table2.normative_docs.1": 17,
        "table2.normative_docs.2": 159,
    })  # fmt: skip
    [one] = found("XY-02", before, after)
    assert one.text == (
        "行政规范性文件现行有效件数：2023年现行有效 159 ≠ 2022年现行有效 181 + 2023年制发 5 "
        "\u2212 2023年废止 17，相差 10。"
    )


def test_a_blank_leaves_the_stock_open() -> None:
    after = year(2023, cells={"table2.normative_docs.1": None})
    [one] = found("XY-02", year(2022), after, status=Status.NOT_ASSESSABLE)
    assert "行政规范性文件" in one.text


def test_a_doubt_leaves_the_stock_uncertain_and_names_what_fits() -> None:
    doubt = Doubt("table2.normative_docs", "数字粘连", ((2, 1, 13), (21, 1, 3)))
    [one] = found("XY-02", year(2022), year(2023, doubts=(doubt,)), status=Status.UNCERTAIN)
    assert "13" in one.text


@pytest.mark.parametrize(
    "doubt",
    [Doubt("table2.normative_docs", "无法辨认"), Doubt("table2", "整表存疑", ((1,),))],
    ids=["没有候选", "整表"],
)
def test_a_doubt_without_candidates_leaves_it_uncertain(doubt: Doubt) -> None:
    assert found("XY-02", year(2022), year(2023, doubts=(doubt,)), status=Status.UNCERTAIN)


def test_items_of_the_older_form() -> None:
    before = year(2019, cells={"table2.licensing.0": 10, "table2.licensing.1": -2})
    [one] = found("XY-03", before, year(2020, cells={"table2.licensing.0": 9}))
    assert (one.left, one.right) == (9, 8)
    assert found("XY-03", before, year(2020, cells={"table2.licensing.0": 8})) == []


def test_the_change_of_form_asks_for_a_mapping() -> None:
    assert found("XY-04", year(2020, cells={"table2.normative_docs.2": 40}), year(2021))
    assert not found("XY-04", year(2020, cells={"table2.normative_docs.2": 11}), year(2021))
    assert not found("XY-04", year(2020), year(2021, cells={"table2.normative_docs.2": None}))
    assert found("XY-02", year(2020), year(2021), status=Status.NOT_ASSESSABLE)


def test_open_cases_do_not_vanish() -> None:
    before = year(2022, cells={"review.review_pending": 3, "review.review_total": 3})
    [one] = found("XY-05", before, year(2023))
    assert (one.left, one.right) == (3, 0)
    assert not found("XY-05", before, year(2023, cells={"review.review_total": 3}))


def test_copied_sections_are_found() -> None:
    before, after = year(2022, bodies=BODIES), year(2023, bodies=BODIES)
    assert len(found("XY-06", before, after)) == 2


def test_new_text_is_not_copied() -> None:
    after = year(2023, bodies={
        1: "公开目录调整为三级，新设基层公开专区，开放日接待市民三百人次，全年解读图解二十篇，"
        "答复申请平均用时九天，未出现超期。",
        5: None,
    })  # fmt: skip
    assert found("XY-06", year(2022, bodies=BODIES), after) == []
    assert found("XY-06", year(2022, bodies=BODIES), after, status=Status.PASS)
    assert found("XY-06", year(2022, bodies=BODIES), after, status=Status.NOT_ASSESSABLE)


def test_short_text_is_not_compared() -> None:
    short = {1: "略。", 5: "略。"}
    pair = year(2022, bodies=short), year(2023, bodies=short)
    assert len(found("XY-06", *pair, status=Status.NOT_ASSESSABLE)) == 2


def test_large_changes_want_an_explanation() -> None:
    after = year(2023, cells={"table2.licensing": 9487, "table2.fees_wan": Decimal("12.5")})
    [licensing, fees] = found("XY-07", year(2022), after)
    assert licensing.text == (
        "2023年表二“行政许可”的“本年处理决定数量” 9487，比上年的 30 增加 9457（31523%）。"
    )
    assert "（" not in fees.text.partition("12.5")[2]


def test_a_fall_is_said_as_a_fall() -> None:
    [one] = found("XY-07", year(2022), year(2023, cells={"table2.licensing": 3}))
    assert "减少 27" in one.text


def test_small_changes_do_not() -> None:
    assert found("XY-07", year(2022), year(2023, cells={"table2.licensing": 40})) == []


def test_blank_totals_are_left_out() -> None:
    assert found("XY-07", year(2022), year(2023, cells={"table2.licensing": None})) == []
