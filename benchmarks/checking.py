"""Every real report with a truth file, checked: errors, warnings, anomalies found, false alarms.

A false alarm is an error that no anomaly of the truth file bears out. The floor is none.

./gk bench checking [FOLDER]
"""

import argparse
from pathlib import Path

from benchmarks._line import line, samples
from gongkai.core.finding import Severity, Status
from tests.core.reports.checks.anomalies import SETTLED, Judged, judge, real_reports


def main() -> None:
    """Print a line for each report, then all together."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", nargs="?", type=Path, default=samples() / "reports")
    folder = words.parse_args().folder
    if not (folder / "truth").is_dir():
        print(f"{folder} 里没有真实年报，未作统计。")
        return
    judged = judge(tuple(real_reports(folder)))
    for one in judged:
        show(one)
    alarms = sum(len(one.false_alarms) for one in judged)
    unfound = sum(len(one.unfound) for one in judged)
    print(f"reports {len(judged)}, anomalies not found {unfound}, false alarms {alarms}")
    print(line("checking", alarms, "false alarms", 0))


def show(one: Judged) -> None:
    """One report's line, and what is false or missing below it."""
    failed = [finding for finding in one.findings if finding.status is Status.FAIL]
    warnings = sum(finding.severity is Severity.WARNING for finding in failed)
    meant = [words for code, words in one.sample.anomalies if code != SETTLED]
    print(
        f"{one.sample.file.name:<28} errors {len(one.errors):>2}, warnings {warnings:>2}, "
        f"anomalies {len(meant):>2}, not found {len(one.unfound)}, "
        f"false alarms {len(one.false_alarms)}"
    )
    for alarm in one.false_alarms:
        print(f"    false: {alarm.code} {alarm.text}")
    for words in one.unfound:
        print(f"    not found: {words}")


if __name__ == "__main__":
    main()
