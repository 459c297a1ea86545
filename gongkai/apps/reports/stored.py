"""Values of the core as bytes and back: what is stored of a reading, exactly as it was read.

JSON says text, whole numbers, true and null; everything else carries the name of its type, so that
what comes back equals what was put in. A field that has its default is left out.
"""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import Citation, Statute
from gongkai.core.ports import Document, DocumentKind, Grid, GridCell, Place, TextLine
from gongkai.core.reports.report import (
    Breakdown,
    Cell,
    Doubt,
    Figure,
    Line,
    Narrative,
    Report,
    RowLayout,
    Section,
    TableLayout,
)

Data = None | bool | int | str | list["Data"] | dict[str, "Data"]

VALUES: dict[str, Callable[..., object]] = {
    kind.__name__: kind
    for kind in (
        Breakdown,
        Cell,
        Citation,
        Document,
        Doubt,
        Evidence,
        Figure,
        Finding,
        Grid,
        GridCell,
        Line,
        Narrative,
        Place,
        Report,
        RowLayout,
        Section,
        Statute,
        TableLayout,
        TextLine,
    )
}
WORDS: dict[str, type[StrEnum]] = {kind.__name__: kind for kind in (DocumentKind, Severity, Status)}


def pack(value: object) -> bytes:
    """Write a value of the core as compressed JSON."""
    text = json.dumps(as_data(value), ensure_ascii=True, separators=(",", ":"))
    return zlib.compress(text.encode("ascii"), level=6)


def unpack(packed: bytes | memoryview) -> object:
    """Read back what `pack` wrote."""
    return from_data(json.loads(zlib.decompress(packed)))


def as_data(value: object) -> Data:
    """Say a value in JSON."""
    if isinstance(value, StrEnum):
        return {type(value).__name__: value.value}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    if isinstance(value, Mapping):
        return {"map": {str(key): as_data(item) for key, item in value.items()}}
    return _named(value)


def _named(value: object) -> Data:
    name = type(value).__name__
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if name not in VALUES or not is_dataclass(value):
        message = f"a reading does not hold a {name}"
        raise TypeError(message)
    return {
        name: {
            field.name: as_data(given)
            for field in fields(value)
            if (given := getattr(value, field.name)) != _default(field)
        }
    }


def _default(field: "Field[object]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def from_data(data: Data) -> object:
    """Build the value again."""
    if isinstance(data, list):
        return tuple(from_data(item) for item in data)
    if not isinstance(data, dict):
        return data
    ((name, content),) = data.items()
    if name in WORDS:
        return WORDS[name](str(content))
    if isinstance(content, dict):
        inner = {key: from_data(item) for key, item in content.items()}
        return inner if name == "map" else VALUES[name](**inner)
    return _scalar(name, str(content))


def _scalar(name: str, text: str) -> object:
    return Decimal(text) if name == "decimal" else date.fromisoformat(text)
