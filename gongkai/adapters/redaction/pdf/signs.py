"""The signs of a PDF page: what each is, where it is shown, and whether one surely sees it."""

from collections.abc import Callable, Sequence
from ctypes import byref, c_int, c_uint
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from gongkai.adapters.documents.pdf import glyphs, native
from gongkai.adapters.documents.pdf.rules import drawing_of
from gongkai.core.ports.redaction import Area

FINE = 1_000_000  # steps across a page, for exact places
REACH = 1000.0  # points between two places that tell how a page is turned
PAINTED = frozenset({0, 1, 2})  # ways of drawing text that leave ink: filled, stroked, both
PALE = 250  # of 255 in all colours: white on white, perhaps
LEAST_INK = 0.01  # of the height of the line
Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sign:
    """One character. `seen`: painted, on the page, not white, clear of pictures."""

    text: str
    area: Area
    seen: bool


@dataclass(frozen=True, slots=True)
class PageSigns:
    """The size of a page in points, and its signs; none stands for a gap between words."""

    width: float
    height: float
    signs: tuple[Sign | None, ...]


def signs_of(page: Any) -> PageSigns:
    """All signs of a page in the order of its text."""
    textpage = page.get_textpage()
    count = pdfium.FPDFText_CountChars(textpage.raw)
    text = glyphs.text_of_page(textpage, count)
    place = placing(page)
    pictures = [place(box) for box in drawing_of(page.raw).pictures]
    address = native.address(textpage.raw)
    found: list[Sign | None] = [None] * len(text)
    for index in glyphs.visible_in(text):
        area = place(_box(address, index))
        seen = _is_painted(textpage, index) and _is_open(area, pictures)
        found[index] = Sign(text[index], area, seen)
    textpage.close()
    width, height = page.get_size()
    return PageSigns(width, height, tuple(found))


def _box(address: int, index: int) -> Corners:
    """The ink of a sign; where a font does not tell that, the room it takes."""
    tight = native.tight_box(address, index)
    left, top, right, bottom = native.character_boxes(address, [index])
    if tight[3] - tight[1] > LEAST_INK * (top - bottom) or tight[2] - tight[0] <= 0:
        return tight
    return left, bottom, right, top


def placing(page: Any) -> Callable[[Corners], Area]:
    """How a box of the page's own points lies on the page as it is shown, turned and cut."""
    x0, y0 = _shown(page, 0.0, 0.0)
    x1, y1 = _shown(page, REACH, 0.0)
    x2, y2 = _shown(page, 0.0, REACH)
    a, b = (x1 - x0) / REACH, (y1 - y0) / REACH
    c, d = (x2 - x0) / REACH, (y2 - y0) / REACH

    def place(box: Corners) -> Area:
        left, bottom, right, top = box
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        xs = [a * x + c * y + x0 for x, y in corners]
        ys = [b * x + d * y + y0 for x, y in corners]
        return Area(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    return place


def _shown(page: Any, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page is shown, in shares of the page."""
    across, down = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, FINE, FINE, 0, x, y, byref(across), byref(down))
    return across.value / FINE, down.value / FINE


def _is_painted(textpage: Any, index: int) -> bool:
    """Whether a sign is drawn with ink that shows."""
    holder = pdfium.FPDFText_GetTextObject(textpage.raw, index)
    if not holder or pdfium.FPDFTextObj_GetTextRenderMode(holder) not in PAINTED:
        return False
    colours = [c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(textpage.raw, index, *map(byref, colours)):
        return False
    *inks, cover = (colour.value for colour in colours)
    return cover > 0 and min(inks) < PALE


def _is_open(area: Area, pictures: Sequence[Area]) -> bool:
    """Whether a sign stands on the page and clear of all pictures."""
    if area.x < 0 or area.y < 0 or area.right > 1 or area.bottom > 1:
        return False
    return not any(picture.shared_with(area) > 0 for picture in pictures)
