"""journal guard: the triggers that refuse changes are put back."""

import argparse

from gongkai.apps.journal.guarding import guard
from gongkai.faces.console import words
from gongkai.faces.console.commands.journal.opening import console_actor, with_database
from gongkai.faces.console.output import CLEAN
from gongkai.faces.console.screen import screen


@with_database
def run(_line: argparse.Namespace) -> int:
    """Put back what is gone, and say what that was."""
    gone = guard(console_actor())
    said = words.GUARDED.format(names="、".join(gone)) if gone else words.NOTHING_TO_GUARD
    screen().print(said)
    return CLEAN
