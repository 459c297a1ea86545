"""What an address of the portal may ask: a few names, each with a shape; all else is not heard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, QueryDict

from gongkai.core.publishing.catalogue import ENTRY

PER_PAGE: Final = 20
MOST_DIGITS: Final = 6
LONGEST: Final = 40
MOST_WORDS: Final = 5
ARTICLES: Final = frozenset({"20", "21"})
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Param:
    """One name in the query of an address, and how its value is read: empty where it is odd."""

    name: str
    reading: Callable[[str], str]

    def read(self, query: QueryDict) -> str:
        """The value in one shape."""
        return self.reading(query.get(self.name, "")[: LONGEST * 4])


def _number(said: str) -> str:
    is_number = said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS
    return str(int(said)) if is_number and int(said) else ""


def _later_page(said: str) -> str:
    return "" if _number(said) == "1" else _number(said)


def _code(said: str) -> str:
    return said if said in ENTRY or said in ARTICLES else ""


def _words(said: str) -> str:
    clean = "".join(sign if sign.isprintable() else " " for sign in said)
    return " ".join(clean[:LONGEST].split()[:MOST_WORDS])


PAGE: Final = Param("page", _later_page)
ORGAN: Final = Param("organ", _number)
CODE: Final = Param("code", _code)
WORDS: Final = Param("q", _words)


def page_of(request: HttpRequest, rows: Sequence[Row]) -> Page[Row]:
    """The page asked for; the last one where there are not so many."""
    return Paginator(rows, PER_PAGE).get_page(PAGE.read(request.GET) or 1)


def organ_asked(request: HttpRequest) -> int | None:
    """The organ the address names."""
    said = ORGAN.read(request.GET)
    return int(said) if said else None


def pages_address(request: HttpRequest) -> str:
    """The address to which a page's number is to be added."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"?{query.urlencode()}&page=" if query else "?page="
