"""The values of charts."""

from dataclasses import replace
from decimal import Decimal

from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.comparing import GROUPS, trend
from gongkai.core.reports.report import Doubt


def test_values_by_year() -> None:
    first = Sample("2020", year=2020, cells={"applications.other.6": 3}).report()
    second = Sample("2021", year=2021, cells={"table2.fees_wan": Decimal("1.5")}).report()
    before, after = trend((second, first))
    assert (before.year, after.year) == (2020, 2021)
    assert (before.new, before.total, before.normative_docs) == (6, 6, 12)
    assert (before.fees, after.fees) == (None, Decimal("1.5"))
    assert set(before.results) == set(GROUPS)
    assert before.results["granted"] == 4
    assert (before.results["other"], after.results["other"]) == (3, 0)
    assert (before.review, before.litigation) == (0, 0)


def test_doubted_and_missing_cells_have_no_value() -> None:
    report = Sample(
        "存疑",
        without=("review",),
        doubts=(Doubt("applications.new.6", "看不清", (6, 8)),),
    ).report()
    [values] = trend((report,))
    assert values.new is None
    assert values.review is None
    assert trend((replace(report, year=None),)) == ()
