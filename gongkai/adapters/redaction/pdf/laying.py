"""Which words stay findable under a picture, and where their signs are laid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.adapters.redaction.pdf.signs import Sign
from gongkai.adapters.redaction.pdf.withholding import Withheld, places
from gongkai.adapters.redaction.pdf.words import Word
from gongkai.core.ports.redaction import Area, Box

GAP = 1.0  # widths of a sign between two of the same line
NARROWEST = 0.0005  # of the page: even a stroke takes some room


@dataclass(frozen=True, slots=True)
class LaidSign:
    """A sign and the room it takes: as wide as it is seen, as high as its line."""

    text: str
    area: Area


Line = tuple[LaidSign, ...]


def laid(number: int, words: Sequence[Word], hidden: Withheld) -> tuple[Line, ...]:
    """The lines of a page that may stay: surely seen, clear of boxes, saying nothing withheld."""
    boxes = hidden.areas.get(number, ())
    return tuple(
        kept
        for line in _lines(_staying(number, words, hidden))
        if (kept := tuple(sign for sign in _placed(line) if not _meets(sign, boxes)))
    )


def _meets(sign: LaidSign, boxes: Sequence[Box]) -> bool:
    return any(box.area.shared_with(sign.area) > 0 for box in boxes)


def _staying(number: int, words: Sequence[Word], hidden: Withheld) -> list[Word]:
    """The words that stay; leaving one out may bring others together, so it is looked at again."""
    stay = [word for word in words if word.seen and hidden.keeps(number, word)]
    while found := hidden.drawn_in("".join(word.text for word in stay)):
        stay = list(_without(stay, found))
    return stay


def _without(words: Sequence[Word], texts: set[str]) -> Iterator[Word]:
    """The words on which none of the texts lies, alone or together with its neighbours."""
    whole = "".join(word.text for word in words)
    lies = bytearray(len(whole))
    for text in texts:
        for place in places(whole, text):
            lies[place : place + len(text)] = b"x" * len(text)
    start = 0
    for word in words:
        end = start + len(word.text)
        if not any(lies[start:end]):
            yield word
        start = end


def _lines(words: Sequence[Word]) -> Iterator[list[Sign]]:
    """Signs that stand on one line without a gap."""
    line: list[Sign] = []
    for sign in (sign for word in words for sign in word.signs):
        if line and not _follows(line[-1].area, sign.area):
            yield line
            line = []
        line.append(sign)
    if line:
        yield line


def _follows(one: Area, other: Area) -> bool:
    """Whether a sign stands right of another on the same line, near it."""
    across = other.x - one.right
    level = min(one.bottom, other.bottom) - max(one.y, other.y)
    near = GAP * max(one.width, other.width)
    return -near < across < near and other.x > one.x and level > 0


def _placed(line: Sequence[Sign]) -> Iterator[LaidSign]:
    """The signs of a line, all of one height."""
    top, bottom = min(sign.area.y for sign in line), max(sign.area.bottom for sign in line)
    for sign in line:
        width = max(sign.area.width, NARROWEST)
        yield LaidSign(sign.text, Area(sign.area.x, top, width, bottom - top))
