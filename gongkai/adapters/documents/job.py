"""One reading of one file: its bytes, its limits, the time left and what was noticed on the way."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from gongkai.adapters.documents.faults import finding
from gongkai.core.finding import Finding
from gongkai.core.ports.documents import (
    Block,
    Document,
    DocumentKind,
    ReadingLimits,
    UnreadableError,
)

MOST_SHOWN = 10


@dataclass(slots=True)
class Job:
    """What every reader of one kind of file is given."""

    name: str
    data: bytes
    limits: ReadingLimits
    title: str = ""
    published_on: date | None = None
    pages: int | None = None
    recognised: bool = False
    notes: dict[str, Finding] = field(default_factory=dict)
    end: float = 0.0

    def __post_init__(self) -> None:
        self.end = self.end or time.monotonic() + self.limits.seconds

    @property
    def seconds_left(self) -> float:
        """How long this reading may still take."""
        return self.end - time.monotonic()

    def refuse(self, code: str, **facts: object) -> UnreadableError:
        """Word the reason why this file cannot be read; the caller raises it."""
        return UnreadableError(finding(code, self.name, **facts))

    def note(self, code: str, **facts: object) -> None:
        """Remember something about the file itself, once."""
        remark = finding(code, self.name, **facts)
        self.notes.setdefault(remark.text, remark)

    def note_doubts(self, page: int, doubts: list[str]) -> None:
        """Remember the recognised texts of a page that may be wrong."""
        if doubts:
            what = "、".join(doubts[:MOST_SHOWN])
            self.note("FILE-RECOGNISED-DOUBTFUL", page=page, count=len(doubts), what=what)

    def check_time(self) -> None:
        """Stop a reading that takes longer than it may."""
        if self.seconds_left < 0:
            raise self.refuse("FILE-TIME", limit=f"{self.limits.seconds:g}")

    def check_pages(self, pages: int) -> None:
        """Refuse a file with no page or with more than the limit."""
        if pages < 1:
            raise self.refuse("FILE-NO-PAGES")
        if pages > self.limits.pages:
            raise self.refuse("FILE-PAGES", pages=pages, limit=self.limits.pages)
        self.pages = pages

    def with_data(self, data: bytes) -> "Job":
        """The same reading, of bytes made from the file: clock and notes go on."""
        return replace(self, data=data)

    def document(self, kind: DocumentKind, blocks: Iterable[Block]) -> Document:
        """Put together what was read."""
        kept = tuple(blocks)
        if not kept:
            raise self.refuse("FILE-NO-TEXT")
        return Document(
            self.name,
            kind,
            kept,
            self.pages,
            self.title,
            self.published_on,
            self.recognised,
            tuple(self.notes.values()),
        )
