"""Markdown whose tables are written in HTML: they are read as on a web page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.adapters.documents.html.flow import blocks_in
from gongkai.adapters.documents.html.parsing import tree_of, without_scripts
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks
from gongkai.adapters.documents.plain.reading import read_markdown
from gongkai.core.ports.documents import Block, Document, Grid, TextLine

OPENS, CLOSES = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)


def read_mixed_markdown(job: Job) -> Document:
    """Read Markdown, and the HTML tables in it as tables."""
    document = read_markdown(job)
    if not any(isinstance(b, TextLine) and OPENS.search(b.text) for b in document.blocks):
        return document
    return replace(document, blocks=tuple(_with_tables(document.blocks, job)))


def _with_tables(blocks: Sequence[Block], job: Job) -> Iterator[Block]:
    """All blocks, the lines of each HTML table taken together."""
    table: list[TextLine] = []
    depth = 0
    for block in blocks:
        if not isinstance(block, TextLine):
            yield block
            continue
        opened = len(OPENS.findall(block.text))
        if not opened and not depth:
            yield block
            continue
        table.append(block)
        depth += opened - len(CLOSES.findall(block.text))
        if depth <= 0:
            yield from _read(table, job)
            table, depth = [], 0
    yield from _read(table, job)


def _read(lines: Sequence[TextLine], job: Job) -> Iterator[Block]:
    """The blocks of one table; they stand where its first line stands."""
    if not lines:
        return
    page = "<meta charset=utf-8><body>" + "\n".join(line.text for line in lines)
    root = tree_of(job.with_data(page.encode()))
    without_scripts(root)
    made = Blocks()
    blocks_in(root, job, made)
    place = lines[0].place
    for block in made.kept:
        if isinstance(block, Grid):
            cells = tuple(replace(cell, place=place) for cell in block.cells)
            yield replace(block, cells=cells, place=place)
        else:
            yield replace(block, place=place)
