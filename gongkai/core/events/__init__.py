"""What the areas announce to whom it may concern."""

from gongkai.core.events.event import (
    ApplicationConverted,
    ApplicationRegistered,
    ApplicationReplied,
    DecisionCorrected,
    DisputeClosed,
    DisputeOpened,
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
    "ApplicationConverted",
    "ApplicationRegistered",
    "ApplicationReplied",
    "DecisionCorrected",
    "DisputeClosed",
    "DisputeOpened",
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
