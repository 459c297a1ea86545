"""Giving out comparisons, for every command that compares."""

import argparse
from functools import partial

from gongkai.faces.common.exports.objects import comparison_object
from gongkai.faces.common.exports.result import Result
from gongkai.faces.console.output import CLEAN, ERRORS, UNREADABLE, deliver
from gongkai.faces.console.screen import screen
from gongkai.faces.console.showing.comparison import show_comparison


def given_out(result: Result, line: argparse.Namespace) -> int:
    """Give out comparisons; the exit code tells whether they agree."""
    objects = map(comparison_object, result.comparisons)
    written = deliver(result, line, objects, partial(show, result, everything=line.all))
    if not written or result.unreadable:
        return UNREADABLE
    return ERRORS if result.errors else CLEAN


def show(result: Result, *, everything: bool) -> None:
    """Print every comparison."""
    console = screen()
    for comparison in result.comparisons:
        show_comparison(console, comparison, everything=everything)
