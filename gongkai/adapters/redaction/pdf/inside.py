"""What a PDF holds inside, beside what is drawn: strings, names and streams searched for words."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

import pikepdf

BINARY_LEAST = 6  # bytes; shorter ones stand in any picture by chance
PLAIN_LEAST = 8  # letters and digits, which many streams are made of
STRING_LEAST = 3  # letters and digits within strings
DRAWN = "/Form"


def forms(text: str) -> tuple[bytes, ...]:
    """A text in the ways in which files write it."""
    wide = text.encode("utf-16-be")
    plain = (text.encode(), text.encode("gb18030"), wide, text.encode("utf-16-le"))
    return (*plain, wide.hex().encode(), wide.hex().upper().encode())


def texts_inside(things: Iterable[pikepdf.Object], texts: Iterable[str]) -> set[str]:
    """Which of the texts stand in strings, names or streams of these objects."""
    strings, streams = gathered(things)
    return {text for text in texts if _stands_in(text, strings, streams)}


def texts_said(strings: Iterable[bytes], texts: Iterable[str]) -> set[str]:
    """Which of the texts stand in these strings."""
    said = b"\n".join(strings)
    return {text for text in texts if _stands_in(text, said, [])}


def _stands_in(text: str, strings: bytes, streams: list[bytes]) -> bool:
    tells = not text.isascii() or len(text) >= STRING_LEAST
    if tells and any(form in strings for form in forms(text)):
        return True
    least = PLAIN_LEAST if text.isascii() else BINARY_LEAST
    wanted = [form for form in forms(text) if len(form) >= least]
    return any(form in stream for form in wanted for stream in streams)


def gathered(things: Iterable[pikepdf.Object]) -> tuple[bytes, list[bytes]]:
    """All strings and names, one after the other, and all streams unpacked."""
    strings: list[bytes] = []
    streams: list[bytes] = []
    for thing in things:
        if isinstance(thing, pikepdf.Stream):
            streams.append(unpacked(thing))
            strings += drawn_strings(thing) if is_form(thing) else []
        for value in _values(thing):
            strings += _said(value)
    return b"\n".join(strings), streams


def unpacked(stream: pikepdf.Stream) -> bytes:
    """The bytes of a stream; as they are stored where they are a packed picture."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


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


def is_form(thing: object) -> TypeGuard[pikepdf.Stream]:
    """Whether a thing is a drawing within a page."""
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == DRAWN


def meant_strings(content: pikepdf.Object | pikepdf.Page) -> list[bytes]:
    """What a drawing tells about its parts beside drawing them. Raises PdfError."""
    found: list[bytes] = []
    for row in pikepdf.parse_content_stream(content, "BDC DP"):
        if isinstance(row, pikepdf.ContentStreamInstruction):
            for thing in reached(row.operands):
                found += [said for value in _values(thing) for said in _said(value)]
    return found


def drawn_strings(content: pikepdf.Object | pikepdf.Page) -> list[bytes]:
    """The strings within a stream of drawing, their escapes undone. Raises PdfError."""
    found: list[bytes] = []
    for row in pikepdf.parse_content_stream(content):
        if isinstance(row, pikepdf.ContentStreamInstruction):
            for thing in reached(row.operands):
                for value in _values(thing):
                    found += _said(value)
    return found


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
