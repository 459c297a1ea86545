"""T2-05 to T2-07, T2-09: numbers of table 2 that do not suit the organ."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.judging import evidence_of
from gongkai.core.reports.checks.formula import number_text
from gongkai.core.reports.checks.organs import makes_no_regulations, speaks_for_region
from gongkai.core.reports.checks.rule import Outcome, Rule, missing_material, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample, figure
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.report import Report

TABLE_2 = FORM_2021.part("表二")
POWERS = {"licensing": "行政许可", "penalty": "行政处罚", "coercion": "行政强制"}
POWER_LIST = "本机关的权力清单"
ORGAN_NAME = "机关名称，或者是否有规章制定权"
FEES = "table2.fees_wan"
MOST_FEES = {False: Decimal(100_000), True: Decimal(10_000_000)}
FEE_IN_YUAN = re.compile("fee|charge")
YUAN = "元"
MOST_EQUAL = 3
TELLING = 3
"""That one or two cases are the same number says nothing."""


def power_path(report: Report, row: str) -> str:
    """The cell for the number of decisions of a power."""
    return f"table2.{row}.2" if report.format == "2019" else f"table2.{row}"


def _regulations(report: Report, facts: Facts) -> Iterator[Outcome]:
    paths = [path for path in report.cells if path.startswith("table2.regulations.")]
    above = [path for path in paths if certain(report, path) and report.value(path)]
    if not above or facts.makes_regulations:
        return
    if facts.makes_regulations is None and not report.organ:
        yield missing_material(ORGAN_NAME)
    elif facts.makes_regulations is False or makes_no_regulations(report.organ or ""):
        values = "、".join(number_text(report.value(path) or 0) for path in paths)
        yield Outcome(
            text=f"表二“规章”行填了 {values}，而{report.organ or '本机关'}没有规章制定权。",
            paths=tuple(above),
            evidence=evidence_of(report, above),
        )


def _powers(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.powers is None:
        yield missing_material(POWER_LIST)
        return
    for row, label in POWERS.items():
        path = power_path(report, row)
        values = certain(report, path)
        if values is None or bool(values[0]) is (row in facts.powers):
            continue
        has = "有此项权力，表中为 0" if row in facts.powers else f"无此项权力，表中为 {values[0]}"
        yield Outcome(
            text=f"{label}：权力清单{has}。", paths=(path,), evidence=evidence_of(report, (path,))
        )


def _fees(report: Report, facts: Facts) -> Iterator[Outcome]:
    values = certain(report, FEES)
    if values is None:
        yield not_assessable("行政事业性收费空白或存疑，无法判断。", FEES)
        return
    amount = values[0]
    # An organ that is not known gets the benefit: it may be a region.
    unknown = not report.organ and facts.region is None
    region = unknown or speaks_for_region(report.organ, known=facts.region)
    in_yuan = [
        said
        for said in report.narrative.figures
        if amount and said.unit == YUAN and said.value == amount and FEE_IN_YUAN.search(said.key)
    ]
    if amount > MOST_FEES[region] or in_yuan:
        yield Outcome(
            text=f"表二“行政事业性收费”填了 {number_text(amount)} 万元，数额过大，疑为以元填写。",
            paths=(FEES,),
            left=amount,
            evidence=evidence_of(report, (FEES,)),
        )


def _copied(report: Report, facts: Facts) -> Iterator[Outcome]:
    paths = power_path(report, "penalty"), power_path(report, "coercion")
    values = certain(report, *paths)
    if values and values[0] >= TELLING and values[0] == values[1]:
        yield Outcome(
            text=f"表二的行政处罚与行政强制同为 {values[0]} 件，疑为照抄。",
            paths=paths,
            evidence=evidence_of(report, paths),
        )
    if facts.previous is not None and facts.previous.format == report.format:
        yield from _as_last_year(report, facts.previous)


def _as_last_year(report: Report, previous: Report) -> Iterator[Outcome]:
    same = []
    for path in report.cells:
        now, before = certain(report, path), certain(previous, path)
        if path.startswith("table2.") and now and before and now[0] and now == before:
            same.append(path)
    if len(same) >= MOST_EQUAL:
        yield Outcome(
            text=f"表二有 {len(same)} 个单元格与上年年报一字不差。",
            paths=tuple(same),
            evidence=evidence_of(report, same),
        )


RULES = (
    Rule(
        "T2-05",
        Severity.WARNING,
        "无规章制定权而填报规章",
        "规章只由国务院部门和省、设区的市、自治州人民政府制定；本行政机关没有规章的填 0。",
        OGI.at(20, item=1),
        _regulations,
        good=(
            CLEAN,
            Sample(
                "市政府填报规章",
                organ="示例市人民政府",
                cells={
                    "table2.regulations.2": 4,
                },
            ),
        ),
        bad=(Sample("局填报规章一件", cells={"table2.regulations.0": 1}),),
    ),
    Rule(
        "T2-06",
        Severity.WARNING,
        "处理决定数量与权力清单不符",
        "对照权力清单核对许可、处罚、强制的处理决定数量。",
        OGI.at(20, item=6),
        _powers,
        good=(
            CLEAN,
            Sample("有许可、处罚权", facts=Facts(powers=frozenset({"licensing", "penalty"}))),
        ),
        bad=(Sample("没有处罚权却填了四件", facts=Facts(powers=frozenset({"licensing"}))),),
    ),
    Rule(
        "T2-07",
        Severity.WARNING,
        "收费金额的单位可能有误",
        "本栏单位是万元，请核对是否把元当作万元填写。",
        TABLE_2,
        _fees,
        good=(CLEAN, Sample("全市收费九万余万元", organ="示例市人民政府", cells={FEES: 96171})),
        bad=(
            Sample("局收费四百多万万元", cells={FEES: 4657400}),
            Sample(
                "正文写收费3000元，表中填3000",
                cells={FEES: 3000},
                figures=(figure("fee_collected_yuan", 3000, unit="元"),),
            ),
        ),
        forms=("2021",),
    ),
    Rule(
        "T2-09",
        Severity.WARNING,
        "数字疑似照抄",
        "核对这些单元格是否照抄了其他行或者上年年报。",
        TABLE_2,
        _copied,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample("各一件", cells={"table2.penalty": 1, "table2.coercion": 1}),
        ),
        bad=(
            Sample("处罚与强制同为四件", cells={"table2.coercion": 4}),
            Sample("与上年完全相同", facts=Facts(previous=Sample("上一年", year=2022).report())),
        ),
    ),
)
