"""An entry of the journal in words, and what changed line by line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils.timezone import localtime

from gongkai.faces.desk.journal_words import (
    NO_ORGAN,
    UNKNOWN_ORGAN,
    subject_of,
    verb_of,
)

Cell = str | int | date | None
SIGNS = {"added": "新增", "removed": "删除", "changed": "改动", "same": "未变"}


class EntryRow(Protocol):
    """An entry as it is kept."""

    sequence: int
    at: datetime
    actor: str
    actor_name: str
    organ_id: int | None
    address: str
    agent: str
    verb: str
    subject: str
    before: object
    after: object
    cite: str
    algorithm: str
    digest: str


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry in words."""

    sequence: int
    at: datetime
    person: str
    organ: str
    verb: str
    subject: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after."""

    name: str
    before: str
    after: str
    state: str

    @property
    def sign(self) -> str:
        """What became of it, in a word."""
        return SIGNS[self.state]


def shown_entry(row: EntryRow, organs: Mapping[int, str]) -> ShownEntry:
    """An entry in words."""
    return ShownEntry(
        row.sequence,
        row.at,
        row.actor_name,
        NO_ORGAN if row.organ_id is None else organs.get(row.organ_id, UNKNOWN_ORGAN),
        verb_of(row.verb),
        subject_of(row.subject),
    )


def changes_of(before: object, after: object) -> list[Change]:
    """What changed, a line for each name."""
    old, new = _mapping(before), _mapping(after)
    return [_change(name, old, new) for name in sorted({*old, *new})]


def cells_of(row: EntryRow, organs: Mapping[int, str]) -> list[Cell]:
    """An entry as a row of the exported table."""
    shown = shown_entry(row, organs)
    who = (f"{localtime(row.at):%Y-%m-%d %H:%M:%S}", row.actor_name, row.actor, shown.organ)
    what = (shown.verb, row.subject, _text(row.before), _text(row.after), row.cite)
    return [row.sequence, *who, *what, row.address, row.agent, row.algorithm, row.digest]


def _mapping(values: object) -> dict[str, object]:
    return dict(values) if isinstance(values, dict) else {}


def _change(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> Change:
    if name not in old:
        state = "added"
    elif name not in new:
        state = "removed"
    else:
        state = "same" if old[name] == new[name] else "changed"
    return Change(name, _text(old.get(name)), _text(new.get(name)), state)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
