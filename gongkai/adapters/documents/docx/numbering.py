"""Automatic numbers of paragraphs: what Word shows before a text without its being in the text."""

from dataclasses import dataclass, field

from lxml import etree

from gongkai.adapters.documents.docx.names import VALUE, W
from gongkai.adapters.documents.docx.numerals import numeral

DEEPEST_LEVEL = 9
MOST_DIGITS = 6
Key = tuple[str, int]


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[Key, Level] = field(default_factory=dict)
    overrides: dict[Key, int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, paragraph_properties: etree._Element | None) -> str:
        """The number of the next paragraph with these properties; empty where it has none."""
        number, depth = self._place(paragraph_properties)
        abstract = self.lists.get(number)
        if abstract is None or not 0 <= depth < DEEPEST_LEVEL:
            return ""
        counts = self.counts.setdefault(abstract, [None] * DEEPEST_LEVEL)
        if (number, depth) in self.overrides:
            counts[depth] = self.overrides.pop((number, depth)) - 1
        before = counts[depth]
        counts[depth] = self._level(abstract, depth).start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEEPEST_LEVEL - depth - 1)
        return self._spelled(abstract, depth, counts)

    def _place(self, properties: etree._Element | None) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or its style's."""
        if properties is None:
            return "", 0
        style = properties.find(f"{W}pStyle")
        number, depth = self.styles.get(_value(style), ("", 0))
        own = properties.find(f"{W}numPr")
        if own is not None:
            number = _value(own.find(f"{W}numId")) or number
            depth = _whole(own.find(f"{W}ilvl"), depth)
        return number, depth

    def _level(self, abstract: str, depth: int) -> Level:
        return self.levels.get((abstract, depth), Level())

    def _spelled(self, abstract: str, depth: int, counts: list[int | None]) -> str:
        """Fill the pattern of a level with the counts of it and of the levels above."""
        level = self._level(abstract, depth)
        if level.form in {"bullet", "none"} or not level.pattern:
            return ""
        text = level.pattern
        for upper in range(depth + 1):
            above = self._level(abstract, upper)
            count = counts[upper]
            text = text.replace(
                f"%{upper + 1}", numeral(above.start if count is None else count, above.form)
            )
        return text


def numbering_of(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """Gather the lists of a document from its parts."""
    found = Numbering()
    if numbering is None:
        return found
    for abstract in numbering.iter(f"{W}abstractNum"):
        for level in abstract.iter(f"{W}lvl"):
            key = (abstract.get(f"{W}abstractNumId", ""), _depth(level))
            found.levels[key] = _level_of(level)
    for number in numbering.iter(f"{W}num"):
        own = number.get(f"{W}numId", "")
        found.lists[own] = _value(number.find(f"{W}abstractNumId"))
        for override in number.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                found.overrides[own, _depth(override)] = _whole(start, 1)
    if styles is not None:
        found.styles = _styles_of(styles)
    return found


def _styles_of(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """The lists that styles of paragraphs belong to."""
    found = {}
    for style in styles.iter(f"{W}style"):
        place = style.find(f"{W}pPr/{W}numPr")
        if place is not None:
            number = _value(place.find(f"{W}numId"))
            found[style.get(f"{W}styleId", "")] = (number, _whole(place.find(f"{W}ilvl"), 0))
    return found


def _level_of(level: etree._Element) -> Level:
    return Level(
        _value(level.find(f"{W}numFmt")) or "decimal",
        _value(level.find(f"{W}lvlText")),
        _whole(level.find(f"{W}start"), 1),
    )


def _depth(element: etree._Element) -> int:
    written = element.get(f"{W}ilvl", "0")
    return int(written) if written.isdecimal() else 0


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(VALUE, "")


def _whole(element: etree._Element | None, usual: int) -> int:
    written = _value(element)
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else usual
