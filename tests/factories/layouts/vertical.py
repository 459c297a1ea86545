"""Layouts with one cell per line."""

from collections.abc import Iterator, Sequence
from random import Random

from tests.factories.entries import (
    APPLICANTS,
    BLOCKS,
    NOTE,
    ORGANISATIONS,
    OUTCOMES,
    table_2,
    table_3,
    table_4,
)
from tests.factories.layouts.assembling import assembled, half_blank, text
from tests.factories.layouts.registry import GRID, layout
from tests.factories.model import Draft, Made

Rows = list[Sequence[str]]
WORD = 8


def rows_of(draft: Draft) -> tuple[Rows, Rows, Rows]:
    """The three tables as rows of cells, merged cells empty, with their header rows."""
    two: Rows = [entry.all_cells for entry in table_2(draft)]
    three: Rows = [
        (NOTE, "申请人情况"),
        ("", *APPLICANTS),
        ("", "", *ORGANISATIONS, ""),
    ]
    if "lost_page" in draft.sheet.planted:
        three = []
    three += [entry.all_cells for entry in table_3(draft)]
    four: Rows = [
        BLOCKS[:2],
        (*OUTCOMES, *BLOCKS[2:]),
        ("",) * 5 + OUTCOMES + OUTCOMES,
        table_4(draft),
    ]
    return two, three, four


def _lines(rows: Rows, lead: str, between: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for row in rows:
        for cell in row:
            yield lead + cell
            yield from between
        yield from after


@layout("cells_tabbed", GRID)
def cells_tabbed(draft: Draft, rng: Random) -> Made:
    """A tab before every cell, merged cells as empty ones, a blank line after every row."""
    two, three, four = (list(_lines(rows, "\t", (), ("",))) for rows in rows_of(draft))
    return text(assembled(draft, (two, three, four), gap=" "))


@layout("cells", GRID)
def cells(draft: Draft, rng: Random) -> Made:
    """A line per cell; empty lines for blank and merged cells."""
    two, three, four = (list(_lines(rows, "", (), ())) for rows in rows_of(draft))
    return text(assembled(draft, (two, three, four)))


@layout("cells_apart", GRID)
def cells_apart(draft: Draft, rng: Random) -> Made:
    """A line per cell and a blank line after each, so that blank cells leave little trace."""
    tables = rows_of(draft)
    two, three, four = (
        list(_lines([[c for c in row if c] for row in rows], "", ("",), ())) for rows in tables
    )
    return text(assembled(draft, (two, three, four), gap=" "), unclear=half_blank(draft))


@layout("cells_lost", GRID)
def cells_lost(draft: Draft, rng: Random) -> Made:
    """A line per cell; blank and merged cells are lost."""
    tables = rows_of(draft)
    indent = rng.choice(("", "  ", "　　"))
    two, three, four = (
        list(_lines([[c for c in row if c] for row in rows], indent, (), ())) for rows in tables
    )
    return text(assembled(draft, (two, three, four)), unclear=half_blank(draft))


@layout("words_vertical", GRID)
def words_vertical(draft: Draft, rng: Random) -> Made:
    """Header words one character per line, rows of numbers on a line."""
    tables = rows_of(draft)
    lines = []
    for rows in tables:
        made: list[str] = []
        for row in rows:
            if (
                any(cell.strip()[:1].isdigit() and len(cell) < WORD for cell in row[1:])
                or len(row) == 15
            ):
                made.append(" ".join(cell for cell in row if cell))
            else:
                made += [c for cell in row for c in (cell if len(cell) <= WORD else [cell])]
        lines.append(made)
    two = [" ".join(cell for cell in row if cell) for row in tables[0]]
    return text(assembled(draft, (two, lines[1], lines[2])), unclear=half_blank(draft, whole=True))
