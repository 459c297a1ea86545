"""Lines of text from glyphs: top to bottom, left to right, a tab where there is a clear gap."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from gongkai.adapters.documents.layout.marks import Glyph

TAB_GAP = 1.2  # in heights of the line: wider than any gap between words of one sentence
WORD_GAP = 0.15
IDEOGRAPH_GAP = 0.3  # ideographs of a justified line stand apart without being words
SEVERAL = 2
NEAR = 3  # points
MOST_REMEMBERED = 100
FIRST_IDEOGRAPH = "\u2e80"

Run = list[Glyph]


def rows_of(runs: Sequence[Run]) -> list[Run]:
    """Group runs whose middles lie on one height; rows from the top, glyphs from the left."""
    if len(runs) < SEVERAL:
        return list(runs)
    rows: list[Run] = []
    reference = reach = 0.0
    for run in sorted(runs, key=_middle_of_first):
        _, top, _, bottom, _ = run[0]
        middle, half = (top + bottom) / 2, (bottom - top) / 2
        if rows and middle - reference <= min(reach, half):
            row = rows[-1]
            row.extend(run)
            reference += (middle - reference) * len(run) / len(row)
            reach = max(reach, half)
        else:
            rows.append(run[:])
            reference, reach = middle, half
    for row in rows:
        row.sort()
    return rows


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """Neighbours that stand on exactly one height, each close to the right of the one before."""
    run: Run = []
    runs = []
    before = end = top = bottom = height = inf
    for glyph in glyphs:
        left = glyph[0]
        if before < left < end and glyph[1] == top and glyph[3] == bottom:
            run.append(glyph)
        else:
            run = [glyph]
            runs.append(run)
            _, top, _, bottom, _ = glyph
            height = bottom - top
        before, end = left, glyph[2] + height
    return runs


def _middle_of_first(run: Run) -> float:
    return run[0][1] + run[0][3]


def text_of(row: Sequence[Glyph]) -> str:
    """Spell one row, with a tab for a clear gap and a blank for a small one."""
    if len(row) < SEVERAL:
        return row[0].text
    height = sorted([glyph[3] - glyph[1] for glyph in row])[len(row) // 2] or 1.0
    smallest = WORD_GAP * height
    parts: list[str] = []
    edge = row[0][0]
    for left, _, right, _, text in row:
        if left - edge > smallest:
            parts.append(_blank((left - edge) / height, parts[-1], text))
        parts.append(text)
        if right <= edge:
            continue
        edge = right
    return "".join(parts)


def words_of(row: Sequence[Glyph]) -> list[Run]:
    """A row cut at every gap that is wider than those within a number."""
    smallest = WORD_GAP * row[0].height
    words = [[row[0]]]
    for before, glyph in pairwise(row):
        if glyph[0] - before[2] > smallest:
            words.append([])
        words[-1].append(glyph)
    return words


def _blank(gap: float, before: str, after: str) -> str:
    """The blank that a gap stands for."""
    if gap > TAB_GAP:
        return "\t"
    apart = before[-1] >= FIRST_IDEOGRAPH and after[0] >= FIRST_IDEOGRAPH
    return " " if gap > IDEOGRAPH_GAP or not apart else ""


def without_doubles(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop glyphs printed again at the same spot, which is how some programs draw bold type."""
    spots = {(left // NEAR, top // NEAR, text) for left, top, _, _, text in glyphs}
    if len(spots) == len(glyphs):
        return glyphs
    kept: list[Glyph] = []
    seen: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        others = seen.setdefault(glyph.text, [])
        if not any(_is_same_spot(glyph, other) for other in others[-MOST_REMEMBERED:]):
            others.append(glyph)
            kept.append(glyph)
    return kept


def _is_same_spot(one: Glyph, other: Glyph) -> bool:
    """Whether two glyphs overlap so far that they are one to the eye."""
    reach = max(one[2] - one[0], 0.1) / 4
    return abs(one[0] - other[0]) < reach and abs(one[1] - other[1]) < reach
