"""What a command leaves behind: lines of JSON, files, or a readable screen."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from django.utils.module_loading import import_string

from gongkai.faces.common.exports.objects import line_of
from gongkai.faces.common.exports.result import Result
from gongkai.faces.common.exports.writing import UnwritableError, write_whole
from gongkai.faces.console import words
from gongkai.faces.console.screen import complaints, screen
from gongkai.faces.console.showing.findings import show_unreadable

CLEAN, ERRORS, UNREADABLE = 0, 1, 2
EXPORTS = {
    "html": "gongkai.faces.common.exports.page.page",
    "xlsx": "gongkai.faces.common.exports.workbook.workbook",
}
"""Found by name, so that a command that writes no workbook does not wait for its library."""


def deliver(
    result: Result,
    line: argparse.Namespace,
    objects: Iterable[dict[str, object]],
    show: Callable[[], None],
) -> bool:
    """Give out a result as the command line asks; say whether all of it could be given out."""
    show_unreadable(complaints(), result.unreadable)
    if line.json:
        for thing in objects:
            sys.stdout.write(line_of(thing) + "\n")
    written = _write(result, line)
    if not line.json and not any(getattr(line, kind) for kind in EXPORTS):
        show()
    return written


def complain(sentence: str) -> int:
    """Say what is wrong; the exit code of bad input."""
    complaints().print(sentence)
    return UNREADABLE


def _write(result: Result, line: argparse.Namespace) -> bool:
    """Write the files asked for, unless there is nothing to put in them."""
    if not result.checked:
        return True
    for kind, name in EXPORTS.items():
        path = cast("Path | None", getattr(line, kind))
        if path is None:
            continue
        if any(_same(path, given) for given in line.files):
            complain(words.SAME_FILE.format(path=path))
            return False
        export = cast("Callable[[Result], bytes]", import_string(name))
        try:
            write_whole(path, export(result))
        except UnwritableError as error:
            complain(str(error))
            return False
        (complaints() if line.json else screen()).print(words.WRITTEN.format(path=path))
    return True


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)
