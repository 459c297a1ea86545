"""Cells of a ruled table looked at again: ink that was not recognised, text over several cells."""

from collections.abc import Callable
from typing import Any, NamedTuple

from gongkai.adapters.documents.layout.lattice import Box, Lattice, lattice_of
from gongkai.adapters.documents.layout.marks import Glyph, Sheet
from gongkai.adapters.documents.layout.rulings import frames_of

UNREADABLE = "\ufffd"
INSET = 2.0  # points inside the rules
INK = 0.004  # share of dark dots from which a cell is not empty
LEAST_DOTS = 12
WITHIN = 0.15  # of a glyph's width: how far it may reach into the next cell
MOST_CELLS = 400

Recognise = Callable[[Any], tuple[str, float]]
Edges = tuple[float, float, float, float]


class Look(NamedTuple):
    """A picture, its dark dots, and how many points one of its dots is."""

    picture: Any
    dark: Any
    scale: float


def with_missed_cells(
    sheet: Sheet, unsure: dict[Glyph, float], look: Look, recognise: Recognise
) -> None:
    """Recognise again the cells whose ink gave no text, a doubtful one, or one with others."""
    left = MOST_CELLS
    for frame in frames_of(sheet.rules):
        lattice = lattice_of(frame)
        if lattice is None:
            continue
        full = _claimed(lattice, sheet)
        for box in lattice.cells():
            edges = _inside(lattice, box, look.scale)
            held = full.get(box, [])
            wanted = not held or (len(held) == 1 and held[0] in unsure)
            if not wanted or left < 1 or not _has_ink(look.dark, edges):
                continue
            left -= 1
            x0, y0, x1, y1 = (int(edge) for edge in edges)
            text, score = recognise(look.picture[y0:y1, x0:x1])
            _settle(sheet, held, (text, score), unsure)
            if not held:
                place = (x0 * look.scale, y0 * look.scale, x1 * look.scale, y1 * look.scale)
                sheet.glyphs.append(Glyph(*place, text or UNREADABLE))


def _settle(
    sheet: Sheet, held: list[Glyph], again: tuple[str, float], unsure: dict[Glyph, float]
) -> None:
    """Take the surer of two readings; where they differ, or there is none, remember a doubt."""
    text, score = again
    if not held:
        if not text:
            sheet.doubts.append(UNREADABLE)
        return
    glyph = held[0]
    if text == glyph.text:
        return
    better = text if text and score > unsure[glyph] else glyph.text
    sheet.glyphs[sheet.glyphs.index(glyph)] = glyph._replace(text=better)
    if any(character.isdecimal() for character in better + text):
        sheet.doubts.append(better)


def _claimed(lattice: Lattice, sheet: Sheet) -> dict[Box, list[Glyph]]:
    """The texts that cells have for themselves; texts over several cells are taken away."""
    claimed: dict[Box, list[Glyph]] = {}
    kept = []
    for glyph in sheet.glyphs:
        reach = WITHIN * (glyph.right - glyph.left)
        first = lattice.cell_at(glyph.left + reach, glyph.middle)
        last = lattice.cell_at(glyph.right - reach, glyph.middle)
        if first is not None and last is not None and first != last:
            continue
        kept.append(glyph)
        inside = lattice.cell_at((glyph.left + glyph.right) / 2, glyph.middle)
        if inside is not None:
            claimed.setdefault(inside, []).append(glyph)
    sheet.glyphs[:] = kept
    return claimed


def _inside(lattice: Lattice, box: Box, scale: float) -> Edges:
    """The edges of a cell in dots, clear of its rules."""
    across, down = lattice.edges_across, lattice.edges_down
    return (
        max((across[box.column] + INSET) / scale, 0),
        max((down[box.row] + INSET) / scale, 0),
        (across[box.column + box.column_span] - INSET) / scale,
        (down[box.row + box.row_span] - INSET) / scale,
    )


def _has_ink(dark: Any, edges: Edges) -> bool:
    """Whether there are enough dark dots within the edges."""
    x0, y0, x1, y1 = (int(edge) for edge in edges)
    part = dark[y0:y1, x0:x1]
    if part.size == 0:
        return False
    dots = int((part > 0).sum())
    return dots >= LEAST_DOTS and dots >= INK * part.size
