"""The calls of PDFium that run once per character or object, bound for speed.

Handles travel as plain addresses and results land in arrays: half the cost of the usual binding.
"""

import sys
from array import array
from collections.abc import Callable, Iterator
from ctypes import CFUNCTYPE, c_int, c_uint, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium

Call = Callable[..., Any]
FIRST_HALF, LAST_HALF = 0xD800, 0xDFFF
TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5  # kinds of page objects


def _bound(call: Any, result: type, *arguments: type) -> Call:
    """The same call, taking addresses."""
    return CFUNCTYPE(result, *arguments)(cast(call, c_void_p).value or 0)


def address(handle: Any) -> int:
    """The address that a handle points to."""
    return cast(handle, c_void_p).value or 0


POINTERS = (c_void_p,) * 4
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_tight_box = _bound(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, *POINTERS)
_unicode = _bound(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_page_object = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_form_object = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
_kind = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *POINTERS)
_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
_segment = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_segment_kind = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)


def character_boxes(textpage: int, count: int) -> "array[float]":
    """Left, top, right, bottom of each character with its leading, one after the other."""
    boxes = array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    for index in range(count):
        _loose_box(textpage, index, start + 16 * index)
    return boxes


def tight_box(textpage: int, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the ink of one character."""
    box = array("d", bytes(32))
    start = box.buffer_info()[0]
    _tight_box(textpage, index, start, start + 8, start + 16, start + 24)
    return box[0], box[2], box[1], box[3]


def characters(textpage: int, count: int) -> str:
    """The characters of a page one by one; what has no Unicode value is U+FFFD."""
    codes = [_unicode(textpage, index) for index in range(count)]
    return "".join(map(_character, codes))


def _character(code: int) -> str:
    """The character of a code; U+FFFD for none and for half of a pair."""
    whole = 0 < code <= sys.maxunicode and not FIRST_HALF <= code <= LAST_HALF
    return chr(code) if whole else "\ufffd"


def objects(page: int, count: int) -> list[tuple[int, int]]:
    """The objects of a page with their kinds."""
    found = [_page_object(page, index) for index in range(count)]
    return [(_kind(item), item) for item in found if item]


def objects_of_form(form: int, count: int) -> list[tuple[int, int]]:
    """The objects of a form, which is a page within the page."""
    found = [_form_object(form, index) for index in range(count)]
    return [(_kind(item), item) for item in found if item]


def bounds(item: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object."""
    box = array("f", bytes(16))
    start = box.buffer_info()[0]
    _bounds(item, start, start + 4, start + 8, start + 12)
    return box[0], box[1], box[2], box[3]


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
