"""TN-01 to TN-06: what the prose counts is what the tables say."""

from collections.abc import Iterator
from dataclasses import replace

from gongkai.core.finding import Severity, Status
from gongkai.core.law import FORM_2021, Citation
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.organs import speaks_for_region
from gongkai.core.reports.checks.prose.claims import (
    ANSWERED,
    CARRIED,
    CASES,
    DOCUMENTS,
    NEW,
    RESULTS,
    VALID,
)
from gongkai.core.reports.checks.prose.said import Claim, compare, narrower
from gongkai.core.reports.checks.rule import Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample, figure
from gongkai.core.reports.report import Figure, Report

CITE: Citation = FORM_2021.part("一、总体情况")
OTHER_SCOPE = "正文的件数与表二本行各列都不同，请核对；口径不同的请在正文写明。"
SCOPE_HINT = (
    "正文只写了一个机关的数量，表格是全地区的汇总；请在正文写明口径，或者补写全地区的数量。"
)


def _judged(report: Report, claims: tuple[Claim, ...]) -> Iterator[Outcome]:
    for claim in claims:
        yield from compare(report, claim)


def _new(report: Report, facts: Facts) -> Iterator[Outcome]:
    for outcome in _judged(report, NEW):
        yield _scoped(report, facts, outcome, "applications_new")


def _answered(report: Report, facts: Facts) -> Iterator[Outcome]:
    for outcome in _judged(report, ANSWERED):
        yield _scoped(report, facts, outcome, "applications_answered")


def _scoped(report: Report, facts: Facts, outcome: Outcome, key: str) -> Outcome:
    """In a region's report, prose that counts only what one office received is a lesser fault."""
    spoken = report.narrative.figure(key) or next(
        (one for one in report.narrative.figures if one.key.startswith(key)), None
    )
    less = outcome.left is not None and outcome.right is not None and outcome.left < outcome.right
    region = speaks_for_region(report.organ, known=facts.region)
    if spoken is None or not (less and region and narrower(report, spoken)):
        return outcome
    return replace(outcome, severity=Severity.WARNING, hint=SCOPE_HINT)


def _results(report: Report, facts: Facts) -> Iterator[Outcome]:
    yield from _judged(report, RESULTS)


def _carried(report: Report, facts: Facts) -> Iterator[Outcome]:
    yield from _judged(report, CARRIED)


def _cases(report: Report, facts: Facts) -> Iterator[Outcome]:
    yield from _judged(report, CASES)


def _documents(report: Report, facts: Facts) -> Iterator[Outcome]:
    yield from _judged(report, VALID)
    for outcome in _judged(report, DOCUMENTS):
        hint = OTHER_SCOPE if outcome.status is Status.FAIL else outcome.hint
        yield replace(outcome, severity=Severity.WARNING, hint=hint)


def _denied(key: str) -> Figure:
    return figure(key, 0, "未发生行政复议、行政诉讼")


ONE_REVIEW = {"review.review_upheld": 1, "review.review_total": 1}
RULES = (
    Rule(
        "TN-01",
        Severity.ERROR,
        "正文的新收申请数量与表三不一致",
        "核对正文与表三“本年新收政府信息公开申请数量”的总计。",
        CITE,
        _new,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample(
                "正文写的是含结转的数量",
                said={"applications_new": 8},
                cells={
                    "applications.carried_in.6": 2,
                },
            ),
            Sample(
                "正文写“近6件”",
                said={},
                figures=(replace(figure("applications_new", 6), approximate=True),),
            ),
        ),
        bad=(
            Sample("正文9件，表中6件", said={"applications_new": 9}),
            Sample(
                "正文说未收到，表中6件",
                said={},
                denials=(figure("applications_new", 0, "未收到政府信息公开申请"),),
            ),
            Sample(
                "政府报告的正文只写办公室受理2件",
                organ="示例县人民政府",
                said={},
                figures=(figure("applications_new", 2, "县政府办代表县政府受理申请2件"),),
            ),
        ),
    ),
    Rule(
        "TN-02",
        Severity.ERROR,
        "正文的办结数量与表三不一致",
        "核对正文与表三“（七）总计”的总计。",
        CITE,
        _answered,
        good=(CLEAN, CLEAN_2019),
        bad=(Sample("正文办结5件，表中6件", said={"applications_answered": 5}),),
    ),
    Rule(
        "TN-03",
        Severity.ERROR,
        "正文的办理结果与表三不一致",
        "核对正文写的各类办理结果与表三相应各行的合计。",
        CITE,
        _results,
        good=(CLEAN, Sample("予以公开和部分公开合写", said={"granted_or_partial": 5})),
        bad=(
            Sample("正文予以公开5件，表中4件", said={"granted": 5}),
            Sample("正文无法提供2件，表中1件", year=2020, said={"unable": 2}),
        ),
    ),
    Rule(
        "TN-04",
        Severity.ERROR,
        "正文的结转数量与表三不一致",
        "核对正文与表三“上年结转”“结转下年度”的总计。",
        CITE,
        _carried,
        good=(CLEAN, Sample("没有结转", said={"carried_out": 0})),
        bad=(Sample("正文结转2件，表中没有", said={"carried_out": 2}),),
    ),
    Rule(
        "TN-05",
        Severity.ERROR,
        "正文的复议诉讼数量与表四不一致",
        "核对正文与表四的总计；表四有数的，正文不能写没有发生。",
        CITE,
        _cases,
        good=(
            CLEAN,
            Sample("没有发生", denials=(_denied("review_total"), _denied("litigation_total"))),
            Sample(
                "没有被纠错，但有维持",
                cells=ONE_REVIEW,
                denials=(figure("review_total", 0, "未发生被行政复议纠错情形"),),
            ),
        ),
        bad=(
            Sample("正文说没有，表四有一件", cells=ONE_REVIEW, denials=(_denied("review_total"),)),
            Sample("正文诉讼三件，表四没有", said={"litigation_total": 3}),
        ),
    ),
    Rule(
        "TN-06",
        Severity.ERROR,
        "正文的规章、规范性文件数量与表二不一致",
        "核对正文与表二“规章”“行政规范性文件”行。",
        CITE,
        _documents,
        good=(CLEAN, Sample("现行有效12件", said={"valid_normative_docs": 12})),
        bad=(
            Sample("正文现行有效13件，表中12件", said={"valid_normative_docs": 13}),
            Sample("正文公开规范性文件5件", said={"normative_docs": 5}),
        ),
    ),
)
