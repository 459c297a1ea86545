"""TN-07 to TN-10: what the prose adds up, divides and charges."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2021, OGI
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.formula import gap, number_text
from gongkai.core.reports.checks.formula import total as total_of
from gongkai.core.reports.checks.prose.said import said_at
from gongkai.core.reports.checks.rule import ANY_FORM, Outcome, Rule, missing_material
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample, figure
from gongkai.core.reports.checks.text import plain_prose, prose
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.report import Breakdown, Number, Report

PERCENT = ("%", "\uff05")
SHARE = re.compile(
    r"(\d(?<![\d.].)\d*)[件条个篇份次](?:[(（,，、]|信息)?(?:占比?|约占|比例为?)?(?:总数的?)?(\d+(?:\.\d+)?)%"
)
COUNT = re.compile(r"(\d(?<![\d.年月第〔].)\d*)[件条个篇份次]")
ALL_ANSWERED = re.compile(r"办结率(?<!按[时期]办结率)(?:为|达到?)?(\d+(?:\.\d+)?)%")
FLOW = ("applications.new.6", "applications.carried_in.6", "applications.total.6")
FEE_KEYS = ("fee_collected_yuan", "fee_collected")
APPLYING = "申请"
FEE_LEDGER = "信息处理费收费台账"


def _breakdowns(report: Report, facts: Facts) -> Iterator[Outcome]:
    for sums in report.narrative.breakdowns:
        parts = [part for part in sums.parts if part.unit != "%"]
        loose = sums.total.approximate or any(part.approximate for part in parts)
        added = total_of(part.value for part in parts)
        total = sums.total.value
        if len(parts) < len(sums.parts) or added == total or (loose and _near(added, total)):
            continue
        said = " + ".join(number_text(part.value) for part in parts)
        ending = "（所列项目以“等”结尾）" if sums.open_ended else ""
        lesser = sums.open_ended and added < total
        yield Outcome(
            text=f"各部分之和 {said} = {number_text(added)}，总数为 {number_text(total)}，"
            f"相差 {number_text(gap(total, added))}{ending}：{sums.total.text.strip()}",
            severity=Severity.INFORMATION if lesser or loose else None,
            left=added,
            right=total,
            evidence=(said_at(report, sums.total),),
        )


def _near(one: Number, other: Number) -> bool:
    return gap(one, other) * 10 <= other


def _fees(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.fees_received is None:
        yield missing_material(FEE_LEDGER)
        return
    said = [one for one in report.narrative.figures if one.key in FEE_KEYS]
    if said and said[0].value != facts.fees_received:
        yield Outcome(
            text=f"第六部分写收取信息处理费 {number_text(said[0].value)} 元，"
            f"台账为 {number_text(facts.fees_received)} 元。",
            left=said[0].value,
            right=facts.fees_received,
            evidence=(said_at(report, said[0]),),
        )


def _proposals(report: Report, facts: Facts) -> Iterator[Outcome]:
    keys = "proposals_total", "proposals_lead", "proposals_joint"
    total, lead, joint = (report.narrative.figure(key) for key in keys)
    if total and lead and joint and lead.value + joint.value != total.value:
        yield Outcome(
            text=f"建议提案：主办 {lead.value} 件加会办 {joint.value} 件，"
            f"不等于总数 {total.value} 件。",
            left=lead.value + joint.value,
            right=total.value,
            evidence=(said_at(report, total),),
        )


def _percentages(report: Report, facts: Facts) -> Iterator[Outcome]:
    text = prose(report)
    if not any(mark in text for mark in PERCENT):
        return
    for paragraph in plain_prose(report).split("\n"):
        if PERCENT[0] in paragraph:
            yield from _shares(paragraph)
            yield from _rate(report, paragraph)


def _shares(paragraph: str) -> Iterator[Outcome]:
    """Shares that are none of any total named earlier in the paragraph."""
    for found in SHARE.finditer(paragraph):
        part, percent = int(found[1]), Decimal(found[2])
        totals = [int(count[1]) for count in COUNT.finditer(paragraph[: found.start()])]
        totals = [total for total in totals if total >= part and total]
        if totals and not any(_rounds_to(part, total, percent) for total in totals):
            largest = max(totals)
            right = (Decimal(100) * part / largest).quantize(Decimal("0.01"))
            yield Outcome(
                text=f"“{found[0]}”：{part} 占 {largest} 的 {number_text(right)}%，"
                f"不是 {percent}%。",
                left=percent,
                right=right,
            )


def _rounds_to(part: int, total: int, percent: Decimal) -> bool:
    exact = Decimal(100) * part / total
    places = Decimal(1).scaleb(-len(str(percent).partition(".")[2]))
    return percent in {exact.quantize(places, way) for way in (ROUND_HALF_UP, ROUND_DOWN)}


def _rate(report: Report, paragraph: str) -> Iterator[Outcome]:
    found = ALL_ANSWERED.search(paragraph)
    if found is None or APPLYING not in paragraph[max(0, found.start() - 60) : found.start()]:
        return
    values = certain(report, *FLOW)
    if values is None:
        return
    new, carried, total = (int(value) for value in values)
    percent = Decimal(found[1])
    wholes = [whole for whole in (new + carried, new) if whole]
    if wholes and not any(_rounds_to(total, whole, percent) for whole in wholes):
        right = (Decimal(100) * total / wholes[0]).quantize(Decimal("0.01"))
        yield Outcome(
            text=f"办结率写作 {percent}%，按表三应为 {total} / {wholes[0]}，"
            f"即 {number_text(right)}%。",
            paths=FLOW,
            left=percent,
            right=right,
        )


def _split(total: int, *parts: int, open_ended: bool = False) -> Breakdown:
    whole = figure("website_items", total, f"全年公开信息{total}条，其中……")
    return Breakdown(whole, tuple(figure("", part) for part in parts), open_ended)


FIRST_PART = FORM_2021.part("一、总体情况")
RULES = (
    Rule(
        "TN-07",
        Severity.WARNING,
        "正文的总数不等于各部分之和",
        "核对“共……其中……”的总数和各部分。",
        FIRST_PART,
        _breakdowns,
        good=(CLEAN, Sample("101 = 3+1+48+46+3", breakdowns=(_split(101, 3, 1, 48, 46, 3),))),
        bad=(
            Sample("403 ≠ 126+276", breakdowns=(_split(403, 126, 276),)),
            Sample("以“等”结尾的，只作提示", breakdowns=(_split(689, 216, 31, open_ended=True),)),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "TN-08",
        Severity.WARNING,
        "信息处理费与台账不一致",
        "核对第六部分与信息处理费台账；行政事业性收费是另一种收费，不在此比较。",
        OGI.at(42),
        _fees,
        good=(
            CLEAN,
            Sample(
                "与台账一致",
                said={"fee_collected_yuan": 400},
                facts=Facts(fees_received=Decimal(400)),
            ),
        ),
        bad=(
            Sample(
                "写400元，台账300元",
                said={"fee_collected_yuan": 400},
                facts=Facts(fees_received=Decimal(300)),
            ),
        ),
    ),
    Rule(
        "TN-09",
        Severity.WARNING,
        "建议提案的数量不合",
        "核对建议提案的主办、会办件数与总数。",
        FIRST_PART,
        _proposals,
        good=(
            CLEAN_2019,
            Sample(
                "1 = 0+1",
                said={
                    "proposals_total": 1,
                    "proposals_lead": 0,
                    "proposals_joint": 1,
                },
            ),
        ),
        bad=(
            Sample(
                "5 ≠ 2+2",
                said={
                    "proposals_total": 5,
                    "proposals_lead": 2,
                    "proposals_joint": 2,
                },
            ),
        ),
        forms=ANY_FORM,
    ),
    Rule(
        "TN-10",
        Severity.WARNING,
        "百分比计算有误",
        "按件数重新计算百分比。",
        FIRST_PART,
        _percentages,
        good=(
            CLEAN,
            Sample(
                "百分比相符",
                bodies={
                    1: "全年收到申请44件，网络申请39件，占88.6%，信函申请5件，占11.4%。",
                },
            ),
            Sample("办结率相符", bodies={1: "收到申请6件，办结6件，办结率100%。"}),
        ),
        bad=(
            Sample("39/44 写成 90.6%", bodies={1: "全年收到申请44件，网络申请39件，占90.6%。"}),
            Sample("办结率写成 90%", bodies={1: "收到申请6件，办结6件，办结率90%。"}),
        ),
        forms=ANY_FORM,
    ),
)
