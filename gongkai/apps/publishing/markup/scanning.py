"""HTML taken apart into tags and texts: every string can be read, in time that grows with it.

This reads as a browser does wherever people write HTML. It is no guard: whatever it makes of a
string is written anew from a model that can hold nothing dangerous, and looked at once more.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import Final, NamedTuple

from gongkai.apps.publishing.markup.policy import RAW

NONE: Final[Mapping[str, str]] = MappingProxyType({})
OPENING: Final = re.compile(r"<(/?)([a-zA-Z][^ \t\n\r\f/>]*+)")
ATTRIBUTE: Final = re.compile(
    r"[ \t\n\r\f/]*+(?:(>)|([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)"
    r"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+"
    r"(?:\"([^\"]*+)\"|'([^']*+)'|([^\"' \t\n\r\f>][^ \t\n\r\f>]*+)|(?=>)))?+)"
)
ANY_TAG: Final = re.compile("<[a-zA-Z/!?][^<>]*+>?")
LONG_NUMBER: Final = re.compile(r"&#(?:0++(?=[0-9])|[xX]0++(?=[0-9a-fA-F]))")
HUGE_NUMBER: Final = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{8,}+);?")


class Token(NamedTuple):
    """A text (without a name), or the start or end of an element; `end` is the place behind it."""

    text: str
    name: str = ""
    is_end: bool = False
    attributes: Mapping[str, str] = NONE
    end: int = 0


def plain(text: str) -> str:
    """A text without character references."""
    if "&" not in text:
        return text
    short = LONG_NUMBER.sub(lambda found: "&#x" if found[0][2] in "xX" else "&#", text)
    return unescape(HUGE_NUMBER.sub("\ufffd", short))


def bare(html: str) -> str:
    """The words of a string, without looking closely at what stands in tags."""
    return plain(ANY_TAG.sub(" ", html))


def _attributes(html: str, at: int) -> tuple[Mapping[str, str], int]:
    """The attributes of a tag, and where it ends; the end of the text where it never does."""
    if html.startswith(">", at):
        return NONE, at + 1
    found: dict[str, str] = {}
    while (match := ATTRIBUTE.match(html, at)) is not None:
        at = match.end()
        if match[1]:
            return found, at
        value = match[3] or match[4] or match[5] or ""
        found.setdefault(match[2].lower(), plain(value))
    return found, len(html)


def _behind(html: str, mark: str, at: int) -> int:
    """The place behind the next such mark; the end where there is none."""
    found = html.find(mark, at)
    return len(html) if found < 0 else found + len(mark)


def _comment(html: str, at: int) -> int:
    """The place behind a comment or declaration that begins here."""
    if not html.startswith("<!--", at):
        return _behind(html, ">", at)
    return _behind(html, "-->", at + 2)


def _raw_end(html: str, name: str, at: int) -> int:
    """Where the text of an element ends that holds nothing but text."""
    end = re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE).search(html, at)
    return end.start() if end else len(html)


def _next_tag(html: str, at: int) -> int:
    """Where the next tag, comment or declaration begins; the end where there is none."""
    while (at := html.find("<", at)) >= 0:
        following = html[at + 1 : at + 3]
        if following[:1] in ("!", "?") or OPENING.match(html, at):
            return at
        at += 1
    return len(html)


def scan(html: str) -> Iterator[Token]:
    """The tags and texts of a string, in their order; comments are left out."""
    at, end = 0, len(html)
    while at < end:
        start = _next_tag(html, at)
        if start > at:
            yield Token(plain(html[at:start]), end=start)
        if start == end:
            return
        match = OPENING.match(html, start)
        if match is None:
            at = _comment(html, start)
            continue
        attributes, at = _attributes(html, match.end())
        name = match[2].lower()
        yield Token("", name, bool(match[1]), attributes, at)
        if name in RAW and not match[1]:
            at = _raw_end(html, name, at)
