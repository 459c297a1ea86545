"""How the same number is written: full-width, with separators, with a unit, with decimals."""

from collections.abc import Callable
from random import Random

from tests.factories.model import Sheet, Value

FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in "0123456789.-"}


def full_width(value: Value) -> str:
    """In full-width characters."""
    return str(value).translate(FULL_WIDTH)


def thousands(value: Value) -> str:
    """1,259."""
    return f"{value:,}" if value is not None else ""


def decimals(value: Value) -> str:
    """14.0, as a spreadsheet writes it."""
    return f"{value}.0" if isinstance(value, int) else str(value)


def with_unit(value: Value) -> str:
    """14件."""
    return f"{value}件"


def padded(value: Value) -> str:
    """With stray spaces."""
    return f" {value} "


WRITINGS: dict[str, Callable[[Value], str]] = {
    "full_width": full_width,
    "thousands": thousands,
    "decimals": decimals,
    "with_unit": with_unit,
    "padded": padded,
}


def written(rng: Random, sheet: Sheet, name: str) -> Sheet:
    """Write all numbers of the sheet, or of one table, in that way."""
    write = WRITINGS[name]
    head = rng.choice(("", "table2", "applications"))
    changes = {
        path: write(value)
        for path, value in sheet.values.items()
        if value is not None and path.startswith(head) and not path.endswith(("fees_wan", "amount"))
    }
    return sheet.written(changes)
