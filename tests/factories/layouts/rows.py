"""Layouts with one row of the table per line."""

from collections.abc import Callable, Sequence
from random import Random

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
from tests.factories.layouts.assembling import assembled, half_blank, text
from tests.factories.layouts.registry import GRID, layout
from tests.factories.model import Draft, Made

Joined = Callable[[Sequence[str]], str]


def header_3(draft: Draft, join: Joined, lead: str = "") -> list[str]:
    """The header rows of table 3."""
    if "lost_page" in draft.sheet.planted or "header_3" in draft.labels:
        return []
    return [
        join((NOTE, "申请人情况")),
        join((lead, *APPLICANTS)) if lead else join(APPLICANTS),
        join((lead, lead, *ORGANISATIONS)) if lead else join(ORGANISATIONS),
    ]


def header_4(join: Joined) -> list[str]:
    """The header rows of table 4."""
    return [
        join(BLOCKS[:2]),
        join((*OUTCOMES, *BLOCKS[2:])),
        join((*OUTCOMES, *OUTCOMES)),
    ]


def _filled(gap: str) -> Joined:
    return lambda cells: gap.join(cell for cell in cells if cell)


def row_lines(entries: Sequence[Entry], join: Joined, *, own: bool) -> list[str]:
    """Rows as lines; group labels on a line of their own or before the label."""
    lines = []
    for entry in entries:
        begun = [group for group in entry.groups if group]
        if own:
            lines += begun
            begun = []
        lines.append(join((*begun, entry.label, *entry.cells)))
    return lines


@layout("spaces", GRID)
def spaces(draft: Draft, rng: Random) -> Made:
    """A line per row, parted by spaces."""
    join = _filled(rng.choice((" ", "  ", "    ")))
    own = rng.random() < 0.5
    two = [join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, join) + row_lines(list(table_3(draft)), join, own=own)
    four = [*header_4(join), join(table_4(draft))]
    return text(assembled(draft, (two, three, four)), unclear=half_blank(draft))


@layout("wide_spaces", GRID)
def wide_spaces(draft: Draft, rng: Random) -> Made:
    """Parted by full-width spaces, paragraphs indented by two of them."""
    join = _filled("　" * rng.randint(1, 3))
    two = [join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, join) + row_lines(list(table_3(draft)), join, own=False)
    four = [*header_4(join), join(table_4(draft))]
    return text(assembled(draft, (two, three, four), indent="　　"), unclear=half_blank(draft))


@layout("tabs", GRID)
def tabs(draft: Draft, rng: Random) -> Made:
    """Parted by tabs; a leading tab for every merged cell; blank cells keep their tabs."""
    pad = rng.random() < 0.5
    two = ["\t".join(entry.all_cells) + "\t" * 3 * pad for entry in table_2(draft)]
    three = header_3(draft, "\t".join, "\t")
    three += ["\t".join(entry.all_cells) for entry in table_3(draft)]
    four = [*header_4("\t".join), "\t".join(table_4(draft))]
    return text(assembled(draft, (two, three, four), gap=rng.choice(("", ""))))


@layout("tabs_flat", GRID)
def tabs_flat(draft: Draft, rng: Random) -> Made:
    """Parted by tabs, group labels only where they begin, nothing for merged cells."""
    two = ["\t".join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, "\t".join) + row_lines(list(table_3(draft)), "\t".join, own=False)
    four = [*header_4("\t".join), "\t".join(table_4(draft))]
    return text(assembled(draft, (two, three, four)))


@layout("vertical_words", GRID)
def vertical_words(draft: Draft, rng: Random) -> Made:
    """Header words of tables 3 and 4 parted into single characters by spaces."""

    def apart(words: Sequence[str]) -> str:
        return "\t".join(" ".join(word) for word in words)

    two = ["\t".join(entry.all_cells) for entry in table_2(draft)]
    three = header_3(draft, apart) + ["\t".join(entry.all_cells) for entry in table_3(draft)]
    four = [*header_4(apart), "\t".join(table_4(draft))]
    return text(assembled(draft, (two, three, four)))
