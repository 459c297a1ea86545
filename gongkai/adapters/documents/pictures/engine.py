"""The recognition program: an optional extra, loaded when the first picture comes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from threading import Lock
from typing import Any, NamedTuple

from gongkai.adapters.documents.layout.marks import Glyph, Sheet
from gongkai.adapters.documents.pictures.recheck import Look, with_missed_cells
from gongkai.adapters.documents.pictures.ruling import rules_in
from gongkai.adapters.documents.pictures.straightening import straightened
from gongkai.adapters.documents.pictures.vision import darkness_of, vision

DOTS_PER_INCH = 200
LOWEST_SCORE = 0.4
SURE_SCORE = 0.98  # below it, a cell is recognised a second time
UPRIGHT_SCORE = 0.8  # below it, a page may stand on its head
TALL = 2.0
ONE_AT_A_TIME = Lock()  # the program keeps its options from call to call
QUIET = {"Global.log_level": "error"}
MARGIN = 12  # dots of paper around a cell that is recognised alone


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@cache
def _program() -> Callable[..., Any]:
    """The program with its models, loaded once."""
    program: Callable[..., Any] = import_module("rapidocr").RapidOCR(params=QUIET)
    return program


class Piece(NamedTuple):
    """A text found in a picture: its box in dots, and how sure the program is of it."""

    edges: tuple[float, float, float, float]
    text: str
    score: float

    @property
    def is_tall(self) -> bool:
        """Whether the box is much higher than wide, as none is on an upright page."""
        left, top, right, bottom = self.edges
        return bottom - top > TALL * (right - left)


class RecognitionError(Exception):
    """The recognition program has failed on a picture."""


@contextmanager
def _one_kind_of_error() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # the parts of the program share no kind of error
        raise RecognitionError from error


def recognised(picture: Any, scale: float) -> Sheet:
    """Recognise a picture given as an array; `scale` turns its dots into points."""
    with _one_kind_of_error():
        return _recognised(picture, scale)


def pieces_in(picture: Any) -> list[Piece]:
    """The texts in a picture as it stands, with their boxes in its own dots."""
    with _one_kind_of_error(), ONE_AT_A_TIME:
        found = _pieces(picture)
    return [piece for piece in found if piece.score >= LOWEST_SCORE]


def _recognised(picture: Any, scale: float) -> Sheet:
    """Straighten the picture, recognise it, find its rules and look again at doubtful cells."""
    with ONE_AT_A_TIME:
        upright, pieces = _upright(straightened(picture))
        height, width = upright.shape[:2]
        sheet = Sheet(width * scale, height * scale)
        scores = {_glyph(p, scale): p.score for p in pieces if p.score >= LOWEST_SCORE}
        sheet.glyphs = list(scores)
        dark = darkness_of(upright)
        sheet.rules = rules_in(dark, scale)
        unsure = {glyph: score for glyph, score in scores.items() if score < SURE_SCORE}
        with_missed_cells(sheet, unsure, Look(upright, dark, scale), _line)
    return sheet


def _upright(picture: Any) -> tuple[Any, list[Piece]]:
    """The picture the right way up, and what was recognised in it."""
    pieces = _pieces(picture)
    tall = [piece for piece in pieces if piece.is_tall]
    if len(tall) * 2 > len(pieces):
        picture = vision().rotate(picture, vision().ROTATE_90_CLOCKWISE)
        pieces = _pieces(picture)
    if pieces and median(piece.score for piece in pieces) < UPRIGHT_SCORE:
        turned = vision().rotate(picture, vision().ROTATE_180)
        others = _pieces(turned)
        if others and _certainty(others) > _certainty(pieces):
            return turned, others
    return picture, pieces


def _certainty(pieces: list[Piece]) -> float:
    """How sure the program is of a page as a whole."""
    return sum(piece.score * len(piece.text) for piece in pieces)


def _pieces(picture: Any) -> list[Piece]:
    """All texts found in a picture. They are not turned one by one: that makes 66 of 99."""
    result = _program()(picture, use_det=True, use_cls=False, use_rec=True)
    if result.boxes is None:
        return []
    found = zip(result.boxes, result.txts, result.scores, strict=True)
    return [
        Piece(_edges(corners), text.strip(), score)
        for corners, text, score in found
        if text.strip()
    ]


def _edges(corners: Any) -> tuple[float, float, float, float]:
    """The upright box around four corners."""
    xs = [float(corner[0]) for corner in corners]
    ys = [float(corner[1]) for corner in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _line(part: Any) -> tuple[str, float]:
    """The text of a small piece that holds one line, and how sure the program is of it."""
    cv2 = vision()
    paper = cv2.copyMakeBorder(
        part, MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_CONSTANT, value=(255, 255, 255)
    )
    result = _program()(paper, use_det=False, use_cls=False, use_rec=True)
    texts, scores = result.txts or (), result.scores or ()
    found = [(t.strip(), s) for t, s in zip(texts, scores, strict=True) if s >= LOWEST_SCORE]
    return found[0] if found else ("", 0.0)


def _glyph(piece: Piece, scale: float) -> Glyph:
    """A recognised text in its box."""
    left, top, right, bottom = (edge * scale for edge in piece.edges)
    return Glyph(left, top, right, bottom, piece.text)
