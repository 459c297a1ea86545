"""The parts of a report: the text between headings, as prose and as lines of the source."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.headings import Heading
from gongkai.core.reports.narrative.inline_tables import inline_tables
from gongkai.core.reports.report import Line, Section

KEY = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of prose without tables, and the number of the part it stands in."""

    section: int | None
    start: int
    end: int


def _prose(flow: Flow, heading: Heading, end: int) -> Iterator[Stretch]:
    start = heading.end
    for table_start, table_end in inline_tables(flow.plain, heading.end, end):
        if start < table_start:
            yield Stretch(heading.number, start, table_start)
        start = table_end
    if start < end:
        yield Stretch(heading.number, start, end)


def _column(flow: Flow, offset: int) -> int:
    """Where in its line of the source a heading begins; 0 where it is the line's first word."""
    line = flow.owner(offset)
    begins = flow.starts[bisect_left(flow.owners, line)]
    if begins == offset:
        return 0
    words = flow.text[offset : offset + KEY]
    written, column = flow.lines[line].text, -1
    for _ in range(flow.text.count(words, begins, offset) + 1):
        column = written.find(words, column + 1)
    if column < 0:
        spaced = re.search(r"\s*".join(map(re.escape, words)), written)
        column = spaced.start() if spaced else 0
    return column


def _cut(lines: Sequence[Line], start: tuple[int, int], end: tuple[int, int]) -> tuple[Line, ...]:
    """The lines from one place to another; lines cut through come as the part that belongs."""
    (first, column), (last, stop) = start, end
    if first == last and first < len(lines):
        return tuple(_piece(lines[first], column, stop))
    begun = tuple(_piece(lines[first], column, None)) if column else ()
    ended = tuple(_piece(lines[last], 0, stop)) if stop else ()
    return (*begun, *lines[first + 1 if column else first : last], *ended)


def _piece(line: Line, start: int, end: int | None) -> Iterator[Line]:
    text = line.text[start:end]
    if text:
        yield replace(line, text=text)


def parts_of(
    flow: Flow, headings: Sequence[Heading], end: int
) -> tuple[tuple[Section, ...], tuple[Stretch, ...]]:
    """The sections of a report, the first (number 0) being what stands before the first heading.

    `end` is where the signature begins; lines behind it still belong to the last section.
    """
    marks = [Heading(0, 0, "", "", 0), *headings]
    places = [(0, 0)] + [(flow.owner(h.start), _column(flow, h.start)) for h in headings]
    places.append((len(flow.lines), 0))
    sections: list[Section] = []
    stretches: list[Stretch] = []
    for index, heading in enumerate(marks):
        stop = marks[index + 1].start if index + 1 < len(marks) else max(end, heading.end)
        prose = list(_prose(flow, heading, stop))
        stretches += prose
        body = "\n".join(p for s in prose for p in flow.paragraphs(s.start, s.end))
        lines = _cut(flow.lines, places[index], places[index + 1])
        place = flow.place(heading.start)
        number, ordinal = heading.number, heading.ordinal
        sections.append(Section(number, ordinal, heading.title, body, place, lines))
    return tuple(sections), tuple(stretches)
