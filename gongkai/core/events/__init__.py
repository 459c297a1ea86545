"""What the areas announce to whom it may concern."""

from gongkai.core.events.event import (
    Event,
    ItemReleased,
    ItemWithdrawn,
    Plain,
    RevisionSubmitted,
    WorkdaysLoaded,
    kind,
    pack,
    unpack,
)

__all__ = [
    "Event",
    "ItemReleased",
    "ItemWithdrawn",
    "Plain",
    "RevisionSubmitted",
    "WorkdaysLoaded",
    "kind",
    "pack",
    "unpack",
]
