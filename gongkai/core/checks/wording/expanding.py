"""Conditions on what stands beside a word, made into plain entries that need none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gongkai.core.checks.wording.entry import Entry

FOLLOWED, NOT_FOLLOWED, PRECEDED, NOT_PRECEDED = "后接", "不后接", "前接", "不前接"
ALWAYS: Final = frozenset({"", "总是", "always"})
COLONS: Final = str.maketrans("：", ":")
PARTS: Final = "|"


class BadConditionError(ValueError):
    """The condition cannot be understood."""


def expanded(entry: Entry, condition: str) -> Iterator[Entry]:
    """The entries that together say the same as the entry under its condition: one for each
    neighbour it must have; or the entry itself, let pass beside each it must not have."""
    if condition in ALWAYS:
        yield entry
        return
    way, _, said = condition.translate(COLONS).partition(":")
    words = tuple(word.strip() for word in said.split(PARTS) if word.strip())
    if not words:
        raise BadConditionError(condition)
    if way == FOLLOWED:
        yield from (_longer(entry, "", word) for word in words)
    elif way == PRECEDED:
        yield from (_longer(entry, word, "") for word in words)
    elif way == NOT_FOLLOWED:
        yield replace(entry, contexts=(*entry.contexts, *(entry.wrong + word for word in words)))
    elif way == NOT_PRECEDED:
        yield replace(entry, contexts=(*entry.contexts, *(word + entry.wrong for word in words)))
    else:
        raise BadConditionError(condition)


def _longer(entry: Entry, before: str, after: str) -> Entry:
    right = f"{before}{entry.right}{after}" if entry.right else ""
    return replace(entry, wrong=f"{before}{entry.wrong}{after}", right=right)
