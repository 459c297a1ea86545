"""report read: what the reports say."""

import argparse

from gongkai.apps.reports.reading import Checked
from gongkai.core.ports import ReadingLimits
from gongkai.faces.common.exports.objects import report_object
from gongkai.faces.common.exports.result import Result
from gongkai.faces.console.loading import load
from gongkai.faces.console.output import CLEAN, UNREADABLE, deliver
from gongkai.faces.console.screen import screen
from gongkai.faces.console.showing.report import show_report


def run(line: argparse.Namespace) -> int:
    """Read the files and give out what is in them."""
    outcome = load(line.files, ReadingLimits())
    result = Result(tuple(Checked(report, ()) for report in outcome.reports), outcome.unreadable)

    def show() -> None:
        console = screen()
        for report in outcome.reports:
            show_report(console, report)

    objects = (report_object(report) for report in outcome.reports)
    written = deliver(result, line, objects, show)
    return CLEAN if written and not outcome.unreadable else UNREADABLE
