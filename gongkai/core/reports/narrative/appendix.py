"""The statistical appendix (统计表) of 2014 to 2018: its rows, however they are laid out."""

import re
from collections.abc import Iterator, Sequence

from gongkai.core.reports.narrative.flow import Flow, uniform
from gongkai.core.reports.report import Line, Number
from gongkai.core.reports.text.numerals import arabic_value

UNIT_HEADER = "单位"
HEADER = re.compile("(?:统计)?(?:指标|项目)(?:名称)?(?:计量)?单位(?:统计)?(?:数据?|数量|数值|结果)")
UNIT_WORDS = ("万元", "人次", "场次", *"条件次篇个人元份场期项起种处")
UNIT = "(?:" + "|".join(UNIT_WORDS) + ")"
VALUE = r"(?:\d{1,3}(?:[,，]\d{3})+|\d{1,12})(?:\.\d{1,6})?"
BLANK = re.compile("[-—/]{1,2}|无")
CELLS = re.compile(r"[\t|]|[ \u3000\xa0]{2,}")
# a label ends with one of these, then come its unit and, perhaps, its value
LABEL_END = "数|量|费用|经费|人员|情形|请求|隐私|秘密|信息|稳定|）|开支"
SPACED = re.compile(rf"(?P<label>.*[^\s\d])\s+(?P<unit>{UNIT})(?:\s*(?P<value>{VALUE}|[-—/]))?")
GLUED = re.compile(
    rf"(?P<label>(?:[^\d]|\d[.、]|\d+(?=[^\d]{{1,3}}）))*?(?:{LABEL_END}))(?P<unit>{UNIT})"
    rf"(?P<value>\d+?(?=\d[.、][^\d])|{VALUE})?(?=[^\d]|\d[.、]|$)"
)
NEW_LABEL = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）|\d[.、]|其中"
)
GROUP = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^（\d]{2,24}?情况(?=[（\d])"
)
CAPTION = re.compile("统计表|附件|附表|填报|年度）")
ENOUGH, CAPTIONS = 3, 4


def appendix_rows(lines: Sequence[Line]) -> tuple[tuple[str, str, Number | None], ...]:
    """The rows of a statistical appendix (label, unit, value); none where there is no appendix.

    A value is None where the source has a blank. Cells may stand one to a line, be parted by tabs
    or wide gaps, or run together.
    """
    texts = [uniform(line.text) for line in lines]
    header = _header(texts)
    if header is None:
        return ()
    line, offset = header
    rows = tuple(_rows(_cells([texts[line][offset:], *texts[line + 1 :]])))
    return rows if len(rows) >= ENOUGH else ()


def _header(texts: Sequence[str]) -> tuple[int, int] | None:
    """Where the header row ends: the number of its last line, and the offset in it."""
    if not any(UNIT_HEADER in text for text in texts):
        return None
    letters: list[str] = []
    ends: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        for offset, char in enumerate(text, 1):
            if not char.isspace() and char != "|":
                letters.append(char)
                ends.append((number, offset))
    found = HEADER.search("".join(letters))
    return ends[found.end() - 1] if found else None


def _cells(texts: Sequence[str]) -> Iterator[str]:
    """The cells after the header, each a label, a unit or a value."""
    for text in texts:
        for part in CELLS.split(text):
            cell = part.strip()
            spaced = SPACED.fullmatch(cell)
            if spaced:
                yield from (spaced["label"], spaced["unit"], spaced["value"] or "")
            elif cell:
                yield from _unglued("".join(cell.split()))


def _unglued(cell: str) -> Iterator[str]:
    position = 0
    while found := GLUED.match(cell, position):
        yield from (found["label"], found["unit"], found["value"] or "")
        position = found.end()
    yield cell[position:]


def _rows(cells: Iterator[str]) -> Iterator[tuple[str, str, Number | None]]:
    label, unit = "", ""
    for cell in filter(None, cells):
        if cell in UNIT_WORDS and label and not unit:
            unit = cell
        elif unit and (BLANK.fullmatch(cell) or arabic_value(cell) is not None):
            yield GROUP.sub("", label), unit, arabic_value(cell)
            label, unit = "", ""
        else:
            if unit:
                yield GROUP.sub("", label), unit, None
            begins = unit or NEW_LABEL.match(cell)
            label, unit = (cell if begins else label + cell), ""
    if unit:
        yield GROUP.sub("", label), unit, None


def without_appendix(flow: Flow) -> Flow:
    """The prose before the appendix and its caption; all of it where there is no appendix."""
    found = HEADER.search(flow.plain) if UNIT_HEADER in flow.plain else None
    if found is None:
        return flow
    first = flow.piece_at(found.start())
    for piece in range(first - 1, max(-1, first - 1 - CAPTIONS), -1):
        if not CAPTION.search(flow.plain, *flow.bounds(piece)):
            break
        first = piece
    return flow.until(flow.starts[first])
