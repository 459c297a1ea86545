"""deadline: the due day of a reply, with every step of its reckoning."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date

from gongkai.core.applications.deadlines import (
    TERM,
    Cause,
    Clock,
    Entry,
    Mark,
    Reckoning,
    faults,
    reckon,
)
from gongkai.core.calendar import OutOfReachError
from gongkai.faces.common.exports.objects import line_of
from gongkai.faces.console import words
from gongkai.faces.console.output import CLEAN, complain
from gongkai.faces.console.screen import screen
from gongkai.faces.console.working_days import working_days

FIRST, LAST = date(2008, 5, 1), date(2099, 12, 31)


def run(line: argparse.Namespace) -> int:
    """Print the due day, or say what is wrong with the days given."""
    for day in (line.received, *(day for pause in line.pause for day in pause)):
        if not FIRST <= day <= LAST:
            return complain(words.DAY_RANGE.format(day=day, first=FIRST, last=LAST))
    history = tuple(_history(line))
    for finding in faults(history):
        return complain(finding.text + finding.hint)
    try:
        found = reckon(history, Clock(working_days()))
    except OutOfReachError:
        return complain(words.ENDLESS)
    if line.json:
        sys.stdout.write(line_of(_object(line, found)) + "\n")
    else:
        _show(found)
    return CLEAN


def _history(line: argparse.Namespace) -> Iterator[Entry]:
    yield Entry(Mark.START, line.received, Cause.RECEIPT)
    for number, (asked, arrived) in enumerate(line.pause):
        yield Entry(Mark.PAUSE, asked, Cause.OPINION, str(number))
        yield Entry(Mark.RESUME, arrived, Cause.OPINION, str(number))
    if line.extended:
        extension = TERM["extension"].workdays or 0
        yield Entry(Mark.EXTEND, line.received, Cause.EXTENSION, workdays=extension)


def _object(line: argparse.Namespace, found: Reckoning) -> dict[str, object]:
    return {
        "received": str(line.received),
        "due": str(found.due),
        "provisional": found.provisional,
        "workdays": found.workdays,
        "steps": list(found.steps),
        "days": [
            {"day": str(day.day), "number": day.number, "why": day.why.label} for day in found.days
        ],
    }


def _show(found: Reckoning) -> None:
    console = screen()
    provisional = words.PROVISIONAL if found.provisional else ""
    console.print(words.DUE.format(day=found.due, provisional=provisional))
    for number, text in enumerate(found.steps, 1):
        console.print(words.STEP.format(number=number, text=text))
