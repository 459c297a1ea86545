"""Headings of the first rank, wherever they stand: alone, broken over lines, or inside a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.titles import EXACT, OTHER_PARTS, PARTS, ROW_LABEL, meaning
from gongkai.core.reports.text.numerals import chinese_value

CHINESE_ORDINAL = "第?[一二三四五六七八九十]{1,3}(?:部分)?"
TITLES = "|".join(
    [f"(?P<t0>{OTHER_PARTS})", *(f"(?P<t{part.number}>{part.pattern})" for part in PARTS)]
)
# The first letter stands alone, so that the search skips quickly to those that may begin a heading.
FORM_HEADING = re.compile(
    "(?P<ordinal>[一二三四五六七八九十1-9第](?:(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}(?=[、.．，])"
    "|(?<=[1-9])(?<![\\d.].)(?=[、.．，])|(?<=第)[一二三四五六七八九]部分))"
    f"[、.．，：]?(?:{TITLES})"
)
OWN_LINE = re.compile(rf"(?P<ordinal>{CHINESE_ORDINAL})[、.．，：](?P<title>[^。；！？]{{2,40}})")
LOST_ORDINAL = re.compile(
    "(?P<title>[主收政](?<=[。；况].)(?:(?<=主)动公开政府信息情况(?=第二十条)"
    "|(?<=收)到和处理政府信息公开申请情况(?=（本列)"
    "|(?<=政)府信息公开行政复议、行政诉讼情况(?=行政复议)))"
)
FIRST_LETTERS = "一二三四五六七八九十第"
LONGEST, LEAST = 30, 5
NOT_BEFORE = "《（“第）、"
TAIL = re.compile("(?:[的及和与][^，。；：！？、（\\d]{1,14})?[：。]?$")
FILLER = re.compile(r"[.．·…。\d\s—-]+|目录|第|页")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first rank: where it stands, its numeral, title, and part of the form."""

    start: int
    end: int
    ordinal: str
    title: str
    number: int | None

    @property
    def rank(self) -> int:
        """The numeral as a number; 0 where it is lost."""
        return _rank(self.ordinal)


@lru_cache(maxsize=256)
def _rank(ordinal: str) -> int:
    if ordinal.isdigit():
        return int(ordinal)
    return chinese_value(ordinal.strip("第部分")) or 0


def _to_end_of_piece(flow: Flow, end: int) -> int:
    """Take in the rest of the line where it is but the end of the title."""
    if end >= len(flow.plain) or end in flow.starts:
        return end
    stop = flow.bounds(flow.piece_at(end))[1]
    return stop if TAIL.match(flow.plain, end, stop) else end


def _form_headings(flow: Flow) -> Iterator[Heading]:
    begins = frozenset(flow.starts)
    for found in FORM_HEADING.finditer(flow.plain):
        start = found.start()
        if start and start not in begins and flow.plain[start - 1] in NOT_BEFORE:
            continue
        kind = found.lastgroup or "t0"
        end = _to_end_of_piece(flow, found.end())
        title = flow.text[found.start(kind) : end].rstrip("：。")
        yield Heading(start, end, found["ordinal"], title, int(kind[1:]) or None)


def _own_lines(flow: Flow) -> Iterator[Heading]:
    for piece, start in enumerate(flow.starts):
        if flow.plain[start] not in FIRST_LETTERS:
            continue
        end = flow.bounds(piece)[1]
        found = OWN_LINE.fullmatch(flow.plain, start, end)
        if found and not ROW_LABEL.search(found["title"]):
            title = flow.text[found.start("title") : end].rstrip("：")
            yield Heading(start, end, found["ordinal"], title, meaning(title))


def _without_ordinal(flow: Flow) -> Iterator[Heading]:
    for piece, start in enumerate(flow.starts):
        end = flow.bounds(piece)[1]
        title = flow.plain[start:end] if end - start < LONGEST else ""
        if title in EXACT:
            yield Heading(start, end, "", flow.text[start:end], EXACT[title])
    for found in LOST_ORDINAL.finditer(flow.plain):
        yield Heading(*found.span(), "", found["title"], EXACT[found["title"]])


def _without_contents(flow: Flow, found: Sequence[Heading]) -> list[Heading]:
    """Leave out a table of contents: titles that come again later, with nothing between them."""
    kept: list[Heading] = []
    dropped = False
    for index, heading in enumerate(found):
        later = [other.number for other in found[index + 1 :]]
        again = heading.number is not None and heading.number in later
        dropped = again and (dropped or _empty(flow, heading.end, found[index + 1].start))
        if not dropped:
            kept.append(heading)
    return kept


def _empty(flow: Flow, start: int, end: int) -> bool:
    """Whether there is nothing between two headings but dots, numbers of pages and the like."""
    return len(FILLER.sub("", flow.plain[start:end])) < LEAST


def _in_order(found: Sequence[Heading]) -> list[Heading]:
    """Leave out what comes a second time under the same numeral."""
    kept: list[Heading] = []
    for heading in found:
        twice = any(other.number == heading.number and other.rank >= heading.rank for other in kept)
        if heading.number is None or not twice:
            kept.append(heading)
    return kept


def _fill(sure: list[Heading], others: Iterator[Heading]) -> list[Heading]:
    """Add the headings that fit by their numeral between those that are sure."""
    found = list(sure)
    for other in others:
        before = [h for h in found if h.start < other.start]
        low = before[-1].rank if before else 0
        high = next((h.rank for h in found if h.start > other.start and h.rank), 100)
        if low < other.rank < high and not any(h.start == other.start for h in found):
            found = sorted([*found, other], key=lambda h: h.start)
    return found


def _add_lost(sure: list[Heading], lost: Iterator[Heading]) -> list[Heading]:
    found = list(sure)
    for other in lost:
        known = {h.number for h in found}
        low = max((h.number or 0 for h in found if h.start < other.start), default=0)
        high = min((h.number or 9 for h in found if h.start > other.start), default=9)
        if other.number not in known and low < (other.number or 0) < high:
            found = sorted([*found, other], key=lambda h: h.start)
    return found


def find_headings(flow: Flow) -> tuple[Heading, ...]:
    """All headings of the first rank, in the order they stand."""
    form = list(_form_headings(flow))
    chinese = [heading for heading in form if not heading.ordinal.isdigit()]
    sure = _in_order(_without_contents(flow, chinese if len(chinese) > 1 else form))
    found = _add_lost(_fill(sure, _own_lines(flow)), _without_ordinal(flow))
    cut = [replace(a, end=min(a.end, b.start)) for a, b in pairwise(found)]
    return (*cut, *found[-1:])
