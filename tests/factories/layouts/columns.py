"""Layouts in which labels and numbers stand apart."""

from collections.abc import Sequence
from random import Random

from tests.factories.entries import (
    APPLICANTS,
    NOTE,
    ORGANISATIONS,
    Entry,
    table_2,
    table_3,
    table_4,
)
from tests.factories.layouts.assembling import assembled, text
from tests.factories.layouts.registry import SUMS, WRITINGS, layout
from tests.factories.layouts.rows import header_3, header_4
from tests.factories.model import Draft, Made

PLANTS = (*SUMS, "strokes", "missing_row")
PLAIN = tuple(name for name in WRITINGS if name != "padded")


def _labels(entries: Sequence[Entry]) -> list[str]:
    lines: list[str] = []
    for entry in entries:
        lines += [*(group for group in entry.groups if group), entry.label]
    return lines


def _common(draft: Draft) -> tuple[list[str], list[str]]:
    two = [" ".join(entry.all_cells) for entry in table_2(draft)]
    return two, [*header_4(" ".join), " ".join(table_4(draft))]


@layout("labels_then_rows", PLANTS, PLAIN)
def labels_then_rows(draft: Draft, rng: Random) -> Made:
    """All labels of table 3, then all rows of numbers."""
    two, four = _common(draft)
    entries = list(table_3(draft))
    numbers = [" ".join(entry.cells) for entry in entries]
    return text(
        assembled(draft, (two, [*header_3(draft, " ".join), *_labels(entries), *numbers], four))
    )


@layout("labels_then_cells", PLANTS, PLAIN)
def labels_then_cells(draft: Draft, rng: Random) -> Made:
    """All labels, then one number per line, row by row."""
    two, four = _common(draft)
    entries = list(table_3(draft))
    numbers = [cell for entry in entries for cell in entry.cells]
    return text(
        assembled(draft, (two, [*header_3(draft, " ".join), *_labels(entries), *numbers], four))
    )


@layout("columns", PLANTS, PLAIN)
def columns(draft: Draft, rng: Random) -> Made:
    """All labels, then column after column, each below its header."""
    two, four = _common(draft)
    entries = list(table_3(draft))
    heads = (APPLICANTS[0], *ORGANISATIONS, APPLICANTS[2])
    lines = [NOTE, *_labels(entries), "申请人情况", "法人或其他组织"]
    for number, head in enumerate(heads):
        lines += [head, *(entry.cells[number] for entry in entries)]
    return text(assembled(draft, (two, lines, four)))


@layout("numbers_first", PLANTS, PLAIN)
def numbers_first(draft: Draft, rng: Random) -> Made:
    """The numbers of a row on the line before its label."""
    two, four = _common(draft)
    lines = header_3(draft, " ".join)
    for entry in table_3(draft):
        lines += [group for group in entry.groups if group]
        lines += [" ".join(entry.cells), entry.label]
    return text(assembled(draft, (two, lines, four)))
