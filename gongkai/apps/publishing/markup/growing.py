"""Tags and texts as a tree of raw elements, of bounded depth; nothing is judged here yet."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gongkai.apps.publishing.markup.policy import (
    CELLS,
    DEEPEST,
    ELEMENTS_MOST,
    FOREIGN,
    PARTING,
    SECTIONS,
    VOID,
)
from gongkai.apps.publishing.markup.scanning import NONE, Token, bare, scan

PARAGRAPHS: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS: Final = (
    PARAGRAPHS | PARTING | frozenset(("blockquote", "figure", "figcaption", "ul", "ol", "li"))
    | frozenset(("table", "hr"))
)  # fmt: skip
TABLE_PARTS: Final = CELLS | SECTIONS | frozenset(("table", "tr", "caption"))
WALLS: Final = CELLS | frozenset(("caption", "table"))
"""What ends inside one of these ends nothing outside it."""

NUMBER: Final = re.compile("[0-9]{1,4}")

ENDED_BY: Final = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "td": (CELLS | {"caption"}, frozenset(("tr", "table"))),
    "th": (CELLS | {"caption"}, frozenset(("tr", "table"))),
    "tr": (frozenset(("tr", "caption")), frozenset(("table",)) | SECTIONS),
    **dict.fromkeys(SECTIONS, (SECTIONS | {"caption"}, frozenset(("table",)))),
    "a": (frozenset(("a",)), frozenset[str]()),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
"""Which open elements the start of one ends, as far as which others."""


@dataclass(slots=True)
class Raw:
    """An element as it was written."""

    tag: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NONE)
    children: "list[Raw | str]" = field(default_factory=list)

    def number(self, name: str, most: int) -> int:
        """A number from 1 to `most` that an attribute says; 1 where it says none."""
        said = self.attributes.get(name, "").strip()
        return min(max(int(said), 1), most) if NUMBER.fullmatch(said) else 1


class Growing:
    """A tree that grows by one token at a time."""

    def __init__(self) -> None:
        self.top = Raw()
        self._open = [self.top]
        self._tags = Counter[str]()
        self._left = ELEMENTS_MOST

    @property
    def is_full(self) -> bool:
        """Whether no more elements may come."""
        return not self._left

    def take(self, token: Token) -> None:
        """Add a token at its place."""
        if not token.name:
            self._open[-1].children.append(token.text)
        elif token.is_end:
            self._end(token.name)
        else:
            self._start(token)

    def _start(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._cut(FOREIGN, frozenset())
            self._cut(PARAGRAPHS, WALLS | {"li", "blockquote", "figure"})
        if name in ENDED_BY:
            targets, limits = ENDED_BY[name]
            self._cut(targets, limits if name in TABLE_PARTS else limits | WALLS)
        raw = Raw(name, token.attributes)
        if self._add(raw) and name not in VOID and len(self._open) < DEEPEST:
            self._open.append(raw)
            self._tags[name] += 1

    def _add(self, raw: Raw) -> bool:
        """Put an element where the tree grows, if there may be one more."""
        if self._left:
            self._left -= 1
            self._open[-1].children.append(raw)
            return True
        return False

    def _cut(self, targets: frozenset[str], limits: frozenset[str]) -> None:
        """End the innermost open element of these kinds, unless one of the limits is nearer."""
        if not any(self._tags[tag] for tag in targets):
            return
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in targets:
                self._tags.subtract(raw.tag for raw in self._open[depth:])
                del self._open[depth:]
                return
            if tag in limits:
                return

    def _end(self, name: str) -> None:
        if name in ("br", "p") and not self._tags[name]:
            self._add(Raw(name))
        elif name in TABLE_PARTS:
            self._cut(frozenset((name,)), frozenset(("table",)) - {name})
        else:
            self._cut(frozenset((name,)), WALLS - {name})


def grow(html: str) -> Raw:
    """The tree of a string."""
    growing = Growing()
    for token in scan(html):
        growing.take(token)
        if growing.is_full:
            growing.take(Token(bare(html[token.end :])))
            break
    return growing.top
