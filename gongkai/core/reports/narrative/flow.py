"""The prose of a report as one string without line breaks, with the way back to the lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.core.ports import Place
from gongkai.core.reports.report import Line
from gongkai.core.reports.text.normalise import SIMPLIFIED, TRADITIONAL
from gongkai.core.reports.text.numerals import FULL_WIDTH

GAP = re.compile(r"\t|[ \u3000\xa0]{2,}|[\r\n]+")
PAGE_NUMBER = re.compile(
    r"[-—－\u2013―_·]{1,2}\d{1,3}[-—－\u2013―_·]{1,2}|第\d{1,3}页(?:[，,/]?共\d{1,3}页)?"
)
WIDE = re.compile("[\uff10-\uff19]")
OLD_FORM = re.compile("[開關總況動報訟處項]")
TO_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)
PUNCTUATION = ((",", "，"), (":", "："), (";", "；"), ("(", "（"), (")", "）"))
MARKS, TABLE_MARKS = "#*>", "|│┃║├┌└┏┗┣╔╚╠"
LONGEST_NUMBER = 12
SENTENCE_END = "。；！？：”）"
ITEM = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|第[一二三四五六]部分|附件|附："
)


@dataclass(frozen=True, slots=True)
class Flow:
    """Text that is not in tables, run together; a piece is what stood unbroken in its line.

    `text` is as written but for white space, `plain` the same length with digits, punctuation and
    traditional characters made uniform, for matching.
    """

    text: str
    plain: str
    starts: tuple[int, ...]
    owners: tuple[int, ...]
    lines: tuple[Line, ...]

    def piece_at(self, offset: int) -> int:
        """The number of the piece that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def bounds(self, piece: int) -> tuple[int, int]:
        """Where a piece starts and ends."""
        last = piece + 1 == len(self.starts)
        return self.starts[piece], len(self.text) if last else self.starts[piece + 1]

    def owner(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return self.owners[self.piece_at(offset)]

    def place(self, offset: int) -> Place:
        """The place of the line that holds an offset."""
        if not self.owners:
            return Place()
        return self.lines[self.owners[max(0, bisect_right(self.starts, offset) - 1)]].place

    def until(self, end: int) -> "Flow":
        """The text up to an offset that begins a piece."""
        last = self.piece_at(end)
        starts, owners = self.starts[:last], self.owners[:last]
        return Flow(self.text[:end], self.plain[:end], starts, owners, self.lines)

    def paragraphs(self, start: int, end: int) -> Iterator[str]:
        """The text between two offsets, line breaks inside paragraphs undone."""
        begun = start
        first, last = self.piece_at(start), self.piece_at(max(start, end - 1))
        for piece in range(first + 1, last + 1):
            cut = self.starts[piece]
            if self.text[cut - 1] in SENTENCE_END or ITEM.match(self.text, cut):
                yield self.text[begun:cut]
                begun = cut
        yield self.text[begun:end]


def uniform(text: str) -> str:
    """Make digits, punctuation and the commonest traditional characters uniform, same length."""
    for odd, usual in PUNCTUATION:
        text = text.replace(odd, usual)
    if WIDE.search(text):
        text = text.translate(FULL_WIDTH)
    if OLD_FORM.search(text):
        text = text.translate(TO_SIMPLIFIED)
    return text


def pieces(text: str) -> list[str]:
    """The parts of a line between wide gaps, without white space, marks and page numbers."""
    words = text.split()
    if not words or words[0][0] in TABLE_MARKS:
        return []
    if len(words) > 1:
        words = ["".join(part.split()) for part in GAP.split(text)]
    bare = [word.strip(MARKS) if word[:1] in MARKS else word for word in words]
    return [
        piece
        for piece in bare
        if piece and not (len(piece) < LONGEST_NUMBER and PAGE_NUMBER.fullmatch(piece))
    ]


def flow_of(lines: Sequence[Line]) -> Flow:
    """Run the prose of a report together."""
    parts: list[str] = []
    starts: list[int] = []
    owners: list[int] = []
    length = 0
    for number, line in enumerate(lines):
        if line.tabular:
            continue
        for piece in pieces(line.text):
            parts.append(piece)
            starts.append(length)
            owners.append(number)
            length += len(piece)
    text = "".join(parts)
    return Flow(text, uniform(text), tuple(starts), tuple(owners), tuple(lines))
