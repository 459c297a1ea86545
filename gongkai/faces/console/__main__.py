"""The console: python -m gongkai.faces.console report|journal|deadline|fee …"""

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from types import TracebackType

import django

from gongkai.faces.console import words
from gongkai.faces.console.arguments import parser

INTERRUPTED, CLOSED, BROKEN = 130, 141, 70
COMMANDS = "gongkai.faces.console.commands"
PLACES = {
    "report": COMMANDS,
    "journal": f"{COMMANDS}.journal",
    "deadline": COMMANDS,
    "fee": COMMANDS,
}
WITH_DATABASE = {"journal", "deadline"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; only its own module is loaded, so that it starts at once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.defaults")
    line = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if line.area in WITH_DATABASE:
            django.setup()
        code = int(import_module(f"{PLACES[line.area]}.{line.command}").run(line))
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write(f"{words.STOPPED}\n")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED
    return code


def say_broken(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one sentence that the program itself failed, and keep the details in a file."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="gongkai-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("".join(traceback.format_exception(kind, error, trace)))
    sys.stderr.write(words.BROKEN.format(what=kind.__name__, path=file.name) + "\n")


if __name__ == "__main__":
    sys.excepthook = say_broken
    sys.exit(main())
