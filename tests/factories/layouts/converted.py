"""Text as converters write tables: merged cells repeated, breaks inside cells, wrapped bars."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from random import Random

from tests.factories.layouts.assembling import assembled, text
from tests.factories.layouts.registry import layout
from tests.factories.markup import table
from tests.factories.model import Draft, Made
from tests.factories.spread import matrix
from tests.factories.tables import Rows, grid_2, grid_3, grid_4
from tests.factories.wrapping import pieces

NUMBER = re.compile(r"\s*[+\-]?\d+(?![.、\uff0e]\D|\d)")
Lines = list[str]
Matrix = list[list[str]]
Write = Callable[[Matrix], Lines]


def _grids(draft: Draft) -> tuple[Rows, Rows, Rows]:
    return grid_2(draft), grid_3(draft), grid_4(draft)


def _made(
    draft: Draft, write: Write, *, repeated: bool, suffix: str = ".txt", mark: str = ""
) -> Made:
    two, three, four = (write(matrix(rows, repeated=repeated)) for rows in _grids(draft))
    lines = assembled(draft, (two, three, four))
    heads = {heading for heading in draft.prose.headings if mark}
    return text([mark + line if line in heads else line for line in lines], suffix=suffix)


def _tabbed(rows: Matrix) -> Lines:
    return ["\t".join(row) for row in rows]


def _pipes(rows: Matrix) -> Lines:
    width = max(map(len, rows), default=0)
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return ["", *lines[:1], "|" + " --- |" * width, *lines[1:], ""]


@layout("repeated_tabs")
def repeated_tabs(draft: Draft, rng: Random) -> Made:
    """Every merged cell says its text in all its places; so do stretched numbers."""
    return _made(draft, _tabbed, repeated=True)


@layout("markdown_repeated")
def markdown_repeated(draft: Draft, rng: Random) -> Made:
    """Pipe tables in which merged cells are repeated."""
    return _made(draft, _pipes, repeated=True, suffix=".md", mark="## ")


@layout("markdown_breaks")
def markdown_breaks(draft: Draft, rng: Random) -> Made:
    """Pipe tables with named columns and breaks inside cells, headings in bold."""
    count = rng.choice((4, 6, 9))

    def write(rows: Matrix) -> Lines:
        broken = [["<br>".join(_cut(cell, count)) for cell in row] for row in rows]
        names = [f"Col{number + 1}" for number in range(max(map(len, rows), default=0))]
        return _pipes([names, *broken])

    return _made(draft, write, repeated=False, suffix=".md", mark="**")


@layout("markdown_html")
def markdown_html(draft: Draft, rng: Random) -> Made:
    """Marked-up tables, each in one line, inside a Markdown text."""
    two, three, four = (["", table(rows).replace("\n", ""), ""] for rows in _grids(draft))
    lines = assembled(draft, (two, three, four))
    heads = set(draft.prose.headings)
    return text(["# " + line if line in heads else line for line in lines], suffix=".md")


@layout("wrapped_bars")
def wrapped_bars(draft: Draft, rng: Random) -> Made:
    """Cells of fixed width between bars, long ones wrapped over lines."""
    count = rng.choice((5, 7, 10))

    def write(rows: Matrix) -> Lines:
        return [line for row in rows for line in _wrapped(row, count)]

    return _made(draft, write, repeated=False)


def _wrapped(row: Sequence[str], count: int) -> Iterator[str]:
    cut = [_cut(cell, count) for cell in row]
    for parts in zip_longest(*cut, fillvalue=""):
        yield f"|{'|'.join(parts)}|"


def _cut(cell: str, count: int) -> list[str]:
    """Words broken into lines; numbers stay whole."""
    return [cell] if NUMBER.match(cell) else pieces(cell, count)
