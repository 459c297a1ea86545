"""The glyphs of a PDF page, placed upright."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from math import pi
from operator import sub
from typing import Any

from gongkai.adapters.documents.layout.lines import without_doubles
from gongkai.adapters.documents.layout.marks import Glyph
from gongkai.adapters.documents.layout.turning import Turn
from gongkai.adapters.documents.pdf import native

SAMPLED = 24
BLANKS = frozenset(" \t\r\n\u3000\xa0\u2002\u2003\u2009\u200b\ufeff")
LOWEST, HIGHEST = 3.0, 40.0  # beyond these the box is wrong, as in fonts that are set upright

AS_GLYPH = partial(tuple.__new__, Glyph)  # the constructor's own work and no more


def text_of_page(textpage: Any, count: int) -> str:
    """The characters of a page, one for each index."""
    text: str = textpage.get_text_range() if count else ""
    return text if len(text) == count else native.characters(native.address(textpage.raw), count)


def visible_in(text: str) -> list[int]:
    """Where the characters stand that leave ink."""
    return [
        index
        for index, character in enumerate(text)
        if character not in BLANKS and character >= " "
    ]


def direction(textpage: Any, visible: Sequence[int]) -> int:
    """How most glyphs of a page lie, in quarter turns counter-clockwise."""
    step = max(len(visible) // SAMPLED, 1)
    angles = native.angles(native.address(textpage.raw), visible[::step])
    votes = Counter(-round(angle / (pi / 2)) % 4 for angle in angles)
    return votes.most_common(1)[0][0] if votes else 0


def glyphs_of(textpage: Any, text: str, visible: Sequence[int], turn: Turn) -> list[Glyph]:
    """All visible glyphs with their boxes."""
    address = native.address(textpage.raw)
    boxes = native.character_boxes(address, visible)
    lefts, tops, rights, bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
    heights = list(map(sub, tops, bottoms))
    odd = bool(heights) and not LOWEST < min(heights) <= max(heights) < HIGHEST
    for at in [at for at, height in enumerate(heights) if odd and not LOWEST < height < HIGHEST]:
        lefts[at], bottoms[at], rights[at], tops[at] = native.tight_box(address, visible[at])
    inked = turn.sides(lefts, bottoms, rights, tops)
    glyphs = list(map(AS_GLYPH, zip(*inked, [text[index] for index in visible], strict=True)))
    if odd:
        glyphs = [g for g in glyphs if g.right > g.left or g.bottom > g.top]
    return without_doubles(glyphs)
