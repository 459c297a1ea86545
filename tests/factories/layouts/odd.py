"""Rarer hands: drawn boxes, commas, bars, rows folded at a fixed width, wrong spans."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from tests.factories.entries import table_2, table_3, table_4
from tests.factories.layouts.assembling import assembled, half_blank, text
from tests.factories.layouts.registry import ROWS, SUMS, layout
from tests.factories.layouts.rows import header_3, header_4, row_lines
from tests.factories.layouts.vertical import rows_of
from tests.factories.markup import article, page, table
from tests.factories.model import Draft, Made
from tests.factories.tables import body_3, grid_2, grid_3, grid_4

Join = Callable[[Sequence[str]], str]


def _joined(draft: Draft, join: Join) -> tuple[list[str], list[str], list[str]]:
    two, three, four = ([join(row) for row in rows] for rows in rows_of(draft))
    return two, three, four


@layout("bars")
def bars(draft: Draft, rng: Random) -> Made:
    """Cells parted by bars."""
    bar = rng.choice(("|", " | ", chr(0xFF5C)))
    return text(assembled(draft, _joined(draft, bar.join)))


@layout("boxed")
def boxed(draft: Draft, rng: Random) -> Made:
    """A drawn box."""
    rule = "├" + "──┼" * 8 + "──┤"
    tables = _joined(draft, lambda cells: "│ " + " │ ".join(cells) + " │")
    two, three, four = ([line for row in rows for line in (rule, row)] for rows in tables)
    return text(assembled(draft, (two, three, four)))


@layout("commas", (*SUMS, *ROWS, "blank_cells", "strokes"), ("decimals", "with_unit"))
def commas(draft: Draft, rng: Random) -> Made:
    """Cells parted by commas, texts in quotes."""

    def join(cells: Sequence[str]) -> str:
        return ",".join(f'"{cell}"' if "," in cell or "“" in cell else cell for cell in cells)

    return text(assembled(draft, _joined(draft, join)))


@layout("copied")
def copied(draft: Draft, rng: Random) -> Made:
    """Copied from a page: a cell, then a tab on a line of its own."""

    def lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
        for row in rows:
            for cell in row:
                yield from (cell, "\t")
            yield ""

    two, three, four = (list(lines(rows)) for rows in rows_of(draft))
    return text(assembled(draft, (two, three, four)), unclear=half_blank(draft))


@layout("folded", (*SUMS, *ROWS, "strokes"))
def folded(draft: Draft, rng: Random) -> Made:
    """Rows by spaces, every line folded at a fixed width, between characters or cells."""
    count = rng.choice((24, 30, 36))
    two = [" ".join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, " ".join) + row_lines(list(table_3(draft)), " ".join, own=False)
    four = [*header_4(" ".join), " ".join(table_4(draft))]
    lines = assembled(draft, (two, three, four))
    return text([part for line in lines for part in _folded(line, count)])


def _folded(line: str, count: int) -> Iterator[str]:
    rest = line
    while len(rest) > count:
        end = count
        while rest[end - 1] in "0123456789.-" and rest[end] in "0123456789.-件":
            end += 1
            if end == len(rest):
                break
        yield rest[:end]
        rest = rest[end:].lstrip()
    yield rest


@layout("html_wrong_spans")
def html_wrong_spans(draft: Draft, rng: Random) -> Made:
    """Merged cells that claim a row too many or too few."""
    rows = grid_3(draft)
    head = len(rows) - len(body_3(draft))
    body = [[replace(td, down=_off(td.down, rng)) for td in row] for row in rows[head:]]
    tables = (table(grid_2(draft)), table(rows[:head] + body), table(grid_4(draft)))
    data = page("".join(draft.prose.title), [article(draft, tables, rng)])
    return Made(data, ".html", half_blank(draft))


def _off(down: int, rng: Random) -> int:
    return down + rng.choice((-1, 0, 1)) if down > 2 else down
