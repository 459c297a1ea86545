"""The ports for what other platforms publish (省级平台提取): fetching a feed, and reading it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from gongkai.core.finding import Finding


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed, and the row of the file where it stands (from 1).

    `identity` is the same whenever the feed is read again. `title`, `source`, `summary`,
    `category` are plain text; `body_html` carries no script, whatever the feed held.
    """

    row: int
    identity: str
    title: str
    address: str = ""
    published_at: datetime | None = None
    source: str = ""
    body_html: str = ""
    summary: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says.

    An error among the faults names a row that is not among the entries, or says why there are
    none at all; warnings are about entries that are there. Paths are `row.field`, or a field.
    """

    entries: tuple[FeedEntry, ...]
    faults: tuple[Finding, ...] = ()


class FeedReader(Protocol):
    """Reads RSS, Atom, JSON and tables; bytes only, it never fetches."""

    def read(self, name: str, data: bytes) -> Feed:
        """Read one feed. Whatever is wrong is among its faults; nothing is raised."""
        ...


class UnfetchableError(Exception):
    """A feed cannot be fetched; the finding says in Chinese why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding


class FeedSource(Protocol):
    """Fetches feeds from addresses, within bounds."""

    def fetch(self, address: str) -> bytes:
        """The bytes at an address. Raises UnfetchableError, never anything else."""
        ...
