"""Automatic numbers of paragraphs: what Word shows before a text without its being in the text."""

from functools import cached_property

from lxml import etree

from gongkai.adapters.documents.docx.lists import (
    LISTS,
    NO_PLACE,
    Key,
    Level,
    Lists,
    ListStyles,
    lists_of,
    value_of,
    whole,
)
from gongkai.adapters.documents.docx.names import NUMBER_ID, NUMBERED, STYLE, W
from gongkai.adapters.documents.docx.numerals import numeral
from gongkai.adapters.documents.docx.parts import Parts

DEEPEST_LEVEL = 9


class Numbering:
    """How far each list of a document has been counted; lists are read once one is referred to."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = ListStyles(parts)
        self._counts: dict[str, list[int | None]] = {}

    @cached_property
    def _lists(self) -> Lists:
        return lists_of(self._parts.root(LISTS))

    def label(self, properties: etree._Element) -> str:
        """The number of the next paragraph with these properties; empty where it has none."""
        number, depth = self._place(properties)
        abstract = self._lists.abstracts.get(number) if number else None
        if abstract is None or not 0 <= depth < DEEPEST_LEVEL:
            return ""
        counts = self._counts.setdefault(abstract, [None] * DEEPEST_LEVEL)
        if (number, depth) in self._lists.overrides:
            counts[depth] = self._lists.overrides.pop((number, depth)) - 1
        before = counts[depth]
        counts[depth] = self._level(abstract, depth).start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEEPEST_LEVEL - depth - 1)
        return self._spelled(abstract, depth, counts)

    def _place(self, properties: etree._Element) -> Key:
        """The list and the level of a paragraph, its own or its style's."""
        style = value_of(properties.find(STYLE))
        own = properties.find(NUMBERED)
        if not style and own is None:
            return NO_PLACE
        has_lists = style and self._lists.abstracts
        number, depth = self._styles.place_of(style) if has_lists else NO_PLACE
        if own is not None:
            number = value_of(own.find(NUMBER_ID)) or number
            depth = whole(own.find(f"{W}ilvl"), depth)
        return number, depth

    def _level(self, abstract: str, depth: int) -> Level:
        return self._lists.levels.get((abstract, depth), Level())

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
