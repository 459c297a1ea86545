"""Rows of any feed, judged one by one: good ones become entries, bad ones are said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from gongkai.adapters.feeds.faults import ERROR, ROW, Place, about_row, short
from gongkai.adapters.feeds.fields import Field
from gongkai.adapters.feeds.moments import moment, of_day
from gongkai.adapters.feeds.texts import body, plain
from gongkai.core.finding import Finding
from gongkai.core.ports import FeedEntry

Value = str | date | datetime
MOST_TITLE, MOST_TEXT = 300, 2_000_000
SCHEMES = frozenset({"http", "https"})
DIGITS = 32
YEARS = range(1900, 2200)
"""Years outside these are slips; the ends of time are not moments in every zone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, its values, the names of its columns, what was wrong
    with its form."""

    number: int
    values: Mapping[Field, Value]
    columns: Mapping[Field, str] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()
    unit: str = ROW

    def text(self, name: Field) -> str:
        """A value as text."""
        return str(self.values.get(name, "")).strip()

    def fault(self, code: str, name: Field, **facts: object) -> Finding:
        """A finding about one of its columns."""
        column = self.columns.get(name, name.label)
        return about_row(code, Place(self.number, self.unit, name, column), **facts)


def judged(rows: Iterable[Row]) -> tuple[list[FeedEntry], list[Finding]]:
    """The entries of the good rows, and what is wrong with the others."""
    entries: list[FeedEntry] = []
    faults: list[Finding] = []
    seen: dict[str, int] = {}
    for row in rows:
        found = [*row.faults, *_wrong(row)]
        entry = _entry(row)
        if entry.identity in seen:
            first, value = seen[entry.identity], short(entry.identity)
            found.append(row.fault("FEED-IDENTITY-TWICE", _namer(row), value=value, first=first))
        faults += found
        if all(fault.severity is not ERROR for fault in found):
            seen[entry.identity] = row.number
            entries.append(entry)
    return entries, faults


def _wrong(row: Row) -> Iterator[Finding]:
    """Everything wrong with the values of a row."""
    if any(fault.severity is ERROR for fault in row.faults):
        return
    title = plain(row.text(Field.TITLE))
    if not title:
        yield row.fault("FEED-TITLE", Field.TITLE)
    if len(title) > MOST_TITLE:
        yield row.fault("FEED-TITLE-LONG", Field.TITLE, count=len(title), limit=MOST_TITLE)
    address = row.text(Field.ADDRESS)
    if address and not is_address(address):
        yield row.fault("FEED-ADDRESS", Field.ADDRESS, value=short(address))
    yield from _wrong_moment(row)
    for name in Field:
        if len(row.text(name)) > MOST_TEXT:
            yield row.fault("FEED-VALUE-LONG", name, limit=MOST_TEXT)


def _wrong_moment(row: Row) -> Iterator[Finding]:
    text = row.text(Field.PUBLISHED)
    if not text:
        yield row.fault("FEED-NO-DATE", Field.PUBLISHED)
    elif _moment(row) is None:
        yield row.fault("FEED-DATE", Field.PUBLISHED, value=short(text))


def _entry(row: Row) -> FeedEntry:
    title, published = plain(row.text(Field.TITLE)), _moment(row)
    address = row.text(Field.ADDRESS)
    return FeedEntry(
        row.number,
        plain(row.text(Field.IDENTITY)) or address or _made_up(title, published),
        title,
        address,
        published,
        plain(row.text(Field.SOURCE)),
        body(row.text(Field.BODY)),
        plain(row.text(Field.SUMMARY)),
        plain(row.text(Field.CATEGORY)),
    )


def _moment(row: Row) -> datetime | None:
    value = row.values.get(Field.PUBLISHED, "")
    found = moment(value) if isinstance(value, str) else of_day(value)
    return found if found is not None and found.year in YEARS else None


def _namer(row: Row) -> Field:
    """What says which entry a row is."""
    names = (Field.IDENTITY, Field.ADDRESS)
    return next((name for name in names if row.text(name)), Field.TITLE)


def _made_up(title: str, published: datetime | None) -> str:
    """An identity for an entry that has none: the same title at the same time is the same."""
    said = f"{title}\n{published.isoformat() if published else ''}"
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:DIGITS]


def is_address(text: str) -> bool:
    """Whether a text is the whole address of a page."""
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in SCHEMES and bool(parts.hostname)
        return is_web and text.isprintable() and not any(map(str.isspace, text))
    except ValueError:
        return False
