"""XY-01 to XY-05: the reports of one organ over the years, as formulas between their cells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.core.finding import Finding, Status
from gongkai.core.reports.checks.figures.judging import evidence_of, fitting
from gongkai.core.reports.checks.formula import Formula
from gongkai.core.reports.comparing.balances import (
    Paired,
    carried_over,
    items_over_years,
    stock_over_years,
    weigh_paired,
)
from gongkai.core.reports.comparing.change import changes
from gongkai.core.reports.comparing.rules import COMPARISONS
from gongkai.core.reports.comparing.sameness import same_text
from gongkai.core.reports.report import Report

NOT_PAIRED = "没有可以比较的相邻两年年报。"
PENDING = ("review", "direct", "after")


def in_order(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that name their year, the earliest first; of one year the first given."""
    first: dict[int, Report] = {}
    for report in reports:
        if report.year is not None:
            first.setdefault(report.year, report)
    return tuple(first[year] for year in sorted(first))


def neighbours(reports: Sequence[Report]) -> tuple[Paired, ...]:
    """Each pair of reports of neighbouring years."""
    return tuple(
        Paired(before, after)
        for before, after in pairwise(in_order(reports))
        if before.year is not None and after.year == before.year + 1
    )


def compare_years(reports: Sequence[Report]) -> tuple[Finding, ...]:
    """All cross-year findings over reports of one organ, by code."""
    pairs = neighbours(reports)
    found = [*gaps(reports)]
    if not pairs:
        found += [COMPARISONS[code].unknown(NOT_PAIRED) for code in ("XY-01", "XY-02", "XY-06")]
    for pair in pairs:
        found += balances("XY-01", carried_over(pair), pair)
        found += balances("XY-02", stock_over_years(pair), pair)
        found += balances("XY-03", items_over_years(pair), pair)
        found += change_of_form(pair)
        found += pending(pair)
        found += same_text(pair)
        found += changes(pair)
    return tuple(sorted(found, key=lambda finding: finding.code))


def gaps(reports: Sequence[Report]) -> Iterator[Finding]:
    """XY-00: years that are missing between the reports, given twice, or unknown."""
    years = [report.year for report in reports if report.year is not None]
    rule = COMPARISONS["XY-00"]
    if len(years) < len(reports):
        files = "、".join(report.file for report in reports if report.year is None)
        yield rule.finding(f"没有读到报告年度，未参加跨年比较：{files}。")
    missing = [
        year for year in range(min(years, default=0), max(years, default=0)) if year not in years
    ]
    if missing:
        yield rule.finding(f"缺少{'、'.join(f'{year}年' for year in missing)}的年报。")
    for year in sorted({year for year in years if years.count(year) > 1}):
        files = "、".join(report.file for report in reports if report.year == year)
        yield rule.finding(f"{year}年的年报不止一份，只用第一份：{files}。")


def balances(code: str, formulas: Sequence[Formula], pair: Paired) -> Iterator[Finding]:
    """The findings of one check that consists of formulas over two years."""
    rule = COMPARISONS[code]
    verdicts = [(formula, weigh_paired(formula, pair)) for formula in formulas]
    if formulas and all(verdict.status is Status.PASS for _, verdict in verdicts):
        yield rule.passed(f"{pair.years}的各项关系成立。")
    blank: list[str] = []
    for formula, verdict in verdicts:
        if verdict.status is Status.FAIL:
            yield rule.finding(
                f"{formula.say({**dict.fromkeys(verdict.blank, 0), **verdict.numbers})}。",
                paths=formula.paths,
                sides=formula.sides({**dict.fromkeys(verdict.blank, 0), **verdict.numbers}),
                evidence=pair.evidence(formula.paths),
            )
        elif verdict.status is Status.UNCERTAIN:
            yield rule.finding(
                f"{formula}：{fitting(verdict, pair.label)}", Status.UNCERTAIN, paths=formula.paths
            )
        elif verdict.status is Status.NOT_ASSESSABLE:
            blank.append(formula.subject)
    if blank:
        yield rule.unknown(f"有单元格空白或缺失，无法核算：{'、'.join(dict.fromkeys(blank))}。")
    elif not formulas:
        yield rule.unknown(f"{pair.years}的格式不同，或者没有统计表，不作此项核算。")


def change_of_form(pair: Paired) -> Iterator[Finding]:
    """XY-04: between the two forms the stock of documents is only roughly comparable."""
    if (pair.before.format, pair.after.format) != ("2019", "2021"):
        return
    path = "table2.normative_docs"
    before = pair.before.value(f"{path}.2")
    now = [pair.after.value(f"{path}.{column}") for column in range(3)]
    if before is None or None in now:
        return
    issued, repealed, in_force = (number or 0 for number in now)
    if before + issued - repealed != in_force:
        yield COMPARISONS["XY-04"].finding(
            f"规范性文件：{pair.before.year}年对外公开总数量 {before}，"
            f"{pair.after.year}年制发 {issued}、废止 {repealed}、现行有效 {in_force}。",
            paths=tuple(pair.now(f"{path}.{column}") for column in range(3)),
            evidence=evidence_of(pair.after, [f"{path}.{column}" for column in range(3)]),
        )


def pending(pair: Paired) -> Iterator[Finding]:
    """XY-05: cases open at the end of a year that the next year does not know."""
    for block in PENDING:
        left, total = f"review.{block}_pending", f"review.{block}_total"
        before, now = pair.before.value(left), pair.after.value(total)
        doubted = pair.before.doubted(left) or pair.after.doubted(total)
        if before and now is not None and not doubted and now < before:
            label = pair.label(pair.past(left))
            yield COMPARISONS["XY-05"].finding(
                f"{label} {before} 件，{pair.after.year}年该组总计只有 {now} 件。",
                paths=(pair.past(left), pair.now(total)),
                sides=(before, now),
                evidence=pair.evidence((pair.past(left), pair.now(total))),
            )
