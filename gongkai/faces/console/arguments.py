"""The command line: every command with its arguments, and bad usage said in one sentence."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

from gongkai.faces.console import words

BAD_USAGE = 2


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help that begins in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin the line of usage with our own word."""
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that answers bad usage with one plain sentence."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog, description=description, formatter_class=_Help, add_help=False, allow_abbrev=False
        )
        self.given = self.add_argument_group(words.ARGUMENTS)
        self.options = self.add_argument_group(words.OPTIONS)
        self.options.add_argument("-h", "--help", action="help", help=words.HELP)

    def commands(self, name: str) -> "argparse._SubParsersAction[Parser]":
        """Make room for commands; the chosen one is put under that name."""
        return self.add_subparsers(
            title=words.COMMANDS,
            dest=name,
            metavar=words.COMMANDS,
            required=True,
            parser_class=Parser,
        )

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong with the command line."""
        what = message
        for pattern, sentence in words.TRANSLATED:
            if re.fullmatch(pattern, message):
                what = re.sub(pattern, sentence, message)
                break
        sys.stderr.write(words.BAD_USAGE.format(what=what, program=self.prog) + "\n")
        sys.exit(BAD_USAGE)


def parser() -> Parser:
    """The whole command line."""
    whole = Parser("gk", words.PROGRAM)
    areas = whole.commands("area")
    for area, (title, members) in AREAS.items():
        commands = areas.add_parser(area, description=title, help=title).commands("command")
        for name, (description, fill) in members.items():
            fill(commands.add_parser(name, description=description, help=description))
    for name, (description, fill) in ALONE.items():
        command = areas.add_parser(name, description=description, help=description)
        command.set_defaults(command=name)
        fill(command)
    return whole


def _read(command: Parser) -> None:
    _files(command)
    _outputs(command)


def _check(command: Parser) -> None:
    _files(command)
    command.options.add_argument("--all", action="store_true", help=words.ALL_FINDINGS)
    _outputs(command)


def _rollup(command: Parser) -> None:
    _check(command)
    command.options.add_argument(
        "--region", type=Path, metavar=words.FILE_METAVAR, help=words.REGION
    )
    command.options.add_argument(
        "--roster", type=Path, metavar=words.FILE_METAVAR, help=words.ROSTER
    )


def _batch(command: Parser) -> None:
    command.given.add_argument("folder", type=Path, metavar=words.FOLDER_METAVAR, help=words.FOLDER)
    command.options.add_argument(
        "--out", type=Path, required=True, metavar=words.FOLDER_METAVAR, help=words.OUT
    )
    command.options.add_argument(
        "--workers", type=_positive, default=0, metavar=words.NUMBER_METAVAR, help=words.WORKERS
    )
    command.options.add_argument(
        "--seconds", type=_positive, default=120, metavar=words.NUMBER_METAVAR, help=words.SECONDS
    )
    command.options.add_argument("--fresh", action="store_true", help=words.FRESH)
    command.options.add_argument(
        "--no-sources", dest="sources", action="store_false", help=words.NO_SOURCES
    )


def _verify(command: Parser) -> None:
    command.options.add_argument(
        "--seal",
        type=Path,
        action="append",
        default=[],
        metavar=words.FILE_METAVAR,
        help=words.SEAL_GIVEN,
    )


def _seal(command: Parser) -> None:
    command.options.add_argument(
        "--out", type=Path, metavar=words.OUT_METAVAR, help=words.SEAL_FILE
    )


def _deadline(command: Parser) -> None:
    command.given.add_argument(
        "received", type=_day, metavar=words.DAY_METAVAR, help=words.RECEIVED
    )
    command.options.add_argument(
        "--pause",
        nargs=2,
        type=_day,
        action="append",
        default=[],
        metavar=words.PAUSE_METAVARS,
        help=words.PAUSE,
    )
    command.options.add_argument("--extended", action="store_true", help=words.EXTENDED)
    command.options.add_argument("--json", action="store_true", help=words.JSON_ONE)


def _fee(command: Parser) -> None:
    method = command.options.add_mutually_exclusive_group(required=True)
    for name, sentence in (("--items", words.ITEMS), ("--pages", words.PAGES)):
        method.add_argument(name, type=_count, metavar=words.NUMBER_METAVAR, help=sentence)
    command.options.add_argument(
        "--before", type=_count, default=0, metavar=words.NUMBER_METAVAR, help=words.BEFORE
    )
    command.options.add_argument("--json", action="store_true", help=words.JSON_ONE)


def _nothing(_command: Parser) -> None:
    """The command takes nothing."""


def _files(command: Parser) -> None:
    command.given.add_argument(
        "files", nargs="+", type=Path, metavar=words.FILE_METAVAR, help=words.FILES
    )


def _outputs(command: Parser) -> None:
    options = command.options
    options.add_argument("--json", action="store_true", help=words.JSON)
    options.add_argument("--html", type=Path, metavar=words.OUT_METAVAR, help=words.HTML)
    options.add_argument("--xlsx", type=Path, metavar=words.OUT_METAVAR, help=words.XLSX)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _count(text: str) -> int:
    if not COUNT.fullmatch(text):
        raise ValueError
    return int(text)


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError
    return date.fromisoformat(text)


COUNT = re.compile("[0-9]{1,6}")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
Commands = dict[str, tuple[str, Callable[[Parser], None]]]
REPORT: Commands = {
    "read": (words.READ, _read),
    "check": (words.CHECK, _check),
    "compare": (words.COMPARE, _check),
    "rollup": (words.ROLLUP, _rollup),
    "batch": (words.BATCH, _batch),
}
JOURNAL: Commands = {
    "verify": (words.VERIFY, _verify),
    "seal": (words.SEAL, _seal),
    "expire": (words.EXPIRE, _nothing),
    "guard": (words.GUARD, _nothing),
}
AREAS: dict[str, tuple[str, Commands]] = {
    "report": (words.REPORT, REPORT),
    "journal": (words.JOURNAL, JOURNAL),
}
ALONE: Commands = {
    "deadline": (words.DEADLINE, _deadline),
    "fee": (words.FEE, _fee),
}
"""Commands of no area."""
