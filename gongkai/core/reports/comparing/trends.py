"""The values of charts: how the numbers of an organ went over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai.core.reports.checks.formula import total
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.comparing.years import in_order
from gongkai.core.reports.report import Number, Report

GROUPS = {
    "granted": "予以公开",
    "partial": "部分公开",
    "refused": "不予公开",
    "unable": "无法提供",
    "not_processed": "不予处理",
    "other": "其他处理",
}


@dataclass(frozen=True, slots=True)
class YearValues:
    """The values of one year; None where a cell is blank or in doubt.

    `results` has the keys of GROUPS; `fees` is in 万元 and known from the 2021 form on.
    """

    year: int
    new: Number | None
    total: Number | None
    results: Mapping[str, Number | None]
    normative_docs: Number | None
    fees: Number | None
    review: Number | None
    litigation: Number | None


def trend(reports: Sequence[Report]) -> tuple[YearValues, ...]:
    """The values of all reports that name their year, the earliest first."""
    return tuple(
        YearValues(
            year=report.year or 0,
            new=_sum(report, "applications.new.6"),
            total=_sum(report, "applications.total.6"),
            results={group: _group(report, group) for group in GROUPS},
            normative_docs=_sum(report, "table2.normative_docs.2"),
            fees=_sum(report, "table2.fees_wan"),
            review=_sum(report, "review.review_total"),
            litigation=_sum(report, "review.direct_total", "review.after_total"),
        )
        for report in in_order(reports)
    )


def _sum(report: Report, *paths: str) -> Number | None:
    values = certain(report, *paths)
    return total(values) if values else None


def _group(report: Report, group: str) -> Number | None:
    """The sum of a group of results over all applicants."""
    head = f"applications.{group}"
    paths = [
        path
        for path in report.cells
        if path.endswith(".6") and path[len(head) :][:1] in {".", "_"} and path.startswith(head)
    ]
    return _sum(report, *paths)
