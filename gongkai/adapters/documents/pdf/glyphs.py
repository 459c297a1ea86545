"""The glyphs of a PDF page, placed upright."""

from collections import Counter
from itertools import islice
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

from gongkai.adapters.documents.layout.lines import without_doubles
from gongkai.adapters.documents.layout.marks import Glyph
from gongkai.adapters.documents.layout.turning import Turn
from gongkai.adapters.documents.pdf import native

SAMPLED = 24
BLANKS = frozenset(" \t\r\n\u3000\xa0\u2002\u2003\u2009\u200b\ufeff")
LOWEST, HIGHEST = 3.0, 40.0  # beyond these the box is wrong, as in fonts that are set upright


def text_of_page(textpage: Any, count: int) -> str:
    """The characters of a page, one for each index."""
    text: str = textpage.get_text_range() if count else ""
    return text if len(text) == count else native.characters(native.address(textpage.raw), count)


def direction(textpage: Any, text: str) -> int:
    """How most glyphs of a page lie, in quarter turns counter-clockwise."""
    visible = [index for index, character in enumerate(text) if not character.isspace()]
    step = max(len(visible) // SAMPLED, 1)
    votes = Counter(
        -round(pdfium.FPDFText_GetCharAngle(textpage.raw, index) / (pi / 2)) % 4
        for index in islice(visible, 0, None, step)
    )
    return votes.most_common(1)[0][0] if votes else 0


def glyphs_of(textpage: Any, text: str, turn: Turn) -> list[Glyph]:
    """All visible glyphs with their boxes."""
    address = native.address(textpage.raw)
    boxes = native.character_boxes(address, len(text))
    glyphs = []
    sides = zip(text, boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4], strict=True)
    for index, (character, left, top, right, bottom) in enumerate(sides):
        if character in BLANKS or character < " ":
            continue
        place = left, bottom, right, top
        if not LOWEST < top - bottom < HIGHEST:
            place = native.tight_box(address, index)
        if place[2] > place[0] or place[3] > place[1]:
            glyphs.append(Glyph(*turn(*place), character))
    return without_doubles(glyphs)
