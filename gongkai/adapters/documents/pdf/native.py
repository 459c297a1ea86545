"""The calls of PDFium that run once per character or object, bound for speed.

Handles travel as plain addresses and results land in arrays: half the cost of the usual binding.
"""

import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import PYFUNCTYPE, c_float, c_int, c_uint, c_void_p, cast
from itertools import count, repeat
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]
FIRST_HALF, LAST_HALF = 0xD800, 0xDFFF
PATH, IMAGE, FORM = 2, 3, 5  # kinds of page objects
NOWHERE = (0.0, 0.0, 0.0, 0.0)


def _bound(call: Any, result: type, *arguments: type) -> Call:
    """The same call, taking addresses; too short to let other threads run meanwhile."""
    return PYFUNCTYPE(result, *arguments)(cast(call, c_void_p).value or 0)


def _unchecked(call: Any, result: type) -> Call:
    """The same call, taking handles and small numbers as they are, which is quicker still."""
    return PYFUNCTYPE(result)(cast(call, c_void_p).value or 0)


def address(handle: Any) -> int:
    """The address that a handle points to."""
    return cast(handle, c_void_p).value or 0


POINTERS = (c_void_p,) * 4
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_tight_box = _bound(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *POINTERS)
_angle = _bound(pdfium.FPDFText_GetCharAngle, c_float, c_void_p, c_int)
_unicode = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_page_object = _unchecked(pdfium.FPDFPage_GetObject, c_void_p)
_form_object = _unchecked(pdfium.FPDFFormObj_GetObject, c_void_p)
_kind = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *POINTERS)
_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
_segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_segment_kind = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)


def character_boxes(textpage: int, wanted: Sequence[int]) -> "array[float]":
    """Left, top, right, bottom of some characters with their leading, one after the other."""
    boxes = array("f", bytes(16 * len(wanted)))
    start = boxes.buffer_info()[0]
    calls = map(_loose_box, repeat(textpage), wanted, count(start, 16))
    deque(calls, maxlen=0)
    return boxes


def tight_box(textpage: int, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the ink of one character."""
    box = array("d", bytes(32))
    start = box.buffer_info()[0]
    _tight_box(textpage, index, start, start + 8, start + 16, start + 24)
    return box[0], box[2], box[1], box[3]


def angles(textpage: int, wanted: Iterable[int]) -> Iterator[float]:
    """How some characters lie, in radians clockwise."""
    return map(_angle, repeat(textpage), wanted)


def characters(textpage: int, number: int) -> str:
    """The characters of a page one by one; what has no Unicode value is U+FFFD."""
    codes = [_unicode(textpage, index) for index in range(number)]
    return "".join(map(_character, codes))


def _character(code: int) -> str:
    """The character of a code; U+FFFD for none and for half of a pair."""
    whole = 0 < code <= sys.maxunicode and not FIRST_HALF <= code <= LAST_HALF
    return chr(code) if whole else "\ufffd"


def objects(page: int, number: int) -> list[tuple[int, int]]:
    """The objects of a page with their kinds."""
    return _with_kinds(map(_page_object, repeat(c_void_p(page)), range(number)))


def objects_of_form(form: int, number: int) -> list[tuple[int, int]]:
    """The objects of a form, which is a page within the page."""
    return _with_kinds(map(_form_object, repeat(c_void_p(form)), range(number)))


def _with_kinds(items: Iterable[int | None]) -> list[tuple[int, int]]:
    found = [item for item in items if item]
    return list(zip(map(_kind, found), found, strict=True))


def bounds(items: Sequence[int]) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right, top of each object."""
    box = array("f", bytes(16))
    left = box.buffer_info()[0]
    bottom, right, top = left + 4, left + 8, left + 12
    for item in items:
        known = _bounds(item, left, bottom, right, top)
        yield (box[0], box[1], box[2], box[3]) if known else NOWHERE


def matrix(item: int) -> tuple[float, float, float, float, float, float]:
    """How the object's own points are turned into points of the page."""
    values = array("f", bytes(24))
    _matrix(item, values.buffer_info()[0])
    return values[0], values[1], values[2], values[3], values[4], values[5]


def is_stroked(item: int) -> bool:
    """Whether a path is drawn as lines."""
    modes = array("i", bytes(8))
    start = modes.buffer_info()[0]
    _draw_mode(item, start, start + 4)
    return modes[1] != 0


def steps(path: int) -> Iterator[tuple[int, float, float]]:
    """The steps of a path: kind (0 line, 1 curve, 2 move) and point."""
    point = array("f", bytes(8))
    start = point.buffer_info()[0]
    for index in range(_segments(path)):
        segment = _segment(path, index)
        _point(segment, start, start + 4)
        yield _segment_kind(segment), point[0], point[1]


def step_count(path: int) -> int:
    """How many steps a path has."""
    return int(_segments(path))
