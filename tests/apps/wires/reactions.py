"""A listener for the tests: it keeps what it was told."""

from gongkai.core.events import Event, WorkdaysLoaded

heard: list[Event] = []
LISTENERS = {WorkdaysLoaded: (f"{__name__}.hear", f"{__name__}.hear")}
NOBODY: dict[type[Event], tuple[str, ...]] = {}


def hear(event: Event) -> None:
    """Keep the event."""
    heard.append(event)
