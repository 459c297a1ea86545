"""A part's text as it is searched: tricks of writing undone, each place known in the original.

Full-width and decorated letters and digits become plain ones, spaces become one kind of space,
characters that nobody sees (zero-width, direction marks) go. Everything but the last is one
character for one, so that only the places of removed characters need to be remembered.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from gongkai.core.checks.content import Part, PartKind
from gongkai.core.checks.tables import Row, Table, rows_of, tables_of
from gongkai.core.finding import Span

ORDINARY: Final = r"\t\n !-~\u4e00-\u9fff、。〇《》“”\u2018\u2019…—，；：？！（）〔〕【】·"
ODD: Final = re.compile(f"[^{ORDINARY}]")
UNSEEN: Final = frozenset({"Cf", "Mn", "Me"})
"""Format characters and marks that sit on others: a number is the same without them."""
BREAKS: Final = frozenset("\x0b\x0c\x85\u2028\u2029")
ADDRESS: Final = re.compile(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+", re.IGNORECASE)
LETTERS: Final = frozenset({"Lu", "Ll", "Lo"})


@lru_cache(maxsize=4096)
def plain_character(char: str) -> str:
    """The character as it is searched for; nothing for one that is not seen."""
    kind = unicodedata.category(char)
    if kind in UNSEEN or char == "\r":
        return ""
    if char in BREAKS:
        return "\n"
    if kind == "Zs":
        return " "
    if kind == "Nd":
        return str(unicodedata.digit(char))
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 and unicodedata.category(folded) in LETTERS else char


@dataclass(frozen=True, eq=False)
class Text:
    """One part as it is searched. `removed` are the places, in `plain`, where something went."""

    part: Part
    plain: str
    removed: tuple[int, ...] = ()

    @classmethod
    def of(cls, part: Part) -> "Text":
        """The part, made plain."""
        if not ODD.search(part.text):
            return cls(part, part.text)
        removed = list[int]()

        def change(found: re.Match[str]) -> str:
            char = plain_character(found[0])
            if not char:
                removed.append(found.start() - len(removed))
            return char

        plain = ODD.sub(change, part.text)
        return cls(part, plain, tuple(removed))

    @property
    def is_hidden(self) -> bool:
        """Whether a reader does not see it at once."""
        return self.part.kind is PartKind.FILE_HIDDEN

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The lines, parted into cells where there are tabs."""
        return tuple(rows_of(self.plain))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in it."""
        return tuple(tables_of(self.rows))

    @cached_property
    def addresses(self) -> tuple[tuple[int, int], ...]:
        """From where to where addresses of the web stand in it."""
        if not self.has("://", "."):
            return ()
        return tuple(found.span() for found in ADDRESS.finditer(self.plain))

    def has(self, *signs: str) -> bool:
        """Whether one of the signs stands in it: to look for them costs next to nothing, so rules
        ask this before they search for a pattern that cannot be without them."""
        return any(sign in self.plain for sign in signs)

    def in_address(self, place: int) -> bool:
        """Whether a place lies in an address of the web."""
        number = bisect_right(self.addresses, place, key=lambda span: span[0])
        return number > 0 and place < self.addresses[number - 1][1]

    def line_at(self, place: int) -> str:
        """The line a place stands in."""
        return self.plain[slice(*self.line_span(place))]

    def line_span(self, place: int) -> tuple[int, int]:
        """From where to where the line goes that a place stands in."""
        end = self.plain.find("\n", place)
        return self.plain.rfind("\n", 0, place) + 1, len(self.plain) if end < 0 else end

    def before(self, place: int, most: int) -> str:
        """Up to so many characters before a place, in the same line."""
        return self.plain[max(0, place - most) : place].rpartition("\n")[2]

    def after(self, place: int, most: int) -> str:
        """Up to so many characters behind a place, in the same line."""
        return self.plain[place : place + most].partition("\n")[0]

    def original(self, place: int) -> int:
        """Where a character of `plain` stands in the original."""
        return place + bisect_right(self.removed, place)

    def span(self, start: int, end: int, suggestion: str = "") -> Span:
        """A place of `plain` as a place of the original."""
        first = self.original(start)
        last = self.original(end - 1) + 1 if end > start else first
        return Span(self.part.key, first, last, self.part.text[first:last], suggestion)
