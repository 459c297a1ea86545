"""Reports side by side (比较): the years of one organ, the organs of one year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.apps.reports.comparing import Comparison, beside, over_years, rolled_up
from gongkai.apps.reports.queries import ReportRead
from gongkai.core.reports.report import Number, Report
from gongkai.faces.common.exports.saying import name_of
from gongkai.faces.common.reports.charts import Chart, Series, chart
from gongkai.faces.common.reports.listing import Numbered, listed

FIGURES = (
    ("新收申请", "applications.new.6"),
    ("办结", "applications.total.6"),
    ("结转下年度", "applications.carried_out.6"),
)
TITLE = "申请的收到和处理"
MOST_BARS = 12
"""More groups than that cannot be read in one drawing; the table holds them all."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: its chart, what does not agree, and every cell side by side."""

    comparison: Comparison
    chart: Chart
    listed: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Comparisons:
    """All comparisons that a set of reports allows; `choices` may stand for the region."""

    years: tuple[Compared, ...]
    organs: tuple[Compared, ...]
    choices: tuple[tuple[str, str], ...]
    region: str


def comparisons(reads: Sequence[ReportRead], region: str = "") -> Comparisons:
    """Compare what can be compared. `region` is the key of the report that sums up the others."""
    known = [read for read in reads if read.report.organ and read.report.year]
    return Comparisons(
        tuple(_years(group) for group in _groups(known, lambda read: str(read.report.organ))),
        tuple(
            _organs(group, region) for group in _groups(known, lambda read: str(read.report.year))
        ),
        tuple((read.key, name_of(read.report)) for read in known),
        region,
    )


def _groups(
    reads: Sequence[ReportRead], key: Callable[[ReportRead], str]
) -> list[list[ReportRead]]:
    """Reports that share something, where there are at least two that differ in the rest."""
    groups = [list(group) for _, group in groupby(sorted(reads, key=key), key=key)]
    return [
        group
        for group in groups
        if len({(read.report.organ, read.report.year) for read in group}) > 1
    ]


def _years(reads: list[ReportRead]) -> Compared:
    reports = sorted((read.report for read in reads), key=lambda report: report.year or 0)
    comparison, series = over_years(reports), _series(reports)
    groups = comparison.names
    drawn = chart(f"{reports[0].organ}：{TITLE}", _change(groups, series[0]), groups, series)
    return Compared(comparison, drawn, listed(reports[-1], comparison.findings))


def _series(reports: Sequence[Report]) -> tuple[Series, ...]:
    return tuple(
        Series(label, tuple(_known(report, path) for report in reports)) for label, path in FIGURES
    )


def _known(report: Report, path: str) -> Number | None:
    """A number that is beyond doubt; what may be read in two ways is not drawn."""
    return None if report.doubted(path) else report.value(path)


def _change(groups: Sequence[str], series: Series) -> str:
    """Say how the first series went from the first group to the last."""
    first, last = series.values[0], series.values[-1]
    if first is None or last is None:
        return f"{groups[0]}至{groups[-1]}的{series.name}没有都读出，不能比较。"
    span = f"{groups[0]}至{groups[-1]}，{series.name}由 {first} 件变为 {last} 件"
    if first == last:
        return f"{groups[0]}和{groups[-1]}的{series.name}都是 {first} 件。"
    way = "增加" if last > first else "减少"
    return f"{span}，{way} {abs(last - first)} 件{_rate(first, last)}。"


def _rate(first: Number, last: Number) -> str:
    return f"（{abs(float(last - first)) * 100 / float(first):.1f}%）" if first else ""


def _organs(reads: list[ReportRead], region: str) -> Compared:
    chief = next((read.report for read in reads if read.key == region), None)
    reports = [read.report for read in reads if read.report is not chief]
    ordered = sorted(reports, key=lambda report: -(_known(report, FIGURES[0][1]) or 0))
    comparison = rolled_up(chief, ordered) if chief else beside(ordered)
    names = tuple(str(report.organ) for report in ordered)
    series = _series(ordered)
    title = f"{ordered[0].year}年：{TITLE}"
    drawn = chart(title, _most(names, series[0]), names[:MOST_BARS], [_cut(one) for one in series])
    return Compared(comparison, drawn, listed(ordered[0], comparison.findings))


def _cut(series: Series) -> Series:
    return Series(series.name, series.values[:MOST_BARS])


def _most(names: Sequence[str], series: Series) -> str:
    """Say who has most, and how many there are together."""
    values = [value for value in series.values if value is not None]
    if not values:
        return f"各机关的{series.name}都没有读出，不能比较。"
    total = f"{len(names)} 个机关{series.name}共 {sum(values)} 件"
    return f"{total}，最多的是{names[0]}，{values[0]} 件。"
