"""Where the material is missing a rule says so, and blames nobody."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks import RULES, Facts
from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.report import Doubt, Report

YEARLESS = replace(Sample("没有年度").report(), year=None)
CASES = {"review.after_upheld": 3, "review.after_total": 3}


def of(code: str, report: Report, facts: Facts | None = None) -> list[Finding]:
    return list(RULES[code].findings(report, facts or Facts()))


@pytest.mark.parametrize("code", ["STR-03", "DT-01", "DT-02", "DT-03", "DT-05"])
def test_without_a_year(code: str) -> None:
    assert {one.status for one in of(code, YEARLESS)} == {Status.NOT_ASSESSABLE}


@pytest.mark.parametrize(
    ("code", "sample"),
    [
        ("STR-12", Sample("没有第一部分", bodies={1: None})),
        ("STR-13", Sample("没有第五部分", bodies={5: None})),
        ("STR-14", Sample("没有第六部分", bodies={6: None})),
        ("STR-10", Sample("没有标题", title="")),
        ("STR-11", Sample("没有落款", signed_by="")),
        ("DT-02", Sample("没有日期", signed_on=None)),
        ("DT-06", Sample("没有发布日期")),
        ("T2-01", Sample("没有表二", without=("table2",))),
        ("T2-03", Sample("没有表二", year=2020, without=("table2",))),
        ("T2-07", Sample("收费空白", cells={"table2.fees_wan": None})),
        ("T2-08", Sample("采购金额空白", year=2020, cells={"table2.procurement.amount": None})),
        ("T3-01", Sample("没有表三", without=("applications",))),
        ("T3-02", Sample("没有表三", without=("applications",))),
        ("T3-03", Sample("没有表三", without=("applications",))),
        ("T3-04", Sample("新收空白", cells={"applications.new.6": None})),
        ("T3-05", Sample("空白", cells={"applications.other_2.6": None})),
        ("T3-05", Sample("没有第六部分", cells={"applications.other_2.6": 1}, bodies={6: None})),
        ("T4-01", Sample("没有表四", without=("review",))),
        ("T4-02", Sample("表四空白", cells={"review.after_total": None})),
        ("T4-02", Sample("没有上年年报", cells=CASES)),
        ("T4-03", Sample("表四空白", year=2024, cells={"review.after_total": None})),
        ("T4-04", Sample("没有第五部分", cells={"review.review_corrected": 1}, bodies={5: None})),
        ("TX-05", Sample("文字太少")),
        ("TN-01", Sample("新收空白", cells={"applications.new.6": None})),
    ],
    ids=lambda value: value if isinstance(value, str) else value.says,
)
def test_material_that_is_missing(code: str, sample: Sample) -> None:
    assert {one.status for one in of(code, sample.report(), sample.facts)} == {
        Status.NOT_ASSESSABLE
    }


@pytest.mark.parametrize("code", ["T2-02", "T2-06", "T3-06", "T3-07", "T3-08", "TN-08"])
def test_what_is_needed_is_listed(code: str) -> None:
    [one] = of(code, Sample("只有年报").report())
    assert one.status is Status.NOT_ASSESSABLE
    assert one.text.startswith("需要以下材料才能判断：")


def test_an_organ_without_a_name_is_not_judged_by_it() -> None:
    sample = Sample("没有机关名称", organ=None, cells={"table2.regulations.2": 1})
    [one] = of("T2-05", sample.report())
    assert one.status is Status.NOT_ASSESSABLE


def test_few_applications_have_no_meaningful_share() -> None:
    facts = Facts(medians={"refused": Decimal(5)})
    [one] = of("T3-08", Sample("太少").report(), facts)
    assert one.status is Status.NOT_ASSESSABLE


def test_shares_of_unknown_medians_are_left_out() -> None:
    sample = Sample("办理四十件", cells={"applications.total.6": 40})
    [one] = of("T3-08", sample.report(), Facts(medians={}))
    assert one.status is Status.PASS


def test_a_doubted_cell_leaves_a_claim_of_the_prose_uncertain() -> None:
    sample = Sample("新收存疑", doubts=(Doubt("applications.new", "数字粘连"),))
    [one] = of("TN-01", sample.report())
    assert one.status is Status.UNCERTAIN
    assert one.left == 6


def test_the_earlier_years_cases_may_explain_appeals() -> None:
    before = Sample("上年", year=2022, cells={"review.review_upheld": 3}).report()
    [one] = of("T4-02", Sample("复议后起诉三件", cells=CASES).report(), Facts(previous=before))
    assert one.status is Status.PASS


def test_percentages_are_not_reckoned_without_the_table() -> None:
    sample = Sample(
        "没有表三",
        without=("applications",),
        bodies={1: "收到申请6件，办结率90%。"},
    )
    [one] = of("TN-10", sample.report())
    assert one.status is Status.PASS


def test_a_rate_of_something_else_is_left_alone() -> None:
    sample = Sample("提案", bodies={1: "承办政协提案3件，办结率为90%。"})
    [one] = of("TN-10", sample.report())
    assert one.status is Status.PASS


def test_approximate_parts_need_only_be_near() -> None:
    [rule] = [rule for rule in RULES if rule.code == "TN-07"]
    exact = next(sample for sample in rule.bad if sample.breakdowns)
    [sums] = exact.breakdowns
    loose = replace(sums, total=replace(sums.total, approximate=True))
    report = replace(exact, breakdowns=(loose,)).report()
    assert {one.status for one in of("TN-07", report)} == {Status.PASS}
