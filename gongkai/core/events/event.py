"""Events: facts in the past tense that other areas may react to.

An event holds only plain values (numbers, texts), because it waits in a table until the worker
hands it over.
"""

from dataclasses import dataclass, fields

Plain = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has happened."""


@dataclass(frozen=True, slots=True)
class WorkdaysLoaded(Event):
    """The working days of a year have been entered; due days in it are no longer provisional."""

    year: int


@dataclass(frozen=True, slots=True)
class RevisionSubmitted(Event):
    """A revision has been sent to review; its links can be looked at."""

    revision_id: int


@dataclass(frozen=True, slots=True)
class ItemReleased(Event):
    """An item has been released, or released anew with another revision."""

    item_id: int
    revision_id: int


@dataclass(frozen=True, slots=True)
class ItemWithdrawn(Event):
    """An item is no longer public: withdrawn, replaced, or made not public."""

    item_id: int


KINDS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (WorkdaysLoaded, RevisionSubmitted, ItemReleased, ItemWithdrawn)
}


def kind(event: Event) -> str:
    """The name under which an event of this kind waits and is listened to."""
    return type(event).__name__


def pack(event: Event) -> dict[str, Plain]:
    """The event's values, ready to be stored."""
    return {field.name: getattr(event, field.name) for field in fields(event)}


def unpack(name: str, values: dict[str, Plain]) -> Event:
    """The event that was packed under that name."""
    return KINDS[name](**values)
