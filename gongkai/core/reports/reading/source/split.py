"""Several reports in one document, told apart by their second set of tables."""

import re
from collections.abc import Sequence

from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.reading.source.regions import Found, Spot, Text, find_tables

TITLE = re.compile(r"年?度?政府信息公开工?作?年?度?报告")
FIRST_PART = re.compile(r"[一1](?:总体情况|基本情况|概述|概况)")
LONGEST_TITLE = 60
ORGAN_LINE = re.compile(
    r"[\u4e00-\u9fff]{4,24}(?:局|厅|委|会|室|府|院|处|队|中心|部|办|站|所|行|社)"
)


def reports_in(text: Text, found: Found) -> list[Sequence[SourceLine]]:
    """The lines of each report, where there are several; nothing where there is one or none."""
    borders: list[Spot] = []
    while found.table2 or found.applications:
        after = find_tables(text.letters, found.end)
        if not after.applications or after.start <= found.end:
            break
        borders.append(_border(text, found.end, after.start))
        found = after
    return _cut(text.lines, borders) if borders else []


def _border(text: Text, end: int, start: int) -> Spot:
    """Where the next report begins, between the end of one's tables and the start of the next's."""
    first_part = FIRST_PART.search(text.letters, end, start)
    limit = first_part.start() if first_part else start
    titles = list(TITLE.finditer(text.letters, end, limit))
    spot = text.spot(titles[0].start() if titles else limit)
    if spot.offset > LONGEST_TITLE:
        return spot
    line = spot.line
    before = line - 1
    while before > 0 and not text.lines[before].text.strip():
        before -= 1
    if before >= 0 and ORGAN_LINE.fullmatch(text.lines[before].text.strip()):
        return Spot(before, 0)
    return Spot(line, 0)


def _cut(lines: Sequence[SourceLine], borders: Sequence[Spot]) -> list[Sequence[SourceLine]]:
    parts: list[Sequence[SourceLine]] = []
    rest = list(lines)
    shift = 0
    for spot in borders:
        index = spot.line - shift
        line = rest[index]
        head, tail = rest[:index], rest[index:]
        if spot.offset:
            head.append(_piece(line, 0, spot.offset))
            tail[0] = _piece(line, spot.offset, len(line.text))
        parts.append(head)
        rest, shift = tail, spot.line
    return [*parts, rest]


def _piece(line: SourceLine, start: int, end: int) -> SourceLine:
    return line._replace(text=line.text[start:end], folded=line.folded[start:end], fields=None)
