"""Reading a feed of any kind; what kind it is, its bytes say."""

from collections.abc import Iterator
from itertools import islice

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.plain.encoding import decoded
from gongkai.adapters.feeds.faults import about_file
from gongkai.adapters.feeds.json_lists import of_json
from gongkai.adapters.feeds.refusing import FeedError
from gongkai.adapters.feeds.rows import Row, judged
from gongkai.adapters.feeds.tables import of_text, of_workbook
from gongkai.adapters.feeds.xml_feeds import declared, of_xml
from gongkai.core.finding import Finding
from gongkai.core.ports import Feed, ReadingLimits, UnreadableError

MEGABYTE = 1024 * 1024
PACKED = b"PK\x03\x04"
SECONDS = 60.0
UNPACKED = 10  # times as many bytes as the file may have


class FeedFileReader:
    """Reads feeds of at most `megabytes` and `entries`."""

    def __init__(self, *, megabytes: int = 20, entries: int = 5000) -> None:
        self.megabytes, self.entries = megabytes, entries

    def read(self, name: str, data: bytes) -> Feed:
        """Read one feed."""
        most = self.megabytes * MEGABYTE
        limits = ReadingLimits(file_bytes=most, unpacked_bytes=UNPACKED * most, seconds=SECONDS)
        job = Job(name, data, limits)
        notes: list[Finding] = []
        try:
            rows = self._rows(job, notes)
        except (FeedError, UnreadableError) as error:
            return Feed((), (*job.notes.values(), *notes, error.finding))
        entries, faults = judged(rows)
        if not rows:
            notes.append(about_file("FEED-NO-ENTRIES", name=name))
        return Feed(tuple(entries), (*job.notes.values(), *notes, *faults))

    def _rows(self, job: Job, notes: list[Finding]) -> list[Row]:
        """All rows. Raises FeedError, UnreadableError."""
        if not job.data.strip():
            raise FeedError(about_file("FEED-EMPTY", name=job.name))
        if len(job.data) > self.megabytes * MEGABYTE:
            raise FeedError(about_file("FEED-SIZE", name=job.name, limit=self.megabytes))
        rows = list(islice(_read(job, notes), self.entries + 1))
        if len(rows) > self.entries:
            facts = {"name": job.name, "count": self.entries, "limit": self.entries}
            raise FeedError(about_file("FEED-ENTRIES", **facts))
        return rows


def _read(job: Job, notes: list[Finding]) -> Iterator[Row]:
    """The rows of a file, told apart by how it begins."""
    if job.data.startswith(PACKED):
        return of_workbook(job, notes)
    found = decoded(job, declared(job.data))
    if found is None:
        raise FeedError(about_file("FEED-KIND", name=job.name))
    text = found.text.lstrip("\ufeff")
    start = text.lstrip()[:1]
    if start == "<":
        return of_xml(job.name, text.lstrip(), notes)
    if start in {"[", "{"}:
        return of_json(job.name, text)
    return of_text(job.name, text, notes)
