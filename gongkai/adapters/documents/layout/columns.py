"""Two columns of prose on one page: read down the left one first."""

from collections.abc import Sequence
from itertools import pairwise

from gongkai.adapters.documents.layout.lines import TAB_GAP
from gongkai.adapters.documents.layout.marks import Glyph

FEWEST_ROWS = 8
PROSE = 10  # glyphs on each side of the gap, on average; a table's cells hold fewer

Row = list[Glyph]
Gap = tuple[float, float]


def in_columns(rows: Sequence[Row]) -> list[Row]:
    """Put rows into reading order, taking apart stretches that are set in two columns."""
    if not any(map(_gaps, rows[FEWEST_ROWS - 1 :: FEWEST_ROWS])):
        return list(rows)
    gaps = [_gaps(row) for row in rows]
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        end, gap = _stretch(gaps, index)
        if gap is not None and _is_prose(rows[index:end], gap):
            ordered.extend(_apart(rows[index:end], gap))
            index = end
        else:
            ordered.append(rows[index])
            index += 1
    return ordered


def _stretch(gaps: Sequence[list[Gap]], start: int) -> tuple[int, Gap | None]:
    """The longest stretch of rows from here that share one gap, and that gap."""
    shared = gaps[start]
    gap = None
    end = start
    while shared and end < len(gaps):
        gap = max(shared, key=lambda found: found[1] - found[0])
        end += 1
        if end < len(gaps):
            shared = _common(shared, gaps[end])
    return end, gap


def _gaps(row: Row) -> list[Gap]:
    """The wide gaps of one row."""
    clear = TAB_GAP * row[0].height
    return [(one[2], next_[0]) for one, next_ in pairwise(row) if next_[0] - one[2] > clear]


def _common(some: list[Gap], others: list[Gap]) -> list[Gap]:
    """What two rows leave free together."""
    return [
        (start if start > other_start else other_start, end if end < other_end else other_end)
        for start, end in some
        for other_start, other_end in others
        if start + 1 < other_end and other_start + 1 < end
    ]


def _is_prose(rows: Sequence[Row], gap: Gap) -> bool:
    """Whether both sides of the gap are filled with text, as cells of a table are not."""
    if len(rows) < FEWEST_ROWS:
        return False
    left = sum(1 for row in rows for glyph in row if glyph[2] <= gap[0] + 1)
    right = sum(1 for row in rows for glyph in row if glyph[0] >= gap[1] - 1)
    return min(left, right) >= PROSE * len(rows)


def _apart(rows: Sequence[Row], gap: Gap) -> list[Row]:
    """The left halves of the rows, then the right ones."""
    middle = (gap[0] + gap[1]) / 2
    left = [[glyph for glyph in row if glyph[0] < middle] for row in rows]
    right = [[glyph for glyph in row if glyph[0] >= middle] for row in rows]
    return [row for row in left + right if row]
