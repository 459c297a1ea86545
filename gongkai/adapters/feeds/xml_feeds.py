"""RSS and Atom."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence

import feedparser

from gongkai.adapters.feeds.faults import ENTRY, about_file
from gongkai.adapters.feeds.fields import Field
from gongkai.adapters.feeds.refusing import FeedError
from gongkai.adapters.feeds.rows import Row
from gongkai.core.finding import Finding

KIND = "XML"
PROLOG = re.compile(r"\s*<\?xml\b[^>]*?(?:encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*)?\?>")
ROOT = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*<(?:\w+:)?(\w+)", re.DOTALL)
ROOTS = frozenset({"rss", "feed", "rdf"})
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
HEADERS = {"content-type": "application/xml; charset=utf-8"}
HEAD_BYTES = 200


def declared(data: bytes) -> str:
    """The encoding that the file says it has."""
    found = PROLOG.match(data[:HEAD_BYTES].decode("latin-1"))
    return (found[1] or "") if found else ""


def of_xml(name: str, text: str, notes: list[Finding]) -> Iterator[Row]:
    """The entries of a feed. Raises FeedError."""
    root = ROOT.match(text)
    if ENTITY.search(text):
        raise FeedError(about_file("FEED-ENTITIES", name=name))
    if root is None or root[1].lower() not in ROOTS:
        raise FeedError(about_file("FEED-KIND", name=name))
    # A stream: given bytes or a text the library would take them for a file's name or an address.
    stream = io.BytesIO(PROLOG.sub("", text, count=1).encode("utf-8", "replace"))
    said = feedparser.parse(stream, response_headers=HEADERS, sanitize_html=False)
    if said.bozo:
        if not said.entries:
            raise FeedError(about_file("FEED-DAMAGED", name=name, kind=KIND))
        notes.append(about_file("FEED-DAMAGED-PART", name=name))
    source = _text(said.feed, "title")
    for number, entry in enumerate(said.entries, start=1):
        yield Row(number, _values(entry, source), unit=ENTRY)


def _values(entry: Mapping[str, object], source: str) -> dict[Field, str]:
    """The fields of an entry; its description is its body where there is no other."""
    contents = entry.get("content")
    content = _text(_first(contents), "value")
    said = _text(entry, "summary")
    tags = entry.get("tags")
    origin = entry.get("source")
    return {
        Field.IDENTITY: _text(entry, "id"),
        Field.TITLE: _text(entry, "title"),
        Field.ADDRESS: _text(entry, "link"),
        Field.PUBLISHED: _text(entry, "published") or _text(entry, "updated"),
        Field.SOURCE: _text(origin, "title") or _text(entry, "publisher") or source,
        Field.BODY: content or said,
        Field.SUMMARY: said if content else "",
        Field.CATEGORY: _text(_first(tags), "term"),
    }


def _first(values: object) -> object:
    return values[0] if isinstance(values, Sequence) and values else None


def _text(holder: object, name: str) -> str:
    """A text in a mapping; empty where there is none."""
    value = holder.get(name) if isinstance(holder, Mapping) else None
    return value if isinstance(value, str) else ""
