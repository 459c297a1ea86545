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
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        end, gap = _stretch(rows, index)
        if gap is not None and _is_prose(rows[index:end], gap):
            ordered.extend(_apart(rows[index:end], gap))
            index = end
        else:
            ordered.append(rows[index])
            index += 1
    return ordered


def _stretch(rows: Sequence[Row], start: int) -> tuple[int, Gap | None]:
    """The longest run of rows from here that share one gap, and that gap."""
    shared = _gaps(rows[start])
    gap = None
    end = start
    while shared and end < len(rows):
        gap = max(shared, key=lambda found: found[1] - found[0])
        end += 1
        if end < len(rows):
            shared = _common(shared, _gaps(rows[end]))
    return end, gap


def _gaps(row: Row) -> list[Gap]:
    """The wide gaps of one row."""
    height = row[0].height
    return [
        (left[2], right[0])
        for left, right in pairwise(row)
        if right[0] - left[2] > TAB_GAP * height
    ]


def _common(some: list[Gap], others: list[Gap]) -> list[Gap]:
    """What two rows leave free together."""
    return [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in some
        for other in others
        if min(one[1], other[1]) - max(one[0], other[0]) > 1
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
