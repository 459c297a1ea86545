"""Where the statutory tables stand in the text, told by the words that only they contain."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.core.reports.reading.source.atoms import WORD, Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.text.normalise import MARKS

TABLE_2 = re.compile(
    r"第二十条第.{0,6}?项(?=.{0,60}(?:信息内容|规章|本年))|信息内容(?=.{0,40}(?:本年|上一年|数量|件数))"
    r"|本年新?制[作发](?:数量|件数)|规章(?=.{0,12}规范性文件.{0,60}行政许可.{0,70}行政处罚)"
)
TABLE_3 = re.compile(
    r"本列数据的勾稽关系|勾稽关系为|申请人情况|法人或其他组织|自然人.{0,12}商业企业"
    r"|[一1]?本年度?新收政府信息公开申请数|[二2]?上年度?结转政府信息公开申请数|三本年度?办理结果"
)
SIGNATURE = re.compile(
    r"属于国家秘密|其他法律行政法规|三安全一稳定|第三方合法权益|三类内部事务|四类过程性|行政执法案卷|行政查询事项"
    r"|不掌握相关|没有现成信息|补正后申请|信访举报投诉|重复申请|公开出版物|大量反复|重新出具|结转下年度"
)
TABLE_4 = re.compile(
    r"结果维持|维持结果|结果纠正|尚未审结|未经复议直接起诉|复议后起诉|结维持果|维持纠正"
)
HEADING_3 = re.compile(r"[三3]?收到[和及与]?处理政府信息公开申请")
HEADING_4 = re.compile(r"[四4]?(?:因?政府信息公开工?作?被?(?:申请|提起)?)?行政复议.{0,8}行政诉讼")
HEADING_5 = re.compile(r"[五5]?(?:政府信息公开工作)?存在的?(?:主要)?问题|[五5]主要问题")
LAST_WORD = "情况"
ROWS_APART, HEAD_APART, ENOUGH, FAR = 120, 450, 3, 400
"""How near the words of a table stand to one another, in letters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the source: line and offset in it."""

    line: int
    offset: int


@dataclass(frozen=True, slots=True)
class Region:
    """The atoms of one table, and where it begins and ends in the source."""

    atoms: tuple[Atom, ...]
    start: Spot
    end: Spot
    letters: str


class Text:
    """All words of a source in one string of letters, each letter knowing its atom."""

    def __init__(self, lines: Sequence[SourceLine], atoms: Sequence[Atom]) -> None:
        self.lines, self.atoms = lines, atoms
        self.starts: list[int] = []
        self.owners: list[int] = []
        parts: list[str] = []
        size = 0
        for index, atom in enumerate(atoms):
            if atom.kind == WORD:
                self.starts.append(size)
                self.owners.append(index)
                parts.append(atom.text)
                size += len(atom.text)
        self.letters = "".join(parts)

    def spot(self, position: int) -> Spot:
        """Where a letter stands in the source."""
        if position >= len(self.letters):
            last = len(self.lines) - 1
            return Spot(last, len(self.lines[last].text)) if self.lines else Spot(0, 0)
        word = bisect_right(self.starts, position) - 1
        atom = self.atoms[self.owners[word]]
        skip = position - self.starts[word]
        for offset in range(atom.start, atom.end):
            if ord(self.lines[atom.line].folded[offset]) in MARKS:
                continue
            if skip == 0:
                return Spot(atom.line, offset)
            skip -= 1
        return Spot(atom.line, atom.end)

    def region(self, start: int, end: int) -> Region:
        """The atoms between two letters, words at the borders cut to what lies between them."""
        first, last = self._after(start), self.spot(end)
        inside = [
            atom
            for atom in self.atoms
            if (atom.line, atom.end) > (first.line, first.offset)
            and (atom.line, atom.start) < (last.line, last.offset)
        ]
        cut = tuple(self._cut(atom, first, last) for atom in inside)
        return Region(
            tuple(a for a in cut if a.kind != WORD or a.text), first, last, self.letters[start:end]
        )

    def _after(self, position: int) -> Spot:
        """Right behind the letter before: numbers may stand before the table's first word."""
        if position == 0:
            return Spot(0, 0)
        spot = self.spot(position - 1)
        return Spot(spot.line, spot.offset + 1)

    def _cut(self, atom: Atom, first: Spot, last: Spot) -> Atom:
        start = max(atom.start, first.offset) if atom.line == first.line else atom.start
        end = min(atom.end, last.offset) if atom.line == last.line else atom.end
        if (start, end) == (atom.start, atom.end) or atom.kind != WORD:
            return atom
        line = self.lines[atom.line]
        text = line.folded[start:end].translate(MARKS)
        return Atom(WORD, text, line.text[start:end], atom.line, start, end, atom.column)


