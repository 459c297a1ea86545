"""The tables as cells with spans, for formats that have real tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.factories.entries import (
    APPLICANTS,
    BLOCKS,
    NOTE,
    ORGANISATIONS,
    OUTCOMES,
    Entry,
    table_2,
    table_3,
    table_4,
)
from tests.factories.model import Draft

LEADING = 3


@dataclass(frozen=True, slots=True)
class Td:
    """One cell: text, spans, whether it is a header or label."""

    text: str
    down: int = 1
    across: int = 1
    head: bool = False


Rows = list[list[Td]]


def grid_2(draft: Draft) -> Rows:
    """Table 2: captions over its whole width, cells of narrow rows stretched."""
    entries = list(table_2(draft))
    width = max((len(entry.cells) for entry in entries), default=3)
    rows: Rows = []
    for entry in entries:
        if entry.kind == "caption":
            rows.append([Td(entry.label, across=width + 1, head=True)])
        else:
            rows.append([Td(entry.label, head=True), *_stretched(entry, width)])
    return rows


def _stretched(entry: Entry, width: int) -> list[Td]:
    head = entry.kind == "header"
    last = width - len(entry.cells) + 1
    cells = [Td(cell, head=head) for cell in entry.cells]
    return [*cells[:-1], Td(cells[-1].text, across=last, head=head)]


def head_3(order: Sequence[int] = range(7)) -> Rows:
    """The three header rows of table 3; `order` is the order of the columns."""
    words = (APPLICANTS[0], *ORGANISATIONS, APPLICANTS[2])
    top = [Td(NOTE, 3, LEADING, head=True), Td("申请人情况", across=7, head=True)]
    if list(order) == list(range(7)):
        second = [
            Td(words[0], 2, head=True),
            Td(APPLICANTS[1], across=5, head=True),
            Td(words[6], 2, head=True),
        ]
        return [top, second, [Td(word, head=True) for word in ORGANISATIONS]]
    return [top, [Td(words[n], 2, head=True) for n in order], []]


def body_3(draft: Draft, order: Sequence[int] = range(7)) -> Rows:
    """The rows of table 3 with their merged group cells."""
    entries = list(table_3(draft))
    return [_row_3(entries, at, order) for at in range(len(entries))]


def _row_3(entries: Sequence[Entry], at: int, order: Sequence[int]) -> list[Td]:
    entry = entries[at]
    lead = [
        Td(parent, _span(entries, at, depth), head=True)
        for depth, parent in enumerate(entry.parents)
        if at == 0 or parent not in entries[at - 1].parents[depth : depth + 1]
    ]
    label = Td(entry.label, across=LEADING - len(entry.parents), head=True)
    cells = [entry.cells[n] for n in order] + list(entry.cells[7:])
    return [*lead, label, *(Td(cell) for cell in cells)]


def _span(entries: Sequence[Entry], at: int, depth: int) -> int:
    parent = entries[at].parents[depth]
    count = 0
    for entry in entries[at:]:
        if entry.parents[depth : depth + 1] != (parent,):
            break
        count += 1
    return count


def grid_3(draft: Draft, order: Sequence[int] = range(7)) -> Rows:
    """Table 3 with its header, unless that page is lost."""
    head = [] if "lost_page" in draft.sheet.planted else head_3(order)
    return head + body_3(draft, order)


def grid_4(draft: Draft) -> Rows:
    """Table 4."""
    outcomes = [Td(word, head=True) for word in OUTCOMES]
    return [
        [Td(BLOCKS[0], across=5, head=True), Td(BLOCKS[1], across=10, head=True)],
        [
            *(Td(word, 2, head=True) for word in OUTCOMES),
            *(Td(word, across=5, head=True) for word in BLOCKS[2:]),
        ],
        outcomes * 2,
        [Td(cell) for cell in table_4(draft)],
    ]
