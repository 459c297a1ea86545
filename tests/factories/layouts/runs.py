"""Layouts whose cells run together."""

from collections.abc import Iterator, Sequence
from random import Random

from tests.factories.cutting import misleading_runs, unclear_runs
from tests.factories.entries import Entry, table_2, table_3
from tests.factories.layouts.assembling import assembled, text
from tests.factories.layouts.registry import ROWS, layout
from tests.factories.layouts.vertical import rows_of
from tests.factories.model import Draft, Made

PLANTS = (*ROWS, "blank_cells", "only_totals", "natural_and_total", "wrong_total", "wrong_balance")
PLAIN = ("full_width",)


def _glued(rows: Sequence[Sequence[str]]) -> list[str]:
    return ["".join(row) for row in rows]


def _run(draft: Draft, lines: Sequence[str]) -> Made:
    return text(lines, unclear=unclear_runs(draft), untold=misleading_runs(draft))


@layout("run", PLANTS, PLAIN)
def run(draft: Draft, rng: Random) -> Made:
    """The whole report in one line; only prose keeps its own punctuation."""
    return _run(draft, [run_line(draft, rng)])


def run_line(draft: Draft, rng: Random) -> str:
    """The whole report as one line."""
    two, three, four = (_glued(rows) for rows in rows_of(draft))
    gap = rng.choice(("", "　　"))
    lines = assembled(draft, (["".join(two)], ["".join(three)], ["".join(four)]), indent=gap)
    return "".join(lines)


@layout("run_tables", PLANTS, PLAIN)
def run_tables(draft: Draft, rng: Random) -> Made:
    """Every table in one line, prose in paragraphs."""
    two, three, four = (["".join(_glued(rows))] for rows in rows_of(draft))
    return _run(draft, assembled(draft, (two, three, four)))


@layout("run_rows", PLANTS, PLAIN)
def run_rows(draft: Draft, rng: Random) -> Made:
    """A line per row, its cells glued together."""
    return _run(draft, run_row_lines(draft))


def run_row_lines(draft: Draft) -> list[str]:
    """The lines of a report whose rows are glued."""
    two, three, four = (_glued(rows) for rows in rows_of(draft))
    return assembled(draft, (two, three, four))


@layout("run_digits", PLANTS, PLAIN)
def run_digits(draft: Draft, rng: Random) -> Made:
    """A label, a space, and the digits of the row without spaces."""
    two = [f"{entry.label} {''.join(entry.cells)}" for entry in table_2(draft)]
    three = [
        "".join((*_lead(entry.groups), entry.label, " ", *entry.cells)) for entry in table_3(draft)
    ]
    _, header, four = rows_of(draft)
    heads = [" ".join(row) for row in header[:3]] if "lost_page" not in draft.sheet.planted else []
    return _run(draft, assembled(draft, (two, heads + three, _glued(four))))


def _lead(groups: Sequence[str]) -> Iterator[str]:
    yield from (group + " " for group in groups if group)


@layout("one_line_spaced", ("missing_row", "lost_page", "wrong_total", "wrong_balance", "strokes"))
def one_line_spaced(draft: Draft, rng: Random) -> Made:
    """The whole report in one line, cells parted by a space."""
    two, three, four = ([" ".join(c for r in t for c in r if c)] for t in rows_of(draft))
    lines = assembled(draft, (two, three, four))
    return text([" ".join(line for line in lines if line)])


@layout("one_line_digits", PLANTS, PLAIN)
def one_line_digits(draft: Draft, rng: Random) -> Made:
    """The whole report in one line, labels parted by spaces, the numbers of a row glued."""
    two = [" ".join((*_lead(e.groups), e.label, _numbers(e))) for e in table_2(draft)]
    three = [" ".join((*_lead(e.groups), e.label, _numbers(e))) for e in table_3(draft)]
    _, header, four = rows_of(draft)
    heads = [" ".join(row) for row in header[:3]] if "lost_page" not in draft.sheet.planted else []
    last = [*(" ".join(row) for row in four[:3]), "".join(four[3])]
    return _run(draft, [" ".join(assembled(draft, (two, heads + three, last)))])


def _numbers(entry: Entry) -> str:
    return ("" if entry.kind == "row" else " ").join(entry.cells)
