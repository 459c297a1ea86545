"""T4-01 to T4-04: reconsideration and litigation."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.judging import evidence_of, outcomes_of
from gongkai.core.reports.checks.figures.relations import outcomes
from gongkai.core.reports.checks.rule import Outcome, Rule, missing_material, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.text import plain_section
from gongkai.core.reports.checks.values import certain, doubt_over
from gongkai.core.reports.report import Report

TABLE_4 = FORM_2021.part("表四")
NO_TABLE = "没有读到表四，无法核算。"
NOT_READ = "表四有单元格空白或存疑，无法判断。"
DECIDED = ("review.review_upheld", "review.review_corrected", "review.review_other")
CORRECTED = ("review.review_corrected", "review.direct_corrected", "review.after_corrected")
LAWSUITS = ("review.direct_total", "review.after_total")
LAST_YEAR = "上一年度的年报"
LESSON = re.compile(r"复议|诉讼|纠错|败诉|应诉|依申请|答复|申请办理")
DIRECT_FROM = 2024
DIRECT_MANY = 5


def _outcomes(report: Report, facts: Facts) -> Iterator[Outcome]:
    form = report.form
    if form is None or "review.review_total" not in report.cells:
        yield not_assessable(NO_TABLE)
        return
    yield from outcomes_of(outcomes(form), report)


def _after(report: Report, facts: Facts) -> Iterator[Outcome]:
    values = certain(report, *DECIDED, "review.after_total")
    if values is None:
        yield not_assessable(NOT_READ)
        return
    *decided, after = values
    bound = sum(decided)
    if after <= bound:
        return
    before = facts.previous and certain(facts.previous, *DECIDED)
    if not before:
        yield missing_material(LAST_YEAR)
        return
    if after > bound + sum(before):
        yield Outcome(
            text=f"复议后起诉 {after} 件，多于两年审结的行政复议 {bound + sum(before)} 件。",
            paths=("review.after_total", *DECIDED),
            left=after,
            right=bound + sum(before),
            evidence=evidence_of(report, ("review.after_total",)),
        )


def _direct(report: Report, facts: Facts) -> Iterator[Outcome]:
    if report.year is None or report.year < DIRECT_FROM:
        return
    values = certain(report, *LAWSUITS)
    if values is None:
        yield not_assessable(NOT_READ)
        return
    direct, after = values
    if direct >= DIRECT_MANY and direct > after:
        yield Outcome(
            text=f"表四未经复议直接起诉 {direct} 件，多于复议后起诉 {after} 件。",
            paths=LAWSUITS,
            left=direct,
            right=after,
            evidence=evidence_of(report, LAWSUITS),
        )


def _lesson(report: Report, facts: Facts) -> Iterator[Outcome]:
    corrected = [path for path in CORRECTED if not doubt_over(report, path) and report.value(path)]
    if not corrected:
        return
    section = plain_section(report, 5)
    if section is None:
        yield not_assessable("没有读到第五部分，无法判断。")
    elif not LESSON.search(section):
        count = sum(report.value(path) or 0 for path in corrected)
        yield Outcome(
            text=f"表四有结果纠正 {count} 件，第五部分没有说明原因和改进办法。",
            paths=tuple(corrected),
            evidence=evidence_of(report, corrected),
        )


CORRECTED_SAMPLE = {"review.review_corrected": 1, "review.review_total": 1}
RULES = (
    Rule(
        "T4-01",
        Severity.ERROR,
        "复议诉讼各项之和不等于总计",
        "核对该组：维持、纠正、其他结果、尚未审结之和应当等于总计。",
        TABLE_4,
        _outcomes,
        good=(CLEAN, CLEAN_2019, Sample("纠正一件，总计一件", cells=CORRECTED_SAMPLE)),
        bad=(
            Sample(
                "维持两件，总计写成一件",
                cells={
                    "review.review_upheld": 2,
                    "review.review_total": 1,
                },
            ),
            Sample("复议后起诉总计漏计", year=2020, cells={"review.after_pending": 1}),
        ),
    ),
    Rule(
        "T4-02",
        Severity.WARNING,
        "复议后起诉多于已审结的复议",
        "核对表四：复议后起诉的案件应当先有审结的行政复议，跨年的请说明。",
        TABLE_4,
        _after,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample(
                "复议后起诉三件，两年只审结一件复议",
                cells={
                    "review.review_upheld": 1,
                    "review.review_total": 1,
                    "review.after_upheld": 3,
                    "review.after_total": 3,
                },
                facts=Facts(previous=Sample("上一年", year=2022).report()),
            ),
        ),
    ),
    Rule(
        "T4-03",
        Severity.WARNING,
        "直接起诉偏多",
        "2024年起对不予公开不服的应当先申请复议，请核对直接起诉的案由，必要时作出说明。",
        TABLE_4,
        _direct,
        good=(
            CLEAN,
            Sample(
                "2023年直接起诉较多",
                cells={
                    "review.direct_upheld": 9,
                    "review.direct_total": 9,
                },
            ),
        ),
        bad=(
            Sample(
                "2024年直接起诉九件",
                year=2024,
                cells={
                    "review.direct_upheld": 9,
                    "review.direct_total": 9,
                },
            ),
        ),
    ),
    Rule(
        "T4-04",
        Severity.WARNING,
        "被纠错而未说明改进",
        "在第五部分写明被纠正案件反映的问题和改进办法。",
        OGI.at(50),
        _lesson,
        good=(
            CLEAN,
            Sample(
                "纠正一件并写明改进",
                cells=CORRECTED_SAMPLE,
                bodies={
                    5: "存在的问题：一件答复被复议机关纠正。改进措施：加强法制审核。",
                },
            ),
        ),
        bad=(Sample("纠正一件，第五部分未提", cells=CORRECTED_SAMPLE),),
    ),
)