@dataclass(frozen=True, slots=True)
class Found:
    """Letter positions of the tables of one report: (start, end), None where there is no table."""

    table2: tuple[int, int] | None
    applications: tuple[int, int] | None
    review: tuple[int, int] | None

    @property
    def end(self) -> int:
        """Where the last table ends."""
        return max((span[1] for span in self.spans()), default=0)

    @property
    def start(self) -> int:
        """Where the first table begins."""
        return min((span[0] for span in self.spans()), default=0)

    def spans(self) -> Iterable[tuple[int, int]]:
        """The spans that there are."""
        return [s for s in (self.table2, self.applications, self.review) if s is not None]


def find_tables(text: str, start: int = 0) -> Found:
    """Find the next report's three tables in the letters of a text."""
    third = _third(text, start)
    second = _second(text, start, third)
    # A second table that lies behind the third belongs to the next report of the same file.
    after = max((s[1] for s in (second, third) if s), default=start)
    fourth = _fourth(text, after, bounded=third is not None or second is not None)
    if third is not None and fourth is not None and fourth[0] < third[1]:
        third = (third[0], fourth[0])
    return Found(second, third, fourth)


def _second(text: str, start: int, third: tuple[int, int] | None) -> tuple[int, int] | None:
    limit = third[0] if third else len(text)
    match = TABLE_2.search(text, start, limit)
    if match is None:
        return None
    heading = HEADING_3.search(text, match.end(), limit)
    ends = [limit, len(text)] + ([heading.start()] if heading else [])
    if third is None:
        for border in HEADING_4, HEADING_5:
            found = border.search(text, match.end())
            ends += [found.start()] if found else []
    return match.start(), min(ends)


def _past_heading(text: str, end: int) -> int:
    """The end of a heading whose last word is 情况."""
    return end + len(LAST_WORD) if text.startswith(LAST_WORD, end) else end


def _begins(text: str, start: int) -> int | None:
    """The first place where the words of table 3 stand close enough together to be its rows."""
    marks = [(found.start(), found.group()) for found in SIGNATURE.finditer(text, start)]
    rows = (
        position
        for index, (position, _) in enumerate(marks)
        if len({name for at, name in marks[index : index + 6] if at - position <= ROWS_APART})
        >= ENOUGH
    )
    first = next(rows, None)
    if first is None:
        return None
    heads = TABLE_3.finditer(text, max(start, first - HEAD_APART), first)
    return next((head.start() for head in heads), first)


def _third(text: str, start: int) -> tuple[int, int] | None:
    begin = _begins(text, start)
    if begin is None:
        return None
    first = SIGNATURE.search(text, begin)
    until = first.start() if first else begin
    for heading in HEADING_3.finditer(text, max(start, begin - 60), until):
        begin = _past_heading(text, heading.end())
    ends = [len(text)]
    for border in HEADING_4, TABLE_4, HEADING_5:
        found = border.search(text, until)
        ends += [found.start()] if found else []
    return begin, min(ends)


def _fourth(text: str, start: int, *, bounded: bool) -> tuple[int, int] | None:
    match = TABLE_4.search(text, start)
    if match is None:
        return None
    stop = HEADING_5.search(text, start)
    if stop is not None and stop.start() < match.start():
        return None
    if bounded and match.start() - start > FAR:
        return None
    begin = match.start()
    headings = list(HEADING_4.finditer(text, start, begin + 1))
    if headings:
        begin = _past_heading(text, headings[0].end())
    return min(begin, match.start()), stop.start() if stop else len(text)
