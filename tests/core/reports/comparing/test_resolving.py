"""Digits that ran together are told apart by the year after."""

from dataclasses import replace

from gongkai.core.reports.checks.samples import Sample
from gongkai.core.reports.comparing import resolve_with_years
from gongkai.core.reports.report import Doubt, Reading, Report

DOCS = "table2.normative_docs"


def run_together(year: int, *candidates: Reading) -> Report:
    return Sample("粘连", year=year, doubts=(Doubt(DOCS, "数字粘连", candidates),)).report()


def documents(report: Report) -> list[object]:
    return [report.value(f"{DOCS}.{column}") for column in range(3)]


def plain(year: int, issued: int, repealed: int, in_force: int) -> Report:
    cells = {f"{DOCS}.0": issued, f"{DOCS}.1": repealed, f"{DOCS}.2": in_force}
    return Sample("清楚", year=year, cells=cells).report()


def test_5225_and_5426_settle_each_other() -> None:
    first = run_together(2021, (5, 22, 5), (5, 2, 25), (52, 2, 5))
    second = run_together(2022, (5, 42, 6), (5, 4, 26), (54, 2, 6))
    before, after = resolve_with_years((first, second))
    assert documents(before) == [5, 2, 25]
    assert documents(after) == [5, 4, 26]
    assert before.doubts == after.doubts == ()
    assert after.cells[f"{DOCS}.2"].found == (
        "按跨年关系确定：行政规范性文件现行有效件数：2022年现行有效 26 = 2021年现行有效 25 + "
        "2022年制发 5 \u2212 2022年废止 4"
    )


def test_a_third_year_carries_on() -> None:
    third = run_together(2023, (1, 1, 26), (11, 2, 6))
    first = run_together(2021, (5, 22, 5), (5, 2, 25))
    reports = resolve_with_years((first, plain(2022, 5, 4, 26), third))
    assert [documents(report)[2] for report in reports] == [25, 26, 26]


def test_several_that_fit_only_shrink_the_list() -> None:
    doubted = run_together(2023, (2, 1, 13), (1, 0, 13), (21, 1, 3))
    _, after = resolve_with_years((plain(2022, 2, 1, 12), doubted))
    [doubt] = after.doubts
    assert doubt.candidates == ((2, 1, 13), (1, 0, 13))
    assert "已按跨年关系排除不成立的读法" in doubt.reason


def test_where_none_fits_nothing_changes() -> None:
    reports = (plain(2022, 2, 1, 12), run_together(2023, (8, 11, 53), (81, 1, 53)))
    assert resolve_with_years(reports) == reports


def test_where_all_fit_nothing_changes() -> None:
    reports = (plain(2022, 2, 1, 12), run_together(2023, (2, 1, 13), (1, 0, 13)))
    assert resolve_with_years(reports) == reports


def test_a_gap_between_years_settles_nothing() -> None:
    reports = (plain(2021, 2, 1, 25), run_together(2023, (5, 4, 26), (54, 2, 6)))
    assert resolve_with_years(reports) == reports


def test_unknown_numbers_settle_nothing() -> None:
    blank = Sample("空白", year=2022, cells={f"{DOCS}.2": None}).report()
    reports = (blank, run_together(2023, (5, 4, 26), (54, 2, 6)))
    assert resolve_with_years(reports) == reports


def test_a_doubt_without_candidates_stays() -> None:
    reports = (plain(2022, 2, 1, 25), run_together(2023))
    assert resolve_with_years(reports) == reports


def test_a_cell_that_was_not_read_is_filled() -> None:
    doubted = Sample(
        "缺格",
        year=2023,
        without=("applications.carried_in",),
        doubts=(Doubt("applications.carried_in.6", "看不清", (0, 6)),),
    ).report()
    _, after = resolve_with_years((Sample("上年", year=2022).report(), doubted))
    assert after.value("applications.carried_in.6") == 0
    assert after.cells["applications.carried_in.6"].source.file == doubted.file


def test_reports_keep_their_places() -> None:
    late, early = plain(2023, 2, 1, 13), plain(2022, 2, 1, 12)
    assert resolve_with_years((late, early)) == (late, early)
    nameless = replace(early, year=None)
    assert resolve_with_years((late, nameless)) == (late, nameless)
