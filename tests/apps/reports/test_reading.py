"""From files to reports: what is read, what is not, and why."""

import pytest

from gongkai.adapters.documents.reader import FileReader
from gongkai.apps.reports.reading import NOT_A_REPORT, NamedFile, checked, read_files
from gongkai.core.finding import Severity, Status
from gongkai.core.ports import ReadingLimits
from tests.factories.cases import make

LIMITS = ReadingLimits()


def named(layout: str, seed: int = 1) -> NamedFile:
    case = make(layout, seed)
    return NamedFile(case.name, case.data)


@pytest.mark.parametrize("layout", ["spaces", "cells", "html_page", "markdown", "docx", "ofd"])
def test_one_file_one_report(layout: str) -> None:
    outcome = read_files([named(layout)], LIMITS, FileReader())
    assert len(outcome.reports) == 1
    assert outcome.unreadable == ()


def test_a_bad_file_does_not_stop_the_others() -> None:
    files = [NamedFile("空.txt", b""), named("spaces"), NamedFile("坏.pdf", b"%PDF-1.7")]
    outcome = read_files(files, LIMITS, FileReader())
    assert [report.file for report in outcome.reports] == ["spaces-1.txt"]
    assert ["空.txt" in outcome.unreadable[0].text, "坏.pdf" in outcome.unreadable[1].text] == [
        True,
        True,
    ]


def test_a_file_that_is_no_report_is_said_so() -> None:
    recipe = NamedFile("菜谱.txt", "番茄炒蛋\n两个鸡蛋，三个番茄。".encode())
    outcome = read_files([recipe, named("spaces")], LIMITS, FileReader())
    (finding,) = outcome.unreadable
    assert finding.code == NOT_A_REPORT
    assert "菜谱.txt" in finding.text
    assert finding.evidence[0].text == "番茄炒蛋"


def test_no_file_no_report() -> None:
    outcome = read_files([], LIMITS, FileReader())
    assert (outcome.reports, outcome.unreadable) == ((), ())


def test_two_reports_in_one_file() -> None:
    outcome = read_files([named("html_two_reports")], LIMITS, FileReader())
    years = [report.year for report in outcome.reports]
    assert len(set(years)) == 2
    assert outcome.unreadable == ()


def test_the_same_report_twice_is_one_report() -> None:
    case = make("html", 2)
    files = [NamedFile("网页.html", case.data), NamedFile("附件.html", case.data)]
    outcome = read_files(files, LIMITS, FileReader())
    assert len(outcome.reports) == 1
    assert outcome.reports[0].parts == ("网页.html", "附件.html")
    assert outcome.unreadable == ()


def test_checks_come_with_the_report() -> None:
    case = next(
        case for seed in range(200) if "wrong_total" in (case := make("html", seed)).planted
    )
    outcome = read_files([NamedFile(case.name, case.data)], LIMITS, FileReader())
    one = checked(outcome.reports[0])
    failed = [f.code for f in one.findings if f.status is Status.FAIL]
    assert "T3-03" in failed
    assert any(f.severity is Severity.ERROR for f in one.findings)
