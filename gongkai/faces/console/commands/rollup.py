"""report rollup: a region's report against those of its organs."""

import argparse

from gongkai.apps.reports.comparing import rolled_up
from gongkai.apps.reports.reading import Checked
from gongkai.core.ports import ReadingLimits
from gongkai.faces.common.exports.result import Result
from gongkai.faces.console import words
from gongkai.faces.console.comparing import given_out
from gongkai.faces.console.loading import load
from gongkai.faces.console.output import complain
from gongkai.faces.console.roster import RosterError, read_roster
from gongkai.faces.console.screen import complaints
from gongkai.faces.console.showing.findings import show_unreadable


def run(line: argparse.Namespace) -> int:
    """Hold a region against the sum of its organs, and the organs against the roster."""
    try:
        roster = read_roster(line.roster) if line.roster else ()
    except RosterError as error:
        return complain(str(error))
    chief = line.region or line.files[0]
    others = line.files if line.region else line.files[1:]
    limits = ReadingLimits()
    region, organs = load([chief], limits), load(others, limits)
    unreadable = (*region.unreadable, *organs.unreadable)
    if not region.reports or not organs.reports:
        show_unreadable(complaints(), unreadable)
        count = len(region.reports) + len(organs.reports)
        lacking = words.NO_ORGANS if region.reports else words.REGION_UNREADABLE
        return complain(lacking.format(count=count, path=chief))
    comparison = rolled_up(region.reports[0], organs.reports, roster=roster)
    reports = (region.reports[0], *organs.reports)
    read = tuple(Checked(report, ()) for report in reports)
    return given_out(Result(read, unreadable, (comparison,)), line)
