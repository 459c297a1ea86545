"""T3-01 to T3-03: the formulas of table 3."""

from collections.abc import Iterator

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.judging import outcomes_of
from gongkai.core.reports.checks.figures.relations import (
    about_applications,
    applicants,
    flow,
    one_row_for_other,
    results,
)
from gongkai.core.reports.checks.formula import Formula
from gongkai.core.reports.checks.rule import Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.forms import Form
from gongkai.core.reports.report import Doubt, Report

TABLE_3 = FORM_2021.part("表三")
NO_TABLE = "没有读到表三，无法核算。"


def table_3(report: Report) -> Form | None:
    """The report's form, where the report has a table 3 at all."""
    layout = report.tables.get("applications")
    if layout is not None and not layout.present:
        return None
    return report.form if any(path.startswith("applications.") for path in report.cells) else None


def _judged(report: Report, form: Form | None, formulas: tuple[Formula, ...]) -> Iterator[Outcome]:
    if form is None:
        yield not_assessable(NO_TABLE)
        return
    beside = about_applications(form, one_row=one_row_for_other(report))
    yield from outcomes_of(formulas, report, beside=beside)


def _flow(report: Report, facts: Facts) -> Iterator[Outcome]:
    form = table_3(report)
    yield from _judged(report, form, flow(form) if form else ())


def _results(report: Report, facts: Facts) -> Iterator[Outcome]:
    form, one_row = table_3(report), one_row_for_other(report)
    yield from _judged(report, form, results(form, one_row=one_row) if form else ())


def _applicants(report: Report, facts: Facts) -> Iterator[Outcome]:
    form, one_row = table_3(report), one_row_for_other(report)
    yield from _judged(report, form, applicants(form, one_row=one_row) if form else ())


RULES = (
    Rule(
        "T3-01",
        Severity.ERROR,
        "申请数量收支不平",
        "核对该列：本年新收加上年结转，应当等于办理结果总计加结转下年度。",
        TABLE_3,
        _flow,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample("新收格空白，只作无法判断", cells={"applications.new.0": None}),
            Sample(
                "新收数存疑，只作存疑",
                cells={"applications.new.0": 15},
                doubts=(Doubt("applications.new.0", "数字粘连", (15, 5)),),
            ),
        ),
        bad=(
            Sample("新收比总计多一件", cells={"applications.new.0": 6}),
            Sample("结转多出一件", year=2020, cells={"applications.carried_out.6": 1}),
            Sample(
                "新收空白，但总计加结转小于上年结转",
                cells={
                    "applications.new.0": None,
                    "applications.carried_in.0": 9,
                },
            ),
        ),
    ),
    Rule(
        "T3-02",
        Severity.ERROR,
        "办理结果各项之和不等于总计",
        "逐项核对该列的办理结果，各项之和应当等于“（七）总计”。",
        TABLE_3,
        _results,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("予以公开少计一件", cells={"applications.granted.0": 2}),
            Sample("其他处理多计一件", year=2020, cells={"applications.other.1": 1}),
        ),
    ),
    Rule(
        "T3-03",
        Severity.ERROR,
        "各类申请人之和不等于总计",
        "核对该行：自然人与五类法人或其他组织之和应当等于“总计”列。",
        TABLE_3,
        _applicants,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("部分公开总计列错", cells={"applications.partial.6": 2}),
            Sample("新收自然人与总计不符", year=2020, cells={"applications.new.0": 4}),
        ),
    ),
)
