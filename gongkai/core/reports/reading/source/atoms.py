"""The source as atoms in reading order: words, numbers and blank cells, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.text.normalise import letters

WORD, NUMBER, BLANK = "word", "number", "blank"

# Inside a table a lone O, l, I or 丨 is a misread digit; a unit may follow the number.
NUMERAL = r"[-+]?[\dOoQlI丨〇○][\dOoQlI丨〇○]*(?:,\d{3})*(?:\.\d+)?"
SCAN = re.compile(
    r"(?P<note>\((?=[^()]*[\u4e00-\u9fff])(?=[^()]*\d)[^()]*\))"
    r"|(?P<name>表\s?\d{1,2}(?!\d))"
    r"|(?P<change>(?:增加?|减少?)\s?(?=\d))"
    rf"|(?P<number>(?<![A-Za-z.]){NUMERAL}(?![\dA-Za-z%.])|[-+]?\d+(?=\s?[.、,:)]))"
    r"|(?P<blank>(?<![^\s])(?:-{1,3}|/|\\|无|\*{1,2})(?![^\s]))"
)
ORDINAL_AFTER = re.compile(r"\s?[.、,:)]\s?(?=[\u4e00-\u9fff\"(])")
UNIT_AFTER = re.compile(
    r"\s?(?:件|项|万元|元|个|条|宗|人次|次)(?![\u4e00-\u9fff])|\s?万元|\s?元(?!素)"
)
BLANK_CELL = re.compile(r"[-/\\*无空\ufffd]{0,3}\s*")
BAR = "|"
NUMBER_LIKE = re.compile(r"[\dOoQlI丨〇○/\\*\-无]")
REMARK = re.compile(r"\s*注[:：释]|[。；]")
LESS = re.compile(r"减")
LONGEST_REMARK, LONGEST_NOTE = 240, 40
DIGIT, ENDS_WITH_NUMBER = re.compile(r"\d"), re.compile(r"\d\s*$")
PAGE_MARK = re.compile(r"\s*(?:-\s?\d{1,3}\s?-|第\s?\d{1,3}\s?页.{0,12}|\d{1,3}\s?/\s?\d{1,3})\s*")
PLAIN_DIGITS = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "丨": "1"}
)
MISREAD = re.compile(r"[OoQlI丨○]")


class Atom(NamedTuple):
    """A word, a number or a blank cell.

    `text` is folded (of a number: plain digits), `raw` as written; `line` indexes the source
    lines, `start` and `end` are offsets in that line; `column` is known in divided lines.
    """

    kind: str
    text: str
    raw: str
    line: int
    start: int
    end: int
    column: int | None = None


def atoms_of(lines: Sequence[SourceLine]) -> list[Atom]:
    """The atoms of all lines in reading order."""
    atoms: list[Atom] = []
    noted = _broken_notes(lines)
    for index, line in enumerate(lines):
        if line.fields is None:
            plain = _plain(line, index)
            if plain is not None:
                atoms.append(plain)
            elif not line.folded.isspace() and not PAGE_MARK.fullmatch(line.folded):
                atoms.extend(_undivided(line, index, noted.get(index)))
            continue
        for column, offset, text in line.fields:
            if BLANK_CELL.fullmatch(text):
                raw = line.text[offset : offset + len(text)].strip()
                atoms.append(Atom(BLANK, "", raw, index, offset, offset + len(text), column))
            else:
                atoms.extend(Piece(text, line, index, offset, column).atoms())
    return atoms


def _plain(line: SourceLine, index: int) -> Atom | None:
    """The one atom of a line that is nothing but digits, or has nothing like a number in it."""
    text = line.folded
    if text.isascii() and text.isdigit():
        return Atom(NUMBER, text, line.text, index, 0, len(text))
    if text.strip() == BAR:
        return Atom(BLANK, "", BAR, index, 0, len(text))
    if NUMBER_LIKE.search(text):
        return None
    word = letters(text)
    return Atom(WORD, word, line.text.strip(), index, 0, len(text)) if word else None


def _undivided(line: SourceLine, index: int, note: tuple[int, int] | None) -> Iterator[Atom]:
    """The atoms of a line without cells. A remark under the table is words, whatever it counts."""
    if len(line.text) < LONGEST_REMARK and REMARK.search(line.text):
        yield from Piece(line.folded, line, index).word(0, len(line.folded))
    elif note is None:
        yield from Piece(line.folded, line, index).atoms()
    else:
        start, end = note
        yield from Piece(line.folded[:start], line, index).atoms()
        yield from Piece(line.folded[end:], line, index, end).atoms()


def _broken_notes(lines: Sequence[SourceLine]) -> dict[int, tuple[int, int]]:
    """The part of each line that is a note in brackets running on: （含 / 自然失效30件）."""
    noted: dict[int, tuple[int, int]] = {}
    for index, (line, following) in enumerate(pairwise(lines)):
        start = line.folded.rfind("(")
        if start < 0 or line.fields or line.folded.find(")", start) >= 0:
            continue
        end = following.folded.find(")")
        inside = line.folded[start:] + following.folded[: end + 1]
        counts = end >= 0 and len(inside) < LONGEST_NOTE and DIGIT.search(inside)
        if counts and ENDS_WITH_NUMBER.search(line.folded[:start]):
            noted[index] = (start, len(line.folded))
            noted[index + 1] = (0, end + 1)
    return noted


@dataclass(slots=True)
class Piece:
    """One cell, or one line without cells, to be cut into atoms. `base` is its offset in the
    line."""

    text: str
    line: SourceLine
    index: int
    base: int = 0
    column: int | None = None

    def atoms(self) -> Iterator[Atom]:
        """The words, numbers and blanks of the piece."""
        position, sign, signed_at = 0, "", None
        for match in SCAN.finditer(self.text):
            start, end = match.span()
            kind = match.lastgroup
            if kind == "number":
                end = self._before_ordinal(end)
            if start < position or (not self.text[start:end].strip("+-") and kind == "number"):
                continue
            yield from self.word(position, start)
            position = end
            if kind == "change":
                sign, signed_at = "-" if LESS.match(match.group()) else "", start
            elif kind == "number":
                position = self._after_unit(end)
                digits = sign + self.text[start:end].translate(PLAIN_DIGITS).replace(",", "")
                first = start if signed_at is None else signed_at
                yield self._atom(NUMBER, digits, first, position)
                sign, signed_at = "", None
            elif kind == "blank":
                yield self._atom(BLANK, "", start, end)
        yield from self.word(position, len(self.text))

    def word(self, start: int, end: int) -> Iterator[Atom]:
        """What stands between two numbers, if there are letters in it."""
        text = letters(self.text[start:end])
        if text:
            yield self._atom(WORD, text, start, end)

    def _atom(self, kind: str, text: str, start: int, end: int) -> Atom:
        first, last = self.base + start, self.base + end
        raw = self.line.text[first:last].strip()
        return Atom(kind, text, raw, self.index, first, last, self.column)

    def _before_ordinal(self, end: int) -> int:
        """Where a number ends whose last digit is the ordinal of the label behind it
        (…002.重复申请)."""
        after = ORDINAL_AFTER.match(self.text, end)
        return end - 1 if after and self.text[end - 1].isdigit() else end

    def _after_unit(self, end: int) -> int:
        unit = UNIT_AFTER.match(self.text, end)
        return unit.end() if unit else end
