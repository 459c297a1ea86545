"""What a PDF holds inside, beside what is drawn: strings, names and streams searched for words."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

import pikepdf

BINARY_LEAST = 6  # bytes; shorter ones stand in any picture by chance
PLAIN_LEAST = 8  # letters and digits, which many streams are made of
STRING_LEAST = 3  # letters and digits within strings
DRAWN = "/Form"
MEANINGS = "BDC DP"
"""The operators that tell what a part of a drawing means."""
Found = set[str]


def forms(text: str) -> tuple[bytes, ...]:
    """A text in the ways in which files write it."""
    wide = text.encode("utf-16-be")
    plain = (text.encode(), text.encode("gb18030"), wide, text.encode("utf-16-le"))
    return (*plain, wide.hex().encode(), wide.hex().upper().encode())


class Search:
    """Looks for texts in the objects of one file; each object is looked into once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._in_strings = {
            text: forms(text)
            for text in self._texts
            if not text.isascii() or len(text) >= STRING_LEAST
        }
        self._in_streams = {text: tuple(_telling(text)) for text in self._texts}
        self._known: dict[tuple[int, int], tuple[Found, Found]] = {}

    def held_by(self, thing: Any) -> tuple[Found, Found]:
        """What stands in a thing itself, and what it says beside drawing. Raises PdfError."""
        key = thing.objgen if isinstance(thing, pikepdf.Object) else (0, 0)
        if key == (0, 0):
            return self._look(thing)
        if key not in self._known:
            self._known[key] = self._look(thing)
        return self._known[key]

    def drawn_by(self, drawing: pikepdf.Page | pikepdf.Stream) -> tuple[Found, Found]:
        """What stands in the strings of a drawing, and in what it says beside. Raises PdfError."""
        return self._said(_operands(drawing)), self._said(_operands(drawing, MEANINGS))

    def _look(self, thing: Any) -> tuple[Found, Found]:
        found, meant = (
            self._said(said for value in _values(thing) for said in _said(value)),
            Found(),
        )
        if isinstance(thing, pikepdf.Stream):
            data = unpacked(thing)
            rows = self._in_streams.items()
            found |= {text for text, wanted in rows if any(form in data for form in wanted)}
        if is_form(thing):
            drawn, meant = self.drawn_by(thing)
            found |= drawn
        return found, meant

    def _said(self, strings: Iterable[bytes]) -> Found:
        """Which texts stand in strings."""
        said = b"\n".join(strings)
        rows = self._in_strings.items()
        return {text for text, wanted in rows if any(form in said for form in wanted)}


def _telling(text: str) -> Iterator[bytes]:
    """The ways of writing a text that are long enough to be no chance."""
    least = PLAIN_LEAST if text.isascii() else BINARY_LEAST
    return (form for form in forms(text) if len(form) >= least)


def unpacked(stream: pikepdf.Stream) -> bytes:
    """The bytes of a stream; as they are stored where they are a packed picture."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def is_form(thing: object) -> TypeGuard[pikepdf.Stream]:
    """Whether a thing is a drawing within a page."""
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == DRAWN


def _operands(drawing: pikepdf.Page | pikepdf.Stream, operators: str = "") -> list[bytes]:
    """The strings that a drawing hands to its operators, their escapes undone."""
    return [
        said
        for row in pikepdf.parse_content_stream(drawing, operators)
        if isinstance(row, pikepdf.ContentStreamInstruction)
        for thing in reached(row.operands)
        for value in _values(thing)
        for said in _said(value)
    ]


def _values(thing: Any) -> Iterator[Any]:
    """A thing itself, or what stands in it."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in thing.items():
            yield pikepdf.Name(key)
            yield value
    elif isinstance(thing, pikepdf.Array):
        yield from thing
    else:
        yield thing


def _said(value: Any) -> list[bytes]:
    """A string in its own bytes and as a text."""
    if isinstance(value, pikepdf.String):
        return [bytes(value), str(value).encode("utf-8", "replace")]
    return [str(value).encode("utf-8", "replace")] if isinstance(value, pikepdf.Name) else []


def reached(start: Iterable[Any]) -> Iterator[Any]:
    """Everything that one comes to from here, each thing once."""
    seen: set[tuple[int, int]] = set()
    waiting = list(start)
    while waiting:
        thing = waiting.pop()
        key = thing.objgen if isinstance(thing, pikepdf.Object) else (0, 0)
        if key != (0, 0) and key in seen:
            continue
        seen.add(key)
        yield thing
        if isinstance(thing, pikepdf.Array):
            waiting += list(thing)
        elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            waiting += [value for _, value in thing.items()]
