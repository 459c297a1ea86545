"""The lists that a Word document defines, and the styles of paragraphs that belong to them."""

from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from gongkai.adapters.documents.docx.names import NUMBER_ID, NUMBERED, VALUE, W
from gongkai.adapters.documents.docx.parts import Parts

LISTS, STYLES = "word/numbering.xml", "word/styles.xml"
MOST_DIGITS = 6
MOST_SEARCHES = 32  # styles looked for one by one; where more are used, parsing is cheaper
MARK, STYLE_MARK, WIDE = b"numPr", b"styleId", b"\x00"
Key = tuple[str, int]
NO_PLACE = ("", 0)


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class Lists:
    """The lists of a document, their levels and where their counts begin anew."""

    abstracts: dict[str, str] = field(default_factory=dict)
    levels: dict[Key, Level] = field(default_factory=dict)
    overrides: dict[Key, int] = field(default_factory=dict)


class ListStyles:
    """Which list a style belongs to. Styles are many and seldom numbered, so that they are only
    parsed when a style is used whose definition mentions a number."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._known: dict[str, Key] = {}

    def place_of(self, style: str) -> Key:
        """The list and the level of a style."""
        if style not in self._known:
            is_needed = len(self._known) >= MOST_SEARCHES or may_number(self._data, style)
            self._known[style] = self._places.get(style, NO_PLACE) if is_needed else NO_PLACE
        return self._known[style]

    @cached_property
    def _data(self) -> bytes:
        return self._parts.data(STYLES)

    @cached_property
    def _places(self) -> dict[str, Key]:
        """The lists of all styles that are numbered."""
        found: dict[str, Key] = {}
        if not self._data:
            return found
        for style in self._parts.root_of(self._data).iter(f"{W}style"):
            place = style.find(f"{W}pPr/{NUMBERED}")
            if place is not None:
                number = value_of(place.find(NUMBER_ID))
                level = whole(place.find(f"{W}ilvl"), 0)
                found[style.get(f"{W}styleId", "")] = (number, level)
        return found


def may_number(styles: bytes, style: str) -> bool:
    """Whether a number is mentioned between a style's name and the name of the next one."""
    if WIDE in styles[:4]:
        return True
    if MARK not in styles:
        return False
    name = f'"{style}"'.encode()
    _, *behind = styles.replace(b"'", b'"').split(name)
    return not behind or any(MARK in piece.split(STYLE_MARK, 1)[0] for piece in behind)


def lists_of(numbering: etree._Element | None) -> Lists:
    """Gather the lists of a document."""
    found = Lists()
    if numbering is None:
        return found
    for abstract in numbering.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            key = (abstract.get(f"{W}abstractNumId", ""), _depth(level))
            found.levels[key] = _level_of(level)
    for number in numbering.iter(f"{W}num"):
        own = number.get(f"{W}numId", "")
        found.abstracts[own] = value_of(number.find(f"{W}abstractNumId"))
        for override in number.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                found.overrides[own, _depth(override)] = whole(start, 1)
    return found


def _level_of(level: etree._Element) -> Level:
    return Level(
        value_of(level.find(f"{W}numFmt")) or "decimal",
        value_of(level.find(f"{W}lvlText")),
        whole(level.find(f"{W}start"), 1),
    )


def _depth(element: etree._Element) -> int:
    written = element.get(f"{W}ilvl", "0")
    return int(written) if written.isdecimal() else 0


def value_of(element: etree._Element | None) -> str:
    """The value an element bears; empty where there is none."""
    return "" if element is None else element.get(VALUE, "")


def whole(element: etree._Element | None, usual: int) -> int:
    """The whole number an element bears, or the usual one."""
    written = value_of(element)
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else usual
