"""Public addresses that are written down when they move (R6-14): their forms and what they lead to.

An address of the site is a path; whoever pastes one with the site's own domain means the path.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

COLUMN: Final = "/columns/{key}/"
OF_COLUMN: Final = (COLUMN, *(f"{COLUMN}{form}" for form in ("rss.xml", "atom.xml", "feed.json")))
"""Everything that is found below the address of a column."""
LONGEST: Final = 300
CLOSED_TO_ALL: Final = ("/desk/", "/api/")
"""Where no public page is."""


def pathed(said: str, domain: str) -> str | None:
    """The path that somebody means; None for what leads to another site, or to none of ours."""
    try:
        parts = urlsplit(said.strip())
    except ValueError:
        return None
    is_ours = parts.hostname is None or parts.hostname == domain.lower()
    if parts.scheme not in {"", "http", "https"} or not is_ours:
        return None
    path = unquote(parts.path)
    fits = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return f"{path}?{parts.query}" if fits and parts.query else path if fits else None


def leads_back(target: str, path: str, moves: Mapping[str, str]) -> bool:
    """Whether whoever goes to the target is led on until he comes to the path."""
    at, seen = target.partition("?")[0], set[str]()
    while at not in seen:
        if at == path:
            return True
        seen.add(at)
        at = moves.get(at, at).partition("?")[0]
    return False
