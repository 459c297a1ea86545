"""What is checked: an item's texts with those of its attachments, and what is known about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PartKind(StrEnum):
    """Where a text stands."""

    TITLE = "title"
    SUMMARY = "summary"
    BODY = "body"
    FIELD = "field"
    FILE = "file"
    FILE_HIDDEN = "file_hidden"
    FILE_NAME = "file_name"


@dataclass(frozen=True, slots=True)
class Part:
    """One text to check. `key` names it for good: `title`, `body`, `file:12`, `file:12:3`.

    `label` is what a person calls the place (`附件“预算表.xlsx”的隐藏工作表`). A part of kind
    FILE_HIDDEN is text that a reader of the file does not see at once: hidden sheets, comments,
    deleted text of tracked changes, properties. In a part that is a table, cells are parted by
    tabs and rows by line ends, so that a column's head and cells can be told apart.
    """

    key: str
    label: str
    text: str
    kind: PartKind = PartKind.BODY


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an embedded resource in the body: its address, its words, and whether it was
    found to be reachable (None: not known yet); `fault` says in Chinese why it was not."""

    address: str
    words: str = ""
    reachable: bool | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the body: its address and the words that stand for it."""

    address: str
    alt: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the body: whether it has heads, and its caption."""

    has_heads: bool
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the item. `is_read`: whether its text could be read; `remains`: what
    is still hidden in it after cleaning (`宏`, `修订痕迹` …)."""

    key: str
    name: str
    is_read: bool = True
    remains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentFacts:
    """What is known about the item apart from its texts; empty means that nothing was entered."""

    kind: str = ""
    source: str = ""
    author: str = ""
    formed_on: date | None = None
    keywords: tuple[str, ...] = ()
    catalogue_code: str = ""
    disclosure_class: str = ""
    document_number: str = ""
    needs_interpretation: bool = False
    has_interpretation: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is checked of one revision."""

    parts: tuple[Part, ...]
    facts: ContentFacts = ContentFacts()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()
    attachments: tuple[Attachment, ...] = field(default=())

    def part(self, key: str) -> Part | None:
        """The part of that name."""
        return next((part for part in self.parts if part.key == key), None)

    def of(self, *kinds: PartKind) -> Iterator[Part]:
        """The parts of these kinds, in their order."""
        return (part for part in self.parts if part.kind in kinds)
