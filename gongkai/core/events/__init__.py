"""What the areas announce to whom it may concern."""

from gongkai.core.events.event import Event, Plain, WorkdaysLoaded, kind, pack, unpack

__all__ = ["Event", "Plain", "WorkdaysLoaded", "kind", "pack", "unpack"]
