"""How far a run is: a bar where a person looks, a line now and then where nobody does."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from gongkai.faces.console import words
from gongkai.faces.console.batch.run import Tally

SPOKEN_EVERY = 10.0
DRAWN_EVERY = 0.1


@contextmanager
def progress(console: Console, total: int) -> Iterator[Callable[[Tally], None]]:
    """Show progress on the console until the block ends."""
    if not console.is_terminal:
        yield _sometimes(SPOKEN_EVERY, lambda tally: console.print(_line(tally, total)))
        return
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    with bar:
        task = bar.add_task(words.READING, total=total)

        def draw(tally: Tally) -> None:
            about = words.BAR.format(unreadable=tally.unreadable)
            bar.update(task, completed=tally.files, description=about)

        yield _sometimes(DRAWN_EVERY, draw)


def _sometimes(seconds: float, say: Callable[[Tally], None]) -> Callable[[Tally], None]:
    """Pass on what is heard, but not more often than that."""
    last = time.monotonic()

    def hear(tally: Tally) -> None:
        nonlocal last
        if time.monotonic() - last >= seconds:
            last = time.monotonic()
            say(tally)

    return hear


def _line(tally: Tally, total: int) -> str:
    return words.PROGRESS_LINE.format(files=tally.files, total=total, unreadable=tally.unreadable)
