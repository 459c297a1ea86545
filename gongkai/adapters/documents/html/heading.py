"""What a page says about itself: title, day of publication, attached files."""

from datetime import date
from urllib.parse import unquote

from gongkai.adapters.documents.html.parsing import Element, words_of
from gongkai.adapters.documents.html.words import (
    DAY_NAMES,
    FILE,
    PLAIN_DAY,
    PUBLISHED,
    SITE,
    TITLE,
    TITLE_NAMES,
)

LONGEST_TITLE = 80


def title_of(root: Element) -> str:
    """The title of the report: named by the page, its largest heading, or the window's title."""
    named = [_plain(meta.get("content")) for meta in _metas(root, TITLE_NAMES)]
    headings = [_plain(words_of(h)) for h in root.iter("h1", "h2", "h3")]
    window = [_plain(words_of(title)) for title in root.iter("title")]
    parts = [part for title in window for part in SITE.split(title)]
    for candidate in (*named, *headings, *parts, *window):
        if TITLE.search(candidate) and len(candidate) <= LONGEST_TITLE:
            return candidate
    return next(filter(None, (*named, *window)), "")


def published_on(root: Element, text: str) -> date | None:
    """The day a page says it was published: first what it declares, then what it shows."""
    for meta in _metas(root, DAY_NAMES):
        match = PLAIN_DAY.search(meta.get("content", ""))
        if match and (day := _day(match.groups())):
            return day
    shown = PUBLISHED.search(text)
    return _day([group for group in shown.groups() if group]) if shown else None


def attachments(root: Element) -> list[str]:
    """The names of files that a page links to."""
    names = []
    for link in root.iter("a", "iframe", "embed"):
        address = link.get("href") or link.get("src") or ""
        if FILE.search(address):
            shown = _plain(words_of(link))
            names.append(shown or unquote(address.rsplit("/", 1)[-1]))
    return list(dict.fromkeys(names))


def _metas(root: Element, names: frozenset[str]) -> list[Element]:
    """The declarations of a page that bear one of the names."""
    return [
        meta
        for meta in root.iter("meta")
        if (meta.get("name") or meta.get("property") or "").lower() in names
    ]


def _plain(text: str | None) -> str:
    return "".join((text or "").split())


def _day(parts: object) -> date | None:
    """A day from year, month and day; none where there is no such day."""
    numbers = [int(part) for part in parts] if isinstance(parts, list | tuple) else []
    try:
        return date(*numbers[:3])
    except (TypeError, ValueError):
        return None
