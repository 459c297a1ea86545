"""Plain text and Markdown: lines as they stand, pipe tables as grids."""

import re
from collections.abc import Iterator

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.plain.encoding import decoded
from gongkai.adapters.documents.plain.pipes import grid_of, is_pipe_row
from gongkai.adapters.documents.plain.signs import replaced
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Block, Document, DocumentKind, Place, TextLine

LINE_ENDS = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85|\x0b")
PIPE = "|"
HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
QUIET = {"\ufeff": "", "\x00": "", "\x0c": "", "\x1a": ""}  # marks, page feeds, old ends of file


def read_text(job: Job) -> Document:
    """Read plain text; pipe tables are grids here too."""
    return job.document(DocumentKind.TEXT, _blocks(job, headings=False))


def read_markdown(job: Job) -> Document:
    """Read Markdown: the signs of headings are dropped."""
    return job.document(DocumentKind.MARKDOWN, _blocks(job, headings=True))


def _blocks(job: Job, *, headings: bool) -> list[Block]:
    """All lines of the file in order; nothing at all where it is blank."""
    found = decoded(job)
    if found is None:
        raise job.refuse("FILE-KIND", kind=Kind.BINARY.label)
    lines = LINE_ENDS.split(replaced(found.text, QUIET))
    if not any(line.strip() for line in lines):
        raise job.refuse("FILE-NO-TEXT")
    job.check_time()
    return list(_grouped(lines, headings=headings))


def _grouped(lines: list[str], *, headings: bool) -> Iterator[Block]:
    """Lines one by one, runs of pipe rows together."""
    if not headings and not any(PIPE in line for line in lines):
        yield from [TextLine(line, Place(None, n)) for n, line in enumerate(lines, 1)]
        return
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and is_pipe_row(lines[end]):
            end += 1
        if end > index:
            yield from grid_of(lines[index:end], index + 1)
            index = end
            continue
        text = lines[index]
        match = HEADING.match(text) if headings else None
        yield TextLine(match[1] if match else text, Place(line=index + 1))
        index += 1
