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


@dataclass(frozen=True, slots=True)
class ApplicationConverted(Event):
    """What was disclosed on application is to be public for everybody; a draft is to be opened.

    `number` is the application's in the register, `at` the moment as an ISO text.
    """

    organ_id: int
    number: str
    title: str
    at: str
    actor_key: str
    actor_name: str


@dataclass(frozen=True, slots=True)
class ApplicationRegistered(Event):
    """An application has a number, or its day of receipt is known now; a receipt is to be written.

    `at` is the moment as an ISO text.
    """

    application_id: int
    at: str


@dataclass(frozen=True, slots=True)
class ApplicationReplied(Event):
    """A reply to an application has been issued; the case is closed."""

    application_id: int
    reply_id: int


@dataclass(frozen=True, slots=True)
class DisputeOpened(Event):
    """A reconsideration or a lawsuit has been entered; without an application where it is old."""

    dispute_id: int
    application_id: int | None


@dataclass(frozen=True, slots=True)
class DisputeClosed(Event):
    """A dispute has come to `result`, a column of Table 4."""

    dispute_id: int
    application_id: int | None
    result: str


@dataclass(frozen=True, slots=True)
class DecisionCorrected(Event):
    """What was decided on an application has to be done again; its case is to be opened anew.

    `reason` names the decision that asks for it, `day` is when that arrived, `until` the day it
    sets for it; both as ISO texts, `until` empty where it sets none.
    """

    application_id: int
    dispute_id: int
    organ_id: int
    reason: str
    day: str
    at: str
    actor_key: str
    actor_name: str
    until: str = ""


KINDS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (
        WorkdaysLoaded,
        RevisionSubmitted,
        ItemReleased,
        ItemWithdrawn,
        ApplicationConverted,
        ApplicationRegistered,
        ApplicationReplied,
        DisputeOpened,
        DisputeClosed,
        DecisionCorrected,
    )
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
