"""A comparison on the screen: the cells that are not zero, what differs marked."""

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gongkai.apps.reports.comparing import Comparison, Line
from gongkai.core.reports.report import Number
from gongkai.faces.console import words
from gongkai.faces.console.screen import INK
from gongkai.faces.console.showing.findings import show_findings

LABEL, NUMBER = 24, 7
MOST = 8
"""More reports than that do not fit on a screen; files have them all."""


def show_comparison(console: Console, comparison: Comparison, *, everything: bool = False) -> None:
    """Print the numbers side by side, then what does not agree."""
    console.print(Text(comparison.title, style="bold"))
    console.print(words.DIFFERENT)
    if len(comparison.names) > MOST:
        console.print(words.MORE_NAMES.format(shown=MOST, count=len(comparison.names)))
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column(words.CELL, min_width=LABEL, overflow="fold")
    for name in comparison.names[:MOST]:
        table.add_column(name, justify="right", min_width=NUMBER, overflow="fold")
    table.add_column("")
    for line in comparison.lines:
        if line.differs or (any(line.numbers) and _telling(line.name)):
            table.add_row(*_row(line), style=INK["wrong"] if line.differs else None)
    console.print(table)
    show_findings(console, comparison.findings, everything=everything)


def _telling(name: str) -> bool:
    """Of table 3 the totals tell enough, unless something does not agree."""
    return not name.startswith("applications.") or name.endswith(".total")


def _row(line: Line) -> tuple[str, ...]:
    numbers = map(_number, line.numbers[:MOST])
    return (line.label, *numbers, "≠" if line.differs else "")


def _number(value: Number | None) -> str:
    return "－" if value is None else str(value)
