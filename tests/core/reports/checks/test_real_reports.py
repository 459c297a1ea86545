"""The mistakes of real reports are found, and right reports are not blamed."""

from pathlib import Path

import pytest

from gongkai.core.finding import Severity, Status
from tests.core.reports.checks.anomalies import Judged, judge, real_reports

CLEAN = "pzh-office-2023"


@pytest.fixture(scope="module")
def judged(samples: Path) -> tuple[Judged, ...]:
    return judge(tuple(real_reports(samples / "reports")))


def test_every_anomaly_that_one_report_or_its_neighbours_show_is_found(
    judged: tuple[Judged, ...],
) -> None:
    assert {one.sample.file.name: one.unfound for one in judged if one.unfound} == {}


def test_no_error_is_a_false_alarm(judged: tuple[Judged, ...]) -> None:
    alarms = {
        one.sample.file.name: [f"{alarm.code} {alarm.text}" for alarm in one.false_alarms]
        for one in judged
    }
    assert {name: texts for name, texts in alarms.items() if texts} == {}


def test_the_clean_report_has_no_error(judged: tuple[Judged, ...]) -> None:
    [clean] = [one for one in judged if one.sample.file.stem == CLEAN]
    assert clean.errors == ()


def test_every_finding_says_something(judged: tuple[Judged, ...]) -> None:
    for one in judged:
        for finding in one.findings:
            assert finding.text
            assert finding.title
            assert finding.cite is not None
            if finding.status is Status.FAIL and finding.severity is Severity.ERROR:
                assert finding.hint
