"""What a verification came to, on the screen, and how far it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.utils.timezone import localtime
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from gongkai.apps.journal.flaws import Flaw
from gongkai.apps.journal.verify import Verdict
from gongkai.faces.console import words
from gongkai.faces.console.screen import complaints, screen


@contextmanager
def watched(total: int) -> Iterator[Callable[[int], None]]:
    """A bar while there is a terminal to look at it."""
    columns = (TextColumn(words.VERIFYING), BarColumn(), MofNCompleteColumn())
    console = complaints()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(words.VERIFYING, total=total)
        yield lambda checked: bar.update(task, completed=checked)


def say_verdict(verdict: Verdict) -> None:
    """Say that the chain is whole, or where it is not."""
    if verdict.whole:
        last = verdict.last.sequence if verdict.last else 0
        said = words.CHAIN_WHOLE.format(checked=verdict.checked, first=verdict.first, last=last)
        screen().print(said)
        return
    said = words.CHAIN_BROKEN.format(checked=verdict.checked, flaws=verdict.flaw_count)
    screen().print(said)
    for flaw in verdict.flaws:
        screen().print(line_of(flaw))
    if rest := verdict.flaw_count - len(verdict.flaws):
        screen().print(words.MORE_FLAWS.format(count=rest))


def line_of(flaw: Flaw) -> str:
    """One flaw: which entries, the moment written there, what differs."""
    at = words.CHAIN_AT.format(at=localtime(flaw.at)) if flaw.at else ""
    return words.CHAIN_FLAW.format(place=flaw.place, at=at, what=flaw.what)
