"""report compare: reports of several years, of several organs."""

import argparse

from gongkai.apps.reports.comparing import compared
from gongkai.apps.reports.reading import Checked
from gongkai.core.ports import ReadingLimits
from gongkai.faces.common.exports.result import Result
from gongkai.faces.console import words
from gongkai.faces.console.comparing import given_out
from gongkai.faces.console.loading import load
from gongkai.faces.console.output import complain
from gongkai.faces.console.screen import complaints
from gongkai.faces.console.showing.findings import show_unreadable

PAIR = 2


def run(line: argparse.Namespace) -> int:
    """Compare the reports in the files."""
    outcome = load(line.files, ReadingLimits())
    if len(outcome.reports) < PAIR:
        show_unreadable(complaints(), outcome.unreadable)
        return complain(words.NO_PAIR.format(count=len(outcome.reports)))
    read = tuple(Checked(report, ()) for report in outcome.reports)
    return given_out(Result(read, outcome.unreadable, compared(outcome.reports)), line)
