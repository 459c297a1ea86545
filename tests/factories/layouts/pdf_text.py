"""Text as it comes out of PDF files: broken labels, group labels down the side, page marks."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.factories.entries import APPLICANTS, ORGANISATIONS, Entry, table_2, table_3, table_4
from tests.factories.geometry import Shape, placed
from tests.factories.layouts.assembling import assembled, half_blank, text
from tests.factories.layouts.emitting import beside, cells, displaced, joined
from tests.factories.layouts.pdf_headers import (
    head_items_3,
    head_items_4,
    header_words_3,
    header_words_4,
    items_2,
)
from tests.factories.layouts.registry import GRID, MARKS, ROWS, SUMS, layout
from tests.factories.model import Draft, Made
from tests.factories.page import BREAK, Item, composed, paged, wrapped
from tests.factories.wrapping import pieces

Emit = Callable[[Sequence[Item]], Iterator[str]]
Tables = tuple[list[str], list[str], list[str]]
STEP = 8


def _rows(entries: Sequence[Entry], rng: Random, emit: Emit) -> Iterator[str]:
    """The rows of table 3, on one or several pages."""
    shape = Shape.draw(rng)
    cuts = sorted(rng.sample(range(2, max(len(entries), 4)), rng.randint(0, 2)))
    for first, last in zip((0, *cuts), (*cuts, len(entries)), strict=True):
        yield from emit(
            sorted(placed(entries[first:last], shape), key=lambda i: (i.line, i.column))
        )
        if last < len(entries):
            yield BREAK
            if rng.random() < 0.3:
                yield from ("申请人情况", " ".join(APPLICANTS), " ".join(ORGANISATIONS))


def _pages(draft: Draft, tables: Tables, rng: Random, unclear: frozenset[str]) -> Made:
    """Title and prose wrapped, tables as they are, page marks between."""
    lines = assembled(draft, tables, indent=rng.choice(("", "    ", "　　")))
    kept = frozenset(line for table in tables for line in table)
    count = rng.choice((26, 31, 38))
    parts = [
        part
        for line in lines
        for part in ([line] if line in kept else list(wrapped([line], count)) or [""])
    ]
    return text(list(paged(parts, rng, rng.randint(30, 45), kept)), unclear=unclear)


def _narrow(entries: Sequence[Entry], rng: Random) -> Iterator[str]:
    """Table 2 in narrow cells: numbers below their label now and then."""
    for entry in entries:
        if entry.kind == "row" and rng.random() < 0.4:
            cut = pieces(entry.label, 9)
            yield from (*cut, " ".join(cell for cell in entry.cells if cell))
        elif entry.kind == "header" and rng.random() < 0.4 and len(entry.cells) > 1:
            yield f"{entry.label} {entry.cells[0]}"
            yield from entry.cells[1:]
        else:
            yield " ".join(cell for cell in entry.all_cells if cell)
        if rng.random() < 0.05:
            yield BREAK


@layout("pdf_layout", GRID)
def pdf_layout(draft: Draft, rng: Random) -> Made:
    """As `pdftotext -layout`: columns kept by spaces, group labels beside the rows."""
    two = list(
        composed([item for n, e in enumerate(table_2(draft)) for item in items_2(n * 2, e)], 16)
    )
    three = [*composed(head_items_3(draft), STEP), ""]
    three += _rows(list(table_3(draft)), rng, lambda items: composed(items, STEP))
    cells = table_4(draft)
    four = [*composed(head_items_4(), 7), *composed([Item(0, 0, "", cells)], 7)]
    return _pages(draft, (two, three, four), rng, half_blank(draft, whole=True))


def _extracted(draft: Draft, rng: Random, emit: Emit) -> Made:
    two = list(_narrow(list(table_2(draft)), rng))
    three = list(header_words_3(draft, rng, apart=rng.random() < 0.7))
    three += _rows(list(table_3(draft)), rng, emit)
    four = [*header_words_4(vertical=rng.random() < 0.5), " ".join(c for c in table_4(draft) if c)]
    return _pages(draft, (two, three, four), rng, half_blank(draft))


PLANTS = (*SUMS, *ROWS, *MARKS, "blank_cells")


@layout("pdf_beside", PLANTS)
def pdf_beside(draft: Draft, rng: Random) -> Made:
    """Physical lines: pieces of groups and labels and the numbers parted by single spaces."""
    return _extracted(draft, rng, beside)


@layout("pdf_pieces", PLANTS)
def pdf_pieces(draft: Draft, rng: Random) -> Made:
    """Every piece of a label on a line of its own, numbers of a row on one line."""
    gap = rng.choice(("", " "))
    return _extracted(draft, rng, lambda items: joined(items, gap))


@layout("pdf_cells", PLANTS)
def pdf_cells(draft: Draft, rng: Random) -> Made:
    """Every piece and every number on its own line."""
    return _extracted(draft, rng, cells)


@layout("pdf_displaced", (*SUMS, "strokes"))
def pdf_displaced(draft: Draft, rng: Random) -> Made:
    """The numbers of the first results stand before their labels, some rows away."""
    return _extracted(draft, rng, displaced)
