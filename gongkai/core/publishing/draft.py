"""What is written about an item: the working copy of an edition, and what a revision freezes."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256

from gongkai.core.publishing.channels import Source

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A stored file that goes with the item, and the name the public sees."""

    file_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is written. `body` is sanitised HTML; `formed_on` a day as 2025-06-30, or empty;
    `fields` are the values of a structured kind; `interprets` the numbers of the items that this
    one interprets; `source_address` where a reprint comes from."""

    title: str = ""
    summary: str = ""
    body: str = ""
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    source: str = Source.ORIGINAL.value
    source_name: str = ""
    source_address: str = ""
    formed_on: str = ""
    document_number: str = ""
    catalogue_code: str = ""
    is_key: bool = False
    disclosure_class: str = ""
    ground: str = ""
    class_reason: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[AttachedFile, ...] = ()
    interprets: tuple[int, ...] = ()

    @property
    def day(self) -> date | None:
        """The day it was formed; None where it is not a day."""
        try:
            return date.fromisoformat(self.formed_on)
        except ValueError:
            return None

    def pack(self) -> dict[str, Json]:
        """Plain values, ready to be stored: with lists, as they come back from there."""
        packed: dict[str, Json] = asdict(replace(self, fields=dict(self.fields)))
        packed |= {name: list(getattr(self, name)) for name in LISTS}
        return packed | {"attachments": [asdict(row) for row in self.attachments]}

    @property
    def digest(self) -> str:
        """Two drafts that say the same have the same."""
        text = json.dumps(self.pack(), ensure_ascii=False, sort_keys=True)
        return sha256(text.encode()).hexdigest()


def unpack(stored: Mapping[str, Json]) -> Draft:
    """The draft that was packed; what is missing or of another shape is left empty."""
    empty = Draft()
    values: dict[str, object] = {}
    for name, value in stored.items():
        if name in LISTS and isinstance(value, list):
            values[name] = tuple(value)
        elif name == "attachments" and isinstance(value, list):
            values[name] = tuple(_attached(row) for row in value if isinstance(row, dict))
        elif name == "fields" and isinstance(value, dict):
            values[name] = {key: str(said) for key, said in value.items()}
        elif name in PLAIN and isinstance(value, type(getattr(empty, name))):
            values[name] = value
    return replace(empty, **values)  # type: ignore[arg-type] # the shapes are checked above


def _attached(row: Mapping[str, Json]) -> AttachedFile:
    number = row.get("file_id")
    return AttachedFile(number if isinstance(number, int) else 0, str(row.get("name") or ""))


LISTS = frozenset({"keywords", "tags", "interprets"})
PLAIN = frozenset(Draft.__slots__) - LISTS - {"attachments", "fields"}
