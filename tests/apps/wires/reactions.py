"""Listeners for the tests: one keeps what it was told, one fails, one ends its worker."""

import os
import signal

from gongkai.core.events import Event, WorkdaysLoaded

heard: list[Event] = []
LISTENERS = {WorkdaysLoaded: (f"{__name__}.hear", f"{__name__}.hear")}
FAILING = {WorkdaysLoaded: (f"{__name__}.fail",)}
DEADLY = {WorkdaysLoaded: (f"{__name__}.die",)}
NOBODY: dict[type[Event], tuple[str, ...]] = {}


def hear(event: Event) -> None:
    """Keep the event."""
    heard.append(event)


def fail(event: Event) -> None:
    """Cannot."""
    message = f"{event} is too much"
    raise ValueError(message)


def die(_event: Event) -> None:
    """Kill the worker, as a machine that runs out of memory does."""
    os.kill(os.getpid(), signal.SIGKILL)
