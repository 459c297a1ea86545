"""The parts of a report: the text between headings, as prose and as lines of the source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.core.reports.narrative.flow import Flow
from gongkai.core.reports.narrative.headings import Heading
from gongkai.core.reports.narrative.inline_tables import inline_tables
from gongkai.core.reports.report import Line, Section


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


def _column(flow: Flow, offset: int, title: str) -> int:
    """Where in its line of the source a heading begins; 0 where it is the line's first word."""
    piece = flow.piece_at(offset)
    line = flow.lines[flow.owners[piece]].text
    first = piece == 0 or flow.owners[piece - 1] != flow.owners[piece]
    if first and flow.starts[piece] == offset:
        return 0
    begins = flow.text[offset : offset + 4]
    column = line.find(begins + title[: max(0, 8 - len(begins))][len(begins) :])
    if column < 0:
        spaced = re.search(r"\s*".join(map(re.escape, flow.text[offset : offset + 6])), line)
        column = spaced.start() if spaced else 0
    return column


def _cut(lines: Sequence[Line], start: tuple[int, int], end: tuple[int, int]) -> Iterator[Line]:
    """The lines from one place to another; lines cut through come as the part that belongs."""
    for number in range(start[0], min(end[0] + 1, len(lines))):
        line = lines[number]
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(line.text)
        if first == 0 and last == len(line.text):
            yield line
        elif first < last:
            yield replace(line, text=line.text[first:last])


def parts_of(
    flow: Flow, headings: Sequence[Heading], end: int
) -> tuple[tuple[Section, ...], tuple[Stretch, ...]]:
    """The sections of a report, the first (number 0) being what stands before the first heading.

    `end` is where the signature begins; lines behind it still belong to the last section.
    """
    marks = [Heading(0, 0, "", "", 0), *headings]
    places = [(0, 0)] + [
        (flow.owner(h.start), _column(flow, h.start, flow.text[h.start : h.end])) for h in headings
    ]
    places.append((len(flow.lines), 0))
    sections: list[Section] = []
    stretches: list[Stretch] = []
    for index, heading in enumerate(marks):
        stop = marks[index + 1].start if index + 1 < len(marks) else max(end, heading.end)
        prose = list(_prose(flow, heading, stop))
        stretches += prose
        body = "\n".join(p for s in prose for p in flow.paragraphs(s.start, s.end))
        lines = tuple(_cut(flow.lines, places[index], places[index + 1]))
        place = flow.place(heading.start)
        number, ordinal = heading.number, heading.ordinal
        sections.append(Section(number, ordinal, heading.title, body, place, lines))
    return tuple(sections), tuple(stretches)
