"""The screen: colour where a person looks, plain text where a program reads."""

import sys

from rich.console import Console

PLAIN_WIDTH = 100
STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "information": "cyan",
    "uncertain": "magenta",
    "not_assessable": "dim",
    "pass": "green",
}
INK = {"wrong": "bold red", "warned": "yellow", "doubted": "bold magenta", "blank": "dim"}


def screen() -> Console:
    """Where results go."""
    return _console(errors=False)


def complaints() -> Console:
    """Where sentences about what went wrong go, so that results stay clean in a pipe."""
    return _console(errors=True)


def _console(*, errors: bool) -> Console:
    terminal = (sys.stderr if errors else sys.stdout).isatty()
    return Console(
        stderr=errors,
        width=None if terminal else PLAIN_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not terminal,
    )
