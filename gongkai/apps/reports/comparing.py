"""Reports side by side: years of one organ, several organs, a region and its organs (对比)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.apps.reports.naming import Named, named_cells
from gongkai.core.finding import Finding, Status
from gongkai.core.reports.comparing import compare_organs, compare_years
from gongkai.core.reports.report import Number, Report

YEARS_TITLE = "{organ}：{first}年至{last}年"
ORGANS_TITLE = "{count}份报告并列"
REGION_TITLE = "{region}{year}年：汇总核对"
YEAR_NAME = "{year}年"
SUM_NAME = "各机关之和"
UNKNOWN = "（不详）"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison: the cell's name and label, and its number in each report."""

    name: str
    label: str
    numbers: tuple[Number | None, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports side by side: how each is called, their cells, and what does not agree."""

    title: str
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


def compared(reports: Sequence[Report]) -> tuple[Comparison, ...]:
    """Everything there is to compare: each organ over its years, and organs with one another."""
    ordered = sorted(reports, key=lambda report: (report.organ or "", report.year or 0))
    organs = [list(group) for _, group in groupby(ordered, key=lambda report: report.organ or "")]
    found = [over_years(group) for group in organs if len(group) > 1]
    if len(organs) > 1:
        found.append(beside(ordered))
    return tuple(found)


def over_years(reports: Sequence[Report]) -> Comparison:
    """The reports of one organ, year by year."""
    ordered = sorted(reports, key=lambda report: report.year or 0)
    findings = compare_years(ordered)
    title = YEARS_TITLE.format(
        organ=ordered[0].organ or UNKNOWN,
        first=ordered[0].year or UNKNOWN,
        last=ordered[-1].year or UNKNOWN,
    )
    names = tuple(YEAR_NAME.format(year=report.year or UNKNOWN) for report in ordered)
    return Comparison(title, names, tuple(_lines(ordered, _disputed(findings))), findings)


def beside(reports: Sequence[Report]) -> Comparison:
    """Reports of several organs; without a region there is no sum to hold them against."""
    names = tuple(_called(report) for report in reports)
    findings = tuple(
        finding
        for _, group in groupby(sorted(reports, key=_year), key=_year)
        for finding in compare_organs(None, tuple(group))
    )
    title = ORGANS_TITLE.format(count=len(reports))
    return Comparison(title, names, tuple(_lines(reports, frozenset())), findings)


def _called(report: Report) -> str:
    year = YEAR_NAME.format(year=report.year) if report.year else ""
    return f"{report.organ or UNKNOWN}{year}"


def _year(report: Report) -> int:
    return report.year or 0


def _disputed(findings: Iterable[Finding]) -> frozenset[str]:
    """The cells, with their years, that a failed finding speaks of: `2022:applications.new.6`."""
    return frozenset(
        path for finding in findings if finding.status is Status.FAIL for path in finding.paths
    )


def _lines(reports: Sequence[Report], disputed: frozenset[str]) -> Iterator[Line]:
    """One line for every cell that any of the reports has."""
    known = [_named(report) for report in reports]
    labels = {name: cell.label for cells in reversed(known) for name, cell in cells.items()}
    for name, label in labels.items():
        paths = [cells[name].path if name in cells else "" for cells in known]
        numbers = tuple(report.value(path) for report, path in zip(reports, paths, strict=True))
        if any(number is not None for number in numbers):
            years = (f"{report.year}:{path}" for report, path in zip(reports, paths, strict=True))
            yield Line(name, label, numbers, differs=any(year in disputed for year in years))


def _named(report: Report) -> dict[str, Named]:
    """The cells of the report's form by their names."""
    return {cell.name: cell for cell in named_cells(report.form)} if report.form else {}


def rolled_up(
    region: Report, organs: Sequence[Report], *, roster: Sequence[str] = ()
) -> Comparison:
    """A region's report, the sum of its organs, and each of them."""
    findings = compare_organs(region, organs, roster=roster)
    disputed = _disputed(findings)
    title = REGION_TITLE.format(region=region.organ or UNKNOWN, year=region.year or UNKNOWN)
    names = (_called(region), SUM_NAME, *(organ.organ or organ.file for organ in organs))
    lines = tuple(_summed(region, organs, disputed)) if region.form else ()
    return Comparison(title, names, lines, findings)


def _summed(region: Report, organs: Sequence[Report], disputed: frozenset[str]) -> Iterator[Line]:
    """Every cell of the region beside the sum over the organs that are on the same form."""
    if region.form is None:
        return
    for cell in named_cells(region.form):
        shares = [_share(organ, region.format, cell.path) for organ in organs]
        numbers = (region.value(cell.path), _sum(shares), *shares)
        if any(number is not None for number in numbers):
            yield Line(cell.name, cell.label, numbers, differs=cell.path in disputed)


def _share(organ: Report, form: str, path: str) -> Number | None:
    """What an organ gives to a cell; nothing that is in doubt or of another form."""
    return organ.value(path) if organ.format == form and not organ.doubted(path) else None


def _sum(shares: Sequence[Number | None]) -> Number | None:
    """The sum, where every organ gives a number: a sum of some would look like that of all."""
    known = [share for share in shares if share is not None]
    return sum(known) if known and len(known) == len(shares) else None
