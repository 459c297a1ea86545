"""Words of a page that is only a picture, recognised so that they can be found and covered.

The program tells where a line stands, not where each sign of it does: that is reckoned from the
width of the signs, and each word reaches over its place a little. A person looks at every box.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from unicodedata import east_asian_width

from PIL import Image

from gongkai.adapters.documents.pictures import engine
from gongkai.adapters.documents.pictures.engine import Piece, RecognitionError
from gongkai.core.ports.redaction import Area, PageLook, PlacedWord

WORD = re.compile(r"[0-9A-Za-z@._:/+-]+|\S")
WIDE = frozenset("WFA")
HALF = 0.5
OVER = 0.2
"""How far a word reaches over its reckoned place on each side, in widths of a wide sign."""


def with_words(page: PageLook) -> PageLook:
    """The page with the words in its picture, where it has none of its own.

    It stays as it is where the program for recognising is not installed, or fails on it.
    """
    if page.words or not engine.is_installed():
        return page
    with Image.open(io.BytesIO(page.picture)) as picture:
        dots = import_module("numpy").array(picture.convert("RGB"))[:, :, ::-1].copy()
    try:
        pieces = engine.pieces_in(dots)
    except RecognitionError:
        return page
    high, wide = dots.shape[:2]
    words = tuple(word for piece in pieces for word in _words(piece, wide, high))
    return replace(page, words=words, is_recognised=bool(words))


def _words(piece: Piece, wide: int, high: int) -> Iterator[PlacedWord]:
    """The words of a line with their shares of the page."""
    left, top, right, bottom = piece.edges
    whole = _width(piece.text)
    for found in WORD.finditer(piece.text):
        before = max(_width(piece.text[: found.start()]) - OVER, 0) / whole
        after = min(_width(piece.text[: found.end()]) + OVER, whole) / whole
        if piece.is_tall:
            area = _area(left, top + before * (bottom - top), right, top + after * (bottom - top))
        else:
            area = _area(left + before * (right - left), top, left + after * (right - left), bottom)
        share = Area(area.x / wide, area.y / high, area.width / wide, area.height / high)
        yield PlacedWord(found[0], share.clamped())


def _area(left: float, top: float, right: float, bottom: float) -> Area:
    return Area(left, top, right - left, bottom - top)


def _width(text: str) -> float:
    """How wide a text is, in wide signs."""
    return sum(1.0 if east_asian_width(sign) in WIDE else HALF for sign in text)
