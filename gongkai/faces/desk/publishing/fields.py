"""Filters of a structured kind: one for each of its values, in the address as `f-…`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest

from gongkai.apps.publishing.field_queries import FieldWanted
from gongkai.core.publishing.kinds import KIND, Field, FieldKind
from gongkai.core.publishing.structured import RANGED, Value, number_of
from gongkai.faces.desk.organs.listing import day_of

PREFIX: Final = "f-"
FROM, TO = "-from", "-to"


@dataclass(frozen=True, slots=True)
class FieldFilter:
    """One filter as the page shows it, with what was typed."""

    name: str
    label: str
    unit: str
    input: str
    choices: tuple[str, ...]
    is_ranged: bool
    text: str
    least: str
    most: str


def field_filters(request: HttpRequest, kind: str) -> list[FieldFilter]:
    """The filters of a kind; none for a kind without values of its own."""
    asked = request.GET
    return [
        FieldFilter(
            name=(name := f"{PREFIX}{row.key}"),
            label=row.label,
            unit=row.unit,
            input="date" if row.kind is FieldKind.DAY else "text",
            choices=row.choices,
            is_ranged=row.kind in RANGED,
            text=asked.get(name, "").strip(),
            least=asked.get(f"{name}{FROM}", "").strip(),
            most=asked.get(f"{name}{TO}", "").strip(),
        )
        for row in _fields(kind)
    ]


def fields_wanted(request: HttpRequest, kind: str) -> tuple[FieldWanted, ...]:
    """What the address asks of the values; what cannot be read is left out."""
    return tuple(_wanted(request, kind))


def _wanted(request: HttpRequest, kind: str) -> Iterator[FieldWanted]:
    rows = {f"{PREFIX}{row.key}": row for row in _fields(kind)}
    for shown in field_filters(request, kind):
        row = rows[shown.name]
        least, most = _bound(row, shown.least), _bound(row, shown.most)
        if shown.text or least is not None or most is not None:
            yield FieldWanted(row.key, shown.text, least, most)


def _fields(kind: str) -> tuple[Field, ...]:
    return KIND[kind].fields if kind in KIND else ()


def _bound(row: Field, written: str) -> Value | None:
    if row.kind is FieldKind.NUMBER:
        return number_of(written)
    day = day_of(written)
    return None if day is None else day.isoformat()
