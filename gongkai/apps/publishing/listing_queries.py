"""Lists of what is public, page by page.

A list is put into words once and then only asked: for the numbers of a page, which an index gives
in their order, and for what is shown of these.
"""

from abc import abstractmethod
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Final, overload

from django.db import connection
from django.db.models import QuerySet

from gongkai.apps.organs.models import Organ
from gongkai.apps.publishing.models import Item, PublicText
from gongkai.apps.publishing.public_queries import moment

SHALLOW: Final = 200
KEPT: Final = 20_000
"""How many numbers of a list are kept in memory: eight bytes each."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list."""

    pk: int
    title: str
    index_number: str
    formed_on: date | None
    released_at: datetime
    organ: str
    summary: str


class Lines(Sequence[Listed]):
    """Lines of which only those that are looked at are asked for."""

    @overload
    def __getitem__(self, place: int) -> Listed: ...
    @overload
    def __getitem__(self, place: slice) -> list[Listed]: ...
    def __getitem__(self, place: int | slice) -> Listed | list[Listed]:
        if isinstance(place, int):
            return self._part(*slice(place, place + 1).indices(len(self))[:2])[0]
        return self._part(*place.indices(len(self))[:2])

    @abstractmethod
    def _part(self, first: int, last: int) -> list[Listed]: ...


class Listing(Lines):
    """Items in an order, and how many they are."""

    def __init__(self, rows: QuerySet[Item]) -> None:
        self.many = rows.order_by().count()
        self.statement, self.values = "", ()
        if self.many:  # what no row can fit cannot be put into words
            self.statement, self.values = rows.values_list("pk").query.sql_with_params()
        self.first: array[int] | None = None

    def __len__(self) -> int:
        return self.many

    def _part(self, first: int, last: int) -> list[Listed]:
        return listed(self._numbers(first, last - first)) if first < last else []

    def _numbers(self, first: int, many: int) -> list[int]:
        """Whoever goes deep goes on: then the first numbers are asked for all at once and kept."""
        if first < SHALLOW or first + many > KEPT:
            return self._asked(first, many)
        if self.first is None:
            self.first = array("q", self._asked(0, KEPT))
        return self.first[first : first + many].tolist()

    def _asked(self, first: int, many: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(f"{self.statement} LIMIT %s OFFSET %s", [*self.values, many, first])
            return [pk for (pk,) in cursor.fetchall()]


class Chosen(Lines):
    """Items of these numbers, in this order; what is shown of them is asked page by page."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def _part(self, first: int, last: int) -> list[Listed]:
        return listed(self.numbers[first:last])


def listed(numbers: Sequence[int]) -> list[Listed]:
    """What is shown of these items, in this order."""
    if not numbers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_statement(len(numbers)), numbers)
        rows = {row[0]: row for row in cursor.fetchall() if row[-1] == "released"}
    found = (rows[pk] for pk in numbers if pk in rows)
    return [
        Listed(pk, title, index, formed_on, moment(at), organ, summary or "")
        for pk, title, index, formed_on, at, organ, summary, _ in found
    ]


@cache
def _statement(many: int) -> str:
    item, organ, text = (row._meta.db_table for row in (Item, Organ, PublicText))
    return f"""
        SELECT i.id, i.title, i.index_number, i.formed_on, i.released_at, o.name, t.summary,
               i.state
          FROM {item} i
          JOIN {organ} o ON o.id = i.organ_id
          LEFT JOIN {text} t ON t.item_id = i.id
         WHERE i.id IN ({", ".join(["%s"] * many)})
    """  # noqa: S608 - names of our own tables
