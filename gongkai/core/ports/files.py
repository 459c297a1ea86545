"""The ports for files that go with an item (附件): the gate, the reader, the cleaner."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from gongkai.core.ports.documents import ReadingLimits


class FileKind(StrEnum):
    """The kinds of file that are let in; each value is the extension that belongs to it."""

    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    PDF = "pdf"
    OFD = "ofd"
    JPEG = "jpg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    TEXT = "txt"
    CSV = "csv"
    MARKDOWN = "md"

    @property
    def is_picture(self) -> bool:
        """Whether a browser shows it within a page."""
        return self in PICTURES

    @property
    def media_type(self) -> str:
        """What a server calls it."""
        return MEDIA_TYPES[self]


PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.GIF, FileKind.WEBP})
OPEN_XML = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    FileKind.DOCX: f"{OPEN_XML}wordprocessingml.document",
    FileKind.XLSX: f"{OPEN_XML}spreadsheetml.sheet",
    FileKind.PPTX: f"{OPEN_XML}presentationml.presentation",
    FileKind.PDF: "application/pdf",
    FileKind.OFD: "application/ofd",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.GIF: "image/gif",
    FileKind.WEBP: "image/webp",
    FileKind.TEXT: "text/plain",
    FileKind.CSV: "text/csv",
    FileKind.MARKDOWN: "text/markdown",
}


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it is handed over: its name, what it is, its bytes."""

    name: str
    kind: FileKind
    data: bytes


@dataclass(frozen=True, slots=True)
class FilePart:
    """One text in a file. `hidden`: whoever opens the file does not see it at once.

    Cells of a table are parted by tabs, rows by line ends.
    """

    label: str
    text: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FileText:
    """All that a file says; `unread` tells in Chinese what could not be read, and why."""

    parts: tuple[FilePart, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file after cleaning: what was taken out of it, what is hidden in it still, all it says."""

    data: bytes
    removed: tuple[str, ...] = ()
    remains: tuple[str, ...] = ()
    text: FileText = FileText()


class FileGate(Protocol):
    """Lets files in or turns them away at once."""

    def admit(self, name: str, data: bytes, limits: ReadingLimits) -> FileKind:
        """Tell what a file is by its content. Raises UnreadableError for what is not let in."""
        ...


class FileCleaner(Protocol):
    """Reads a file and makes one without what its writers did not mean to publish."""

    def clean(self, file: GivenFile, limits: ReadingLimits) -> Cleaned:
        """Clean one file into new bytes that have been verified to open and to say the same.

        Where that does not succeed the bytes are those given, and `remains` says so. Raises
        UnreadableError, never anything else.
        """
        ...
