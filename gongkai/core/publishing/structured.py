"""Values of structured kinds (结构化内容) as they are looked for: numbers as numbers."""

from collections.abc import Mapping
from math import isfinite

from gongkai.core.publishing.kinds import FieldKind, Kind

Value = str | float
RANGED = (FieldKind.NUMBER, FieldKind.DAY)
"""Kinds of values that are looked for from one to another; the others by what they hold."""


def searchable(kind: Kind, written: Mapping[str, str]) -> dict[str, Value]:
    """The values of a kind's own fields; empty ones, and numbers that are none, are left out."""
    found = dict[str, Value]()
    for row in kind.fields:
        value = written.get(row.key, "").strip()
        number = number_of(value) if row.kind is FieldKind.NUMBER else None
        if number is not None:
            found[row.key] = number
        elif value and row.kind is not FieldKind.NUMBER:
            found[row.key] = value
    return found


def number_of(written: str) -> float | None:
    """The number that is written; None where it is none."""
    if not is_number(written):
        return None
    number = float(written)
    return number if isfinite(number) else None


def is_number(written: str) -> bool:
    """Whether it is digits, with a point at most."""
    whole, _, part = written.partition(".")
    return whole.isascii() and whole.isdecimal() and (not part or part.isdecimal())
