"""JSON Feed, and plain lists of objects in JSON."""

import json
from collections.abc import Iterator, Mapping

from gongkai.adapters.feeds.faults import ENTRY, Place, about_file, about_row
from gongkai.adapters.feeds.fields import LISTS, NAMES, Field, named
from gongkai.adapters.feeds.refusing import FeedError
from gongkai.adapters.feeds.rows import Row

KIND = "JSON"
JOINT = "、"
DEEPEST = 3  # lists stand at most so deep inside other things
RANKS = {name: rank for names in NAMES.values() for rank, name in enumerate(names)}


def of_json(name: str, text: str) -> Iterator[Row]:
    """The entries of a list. Raises FeedError."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as error:
        raise FeedError(
            about_file("FEED-DAMAGED-AT", name=name, kind=KIND, line=error.lineno)
        ) from error
    except (ValueError, RecursionError) as error:
        raise FeedError(about_file("FEED-DAMAGED", name=name, kind=KIND)) from error
    found = _list(said, DEEPEST)
    if found is None:
        raise FeedError(about_file("FEED-KIND", name=name))
    source = said.get("title") if isinstance(said, dict) else None
    for number, item in enumerate(found, start=1):
        yield _row(number, item, source if isinstance(source, str) else "")


def _list(said: object, depth: int) -> list[object] | None:
    """The list of entries, itself or under one of the usual names."""
    if isinstance(said, list):
        return said
    if not isinstance(said, dict) or not depth:
        return None
    lists = (_list(said[name], depth - 1) for name in LISTS if name in said)
    return next((found for found in lists if found is not None), None)


def _row(number: int, item: object, source: str) -> Row:
    if not isinstance(item, Mapping):
        fault = about_row("FEED-ROW-KIND", Place(number, ENTRY))
        return Row(number, {}, faults=(fault,), unit=ENTRY)
    values: dict[Field, str] = {Field.SOURCE: source} if source else {}
    columns: dict[Field, str] = {}
    faults = []
    for name in sorted(item, key=lambda key: RANKS.get(key.lower(), 0), reverse=True):
        field = named(name)
        if field is None or item[name] in (None, ""):
            continue
        text = _text(item[name])
        columns[field] = name
        if text is None:
            faults.append(about_row("FEED-VALUE", Place(number, ENTRY, field, name)))
        else:
            values[field] = text
    return Row(number, values, columns, tuple(faults), ENTRY)


def _text(value: object) -> str | None:
    """A value as text; texts in a list are joined; none for what is no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.0f}" if float(value).is_integer() else str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return JOINT.join(value)
    return None
