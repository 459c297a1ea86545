"""Reports side by side: which cells stand beside which, and what differs."""

from dataclasses import replace

from gongkai.apps.reports.comparing import Comparison, Line, compared, over_years, rolled_up
from gongkai.core.reports.forms import FORM_2019, FORM_2021
from gongkai.core.reports.report import Doubt
from tests.faces.common.made import cell, report


def line(comparison: Comparison, name: str) -> Line:
    return next(line for line in comparison.lines if line.name == name)


def test_years_stand_in_order() -> None:
    comparison = over_years([report(year=2023), report(year=2021), report(year=2022)])
    assert comparison.names == ("2021年", "2022年", "2023年")
    assert comparison.title == "样例县水利局：2021年至2023年"


def test_cells_of_one_path_but_two_meanings_are_two_lines() -> None:
    comparison = over_years([report(FORM_2019, year=2020), report(FORM_2021, year=2021)])
    assert line(comparison, "table2.regulations.made").numbers == (0, None)
    assert line(comparison, "table2.regulations.issued").numbers == (None, 0)
    assert line(comparison, "applications.new.total").numbers == (6, 6)


def test_a_row_of_the_other_form_is_not_lost() -> None:
    mixed = report(year=2023)
    mixed = replace(mixed, cells={**mixed.cells, "applications.other.6": cell(9, 1)})
    comparison = over_years([report(year=2022), mixed])
    assert line(comparison, "applications.other.total").numbers == (None, 9)


def test_what_fails_between_years_is_marked() -> None:
    comparison = over_years([report(year=2022), report(year=2023)])
    wrong = {finding.paths for finding in comparison.findings if finding.code == "XY-02"}
    assert wrong
    assert line(comparison, "table2.normative_docs.in_force").differs


def test_organs_and_years_are_told_apart() -> None:
    reports = [report(organ="甲县水利局"), report(organ="乙县水利局"), report(year=2022)]
    titles = [one.title for one in compared(reports)]
    assert titles == ["3份报告并列"]
    titles = [one.title for one in compared([*reports, report(organ="甲县水利局", year=2022)])]
    assert titles == ["甲县水利局：2022年至2023年", "4份报告并列"]


def test_a_region_stands_beside_the_sum_of_its_organs() -> None:
    organs = [report(organ="甲局"), report(organ="乙局")]
    comparison = rolled_up(report(organ="样例县人民政府"), organs)
    assert comparison.names == ("样例县人民政府2023年", "各机关之和", "甲局", "乙局")
    total = line(comparison, "applications.new.total")
    assert (total.numbers, total.differs) == ((6, 12, 6, 6), True)
    zero = line(comparison, "applications.new.natural")
    assert (zero.numbers, zero.differs) == ((0, 0, 0, 0), False)


def test_a_sum_with_a_doubtful_part_is_not_told() -> None:
    doubtful = replace(report(organ="甲局"), doubts=(Doubt("applications.new.6", "连写", (6, 8)),))
    comparison = rolled_up(report(organ="样例县人民政府"), [doubtful, report(organ="乙局")])
    assert line(comparison, "applications.new.total").numbers == (6, None, None, 6)


def test_who_is_missing_is_named() -> None:
    comparison = rolled_up(report(), [report(organ="甲局")], roster=("甲局", "丙局"))
    (missing,) = (f for f in comparison.findings if f.code == "XO-02" and f.status.value == "fail")
    assert "丙局" in missing.text
    assert "甲局" not in missing.text
