"""Public addresses that are written down when they move (R6-14): forms, and what they lead to."""

from collections.abc import Mapping
from typing import Final

COLUMN: Final = "/columns/{key}/"
OF_COLUMN: Final = (COLUMN, *(f"{COLUMN}{form}" for form in ("rss.xml", "atom.xml", "feed.json")))
"""Everything that is found below the address of a column."""
LONGEST: Final = 300
CLOSED_TO_ALL: Final = ("/desk/", "/api/")
"""Where no public page is."""


def leads_back(target: str, path: str, moves: Mapping[str, str]) -> bool:
    """Whether whoever goes to the target is led on until he comes to the path."""
    at, seen = target.partition("?")[0], set[str]()
    while at not in seen:
        if at == path:
            return True
        seen.add(at)
        at = moves.get(at, at).partition("?")[0]
    return False
