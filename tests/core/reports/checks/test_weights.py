"""Where a finding weighs less than its rule, and which statute it cites."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.core.finding import Finding, Severity, Status
from gongkai.core.law import FORM_2019, FORM_2021, OGI, OGI_2007, Citation
from gongkai.core.ports import Place
from gongkai.core.reports.checks import RULES, check
from gongkai.core.reports.checks.once import KEPT, once
from gongkai.core.reports.checks.rule import in_force, time_of
from gongkai.core.reports.checks.samples import CLEAN, Sample
from gongkai.core.reports.report import Line, Report

UNSIGNED = Sample("没有落款", signed_by="", signed_on=None)


def failed(code: str, report: Report) -> list[Finding]:
    return [one for one in check(report) if one.code == code and one.status is Status.FAIL]


def ending(*texts: str) -> Report:
    report = UNSIGNED.report()
    return replace(report, lines=(*report.lines, *(Line(text, Place()) for text in texts)))


@pytest.mark.parametrize(
    ("report", "severity"),
    [
        (UNSIGNED.report(), Severity.WARNING),
        (replace(UNSIGNED, published_on=date(2024, 1, 13)).report(), Severity.INFORMATION),
        (ending("附件：示例市数据局2023年政府信息公开工作年度报告"), Severity.INFORMATION),
        (ending("示例市数据局2023年年报.pdf"), Severity.INFORMATION),
    ],
    ids=["无处可查", "网页有日期", "全文在附件", "附件文件名"],
)
def test_a_signature_that_may_stand_elsewhere_weighs_less(
    report: Report, severity: Severity
) -> None:
    [found] = failed("DT-04", report)
    assert found.severity is severity
    assert ("附件" in found.hint) is (severity is Severity.INFORMATION)


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("2023年示例市数据局政府信息公开工作年度报告", Severity.INFORMATION),
        ("示例市数据局2023年度政府信息公开工作年度报告", Severity.WARNING),
    ],
    ids=["只是次序不同", "多出一字"],
)
def test_a_title_is_held_against_the_one_it_should_be(title: str, severity: Severity) -> None:
    [found] = failed("STR-10", Sample("标题", title=title).report())
    assert found.severity is severity
    assert "应为“示例市数据局2023年政府信息公开工作年度报告”" in found.text


def test_a_title_of_an_unknown_organ_is_told_the_pattern() -> None:
    [found] = failed("STR-10", Sample("标题", organ=None, title="年度报告").report())
    assert "<机关全称>" in found.text


@pytest.mark.parametrize(
    ("organ", "alarms"), [("示例市数据局", 1), (None, 0), ("示例市人民政府", 0)]
)
def test_large_fees_are_doubted_only_of_what_is_no_region(organ: str | None, alarms: int) -> None:
    sample = Sample("收费三十万万元", organ=organ, cells={"table2.fees_wan": 300_000})
    assert len(failed("T2-07", sample.report())) == alarms


def test_a_day_near_the_limit_is_a_reminder_not_an_error() -> None:
    [found] = failed("DT-03", Sample("一月底", signed_on=date(2024, 1, 30)).report())
    assert found.severity is Severity.WARNING
    assert "没有逾期" in found.text


@pytest.mark.parametrize(
    ("cite", "time", "wanted"),
    [
        (FORM_2021.part("表三"), "2021", FORM_2021.part("表三")),
        (FORM_2021.part("表三"), "2019", FORM_2019.part("表三")),
        (FORM_2021.part("正文"), "pre-2019", OGI_2007.at(32)),
        (OGI.at(49), "pre-2019", OGI_2007.at(31)),
        (OGI.at(50), "2019", OGI.at(50)),
        (OGI.at(12), "pre-2019", OGI.at(12)),
    ],
    ids=str,
)
def test_a_report_is_held_against_the_law_of_its_time(
    cite: Citation, time: str, wanted: Citation
) -> None:
    assert in_force(cite, time) == wanted


def test_the_form_of_the_year_counts_and_not_the_one_used() -> None:
    wrong = Sample("2020年年报用了2021年格式", year=2020, form="2021").report()
    assert time_of(wrong) == "2019"
    [found] = failed("STR-03", wrong)
    assert found.cite == FORM_2019.part(RULES["STR-03"].cite.part)


def test_the_answer_about_a_report_is_kept_for_a_while() -> None:
    asked: list[str] = []

    @once
    def name(report: Report) -> str:
        asked.append(report.file)
        return report.file

    report = CLEAN.report()
    assert [name(report), name(report)] == [report.file] * 2
    assert len(asked) == 1
    for _ in range(KEPT):
        name(CLEAN.report())
    name(report)
    assert len(asked) == KEPT + 2
