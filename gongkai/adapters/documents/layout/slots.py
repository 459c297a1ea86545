"""Blank cells of tables without rules: rows of figures are set out as the full rows near them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.adapters.documents.layout.lines import Run, text_of, words_of

FIGURE = re.compile(r"[-+]?\d[\d,.]*%?|[-/—]+")
FEWEST_COLUMNS = 3
FEWEST_FULL = 2
NEAR = 8  # lines between a row and the full rows that show its columns
OUTSIDE = -1
LAST = frozenset("0123456789%-/—")

Extent = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A line that ends with figures: which line, its label, its figures and where they stand."""

    line: int
    label: Run
    figures: tuple[str, ...]
    extents: tuple[Extent, ...]


def spelled(rows: Sequence[Run]) -> list[str]:
    """Spell rows; a blank between figures becomes a tab of its own where other rows show it."""
    texts = list(map(text_of, rows))
    tabbed = [line for line, text in enumerate(texts) if "\t" in text and text[-1] in LAST]
    found = [row for line in tabbed if (row := _figure_row(line, rows[line]))]
    most = max((len(row.figures) for row in found), default=0)
    for row in [row for row in found if len(row.figures) < most]:
        near = [other for other in found if abs(other.line - row.line) <= NEAR]
        slots = _slots(row, _columns(near))
        if slots:
            texts[row.line] = "\t".join([*([text_of(row.label)] if row.label else []), *slots])
    return texts


def _figure_row(line: int, row: Run) -> FigureRow | None:
    """The figures at the end of a row, if there are several."""
    words = words_of(row)
    count = 0
    while count < len(words) and FIGURE.fullmatch(_text(words[-1 - count])):
        count += 1
    if count < FEWEST_FULL:
        return None
    figures = words[len(words) - count :]
    label = row[: len(row) - sum(map(len, figures))]
    extents = tuple((word[0][0], word[-1][2]) for word in figures)
    return FigureRow(line, label, tuple(map(_text, figures)), extents)


def _text(word: Run) -> str:
    return "".join([glyph[4] for glyph in word])


def _columns(rows: Sequence[FigureRow]) -> list[Extent]:
    """What the full rows fill together, if they agree and most rows are full."""
    (most, times), *_ = Counter(len(row.figures) for row in rows).most_common()
    if most < FEWEST_COLUMNS or times < FEWEST_FULL or times * 2 < len(rows):
        return []
    full = [row.extents for row in rows if len(row.figures) == most]
    columns = [
        (min(start for start, _ in column), max(end for _, end in column))
        for column in zip(*full, strict=True)
    ]
    return columns if all(one[1] < other[0] for one, other in pairwise(columns)) else []


def _slots(row: FigureRow, columns: Sequence[Extent]) -> list[str]:
    """The figures of a row in their columns, blanks between; none where there is nothing to mend.

    Only a row that fills at least half of the columns is sure to have the same ones, and only if
    its label leaves all of them free.
    """
    if not len(row.figures) < len(columns) <= 2 * len(row.figures):
        return []
    if row.label and row.label[-1][2] > columns[0][0]:
        return []
    slots = [""] * len(columns)
    for figure, extent in zip(row.figures, row.extents, strict=True):
        column = _column(extent, columns)
        if column == OUTSIDE or slots[column]:
            return []
        slots[column] = figure
    first = 0 if row.label else slots.index(row.figures[0])
    return slots[first:]


def _column(extent: Extent, columns: Sequence[Extent]) -> int:
    """The only column that an extent touches."""
    start, end = extent
    touched = [at for at, (left, right) in enumerate(columns) if start < right and left < end]
    return touched[0] if len(touched) == 1 else OUTSIDE
