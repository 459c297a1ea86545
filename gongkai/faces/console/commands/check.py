"""report check: what is wrong with the reports."""

import argparse
from functools import partial

from gongkai.apps.reports.reading import checked
from gongkai.core.ports import ReadingLimits
from gongkai.faces.common.exports.objects import checked_object
from gongkai.faces.common.exports.result import Result
from gongkai.faces.console.loading import load
from gongkai.faces.console.output import CLEAN, ERRORS, UNREADABLE, deliver
from gongkai.faces.console.screen import screen
from gongkai.faces.console.showing.findings import show_findings
from gongkai.faces.console.showing.report import show_doubts, show_head


def run(line: argparse.Namespace) -> int:
    """Check the files; the exit code tells a clean report from a faulty one."""
    outcome = load(line.files, ReadingLimits())
    result = Result(tuple(checked(report) for report in outcome.reports), outcome.unreadable)
    objects = (checked_object(one, everything=line.all) for one in result.checked)
    written = deliver(result, line, objects, partial(show, result, everything=line.all))
    if not written or outcome.unreadable:
        return UNREADABLE
    return ERRORS if result.errors else CLEAN


def show(result: Result, *, everything: bool) -> None:
    """Print the findings of every report."""
    console = screen()
    for one in result.checked:
        show_head(console, one.report)
        show_doubts(console, one.report)
        show_findings(console, one.findings, everything=everything)
