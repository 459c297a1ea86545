"""What an OFD page shows: characters with their boxes, and rules."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

from lxml import etree

from gongkai.adapters.documents.layout.marks import Glyph, Rule, Sheet
from gongkai.adapters.documents.layout.turning import turn_for
from gongkai.adapters.documents.ofd.package import Box, Matrix, OfdPage, numbers, placed
from gongkai.adapters.documents.ofd.paths import rules_of

POINTS = 72 / 25.4
ASCENT = 0.88
FULL_WIDTH = "\u2e80"
LARGEST = 1000.0
BOX, MATRIX, MOST_DIGITS = 4, 6, 6
LONGEST_RUN = 100_000


@dataclass(slots=True)
class _Marks:
    """Marks in points, heights growing upwards."""

    glyphs: list[tuple[Box, str]] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    directions: Counter[int] = field(default_factory=Counter)
    pictures: int = 0


def sheet_of(page: OfdPage) -> tuple[Sheet, int]:
    """One page placed upright; and how many pictures it has."""
    left, top, width, height = page.box
    marks = _Marks()
    for layer in page.layers:
        for element in layer.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject"):
            if element.get("Visible") != "false":
                _collect(element, marks)
    quarter = marks.directions.most_common(1)[0][0] if marks.directions else 0
    page_box = (left * POINTS, -(top + height) * POINTS, (left + width) * POINTS, -top * POINTS)
    turn, wide, high = turn_for(quarter, page_box)
    sheet = Sheet(wide, high)
    boxes = turn.boxes([box for box, _ in marks.glyphs])
    sheet.glyphs = [Glyph(*box, text) for box, (_, text) in zip(boxes, marks.glyphs, strict=True)]
    sheet.rules = list(map(Rule._make, turn.boxes(marks.rules)))
    return sheet, marks.pictures


def _collect(element: etree._Element, marks: _Marks) -> None:
    """Add one object."""
    kind = etree.QName(element).localname
    frame = _frame(element)
    if kind == "TextObject":
        _add_text(element, frame, marks)
    elif kind == "PathObject":
        marks.rules.extend(rules_of(element, frame))
    else:
        marks.pictures += 1


def _frame(element: etree._Element) -> Matrix:
    """From the object's own coordinates to points of the page, upwards."""
    place = numbers(element.get("Boundary", ""))
    x, y = (place[0], place[1]) if len(place) == BOX else (0.0, 0.0)
    own = numbers(element.get("CTM", ""))
    a, b, c, d, e, f = own if len(own) == MATRIX else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    p = POINTS
    return a * p, -b * p, c * p, -d * p, (e + x) * p, -(f + y) * p


def _add_text(element: etree._Element, frame: Matrix, marks: _Marks) -> None:
    """All characters of a text object."""
    size = (numbers(element.get("Size", "")) or [0.0])[0]
    if not 0 < size < LARGEST:
        return
    scale = (numbers(element.get("HScale", "")) or [1.0])[0]
    quarter = _quarter(frame)
    x = y = 0.0
    for code in element.iterfind("{*}TextCode"):
        x = (numbers(code.get("X", "")) or [x])[0]
        y = (numbers(code.get("Y", "")) or [y])[0]
        text = (code.text or "")[:LONGEST_RUN]
        for character, left, base, width in _characters(text, code, (x, y), size * scale):
            box = _boxed(
                (left, base - ASCENT * size, left + width, base + size - ASCENT * size), frame
            )
            if character.strip() and all(isfinite(value) for value in box):
                marks.glyphs.append((box, character))
                marks.directions[quarter] += 1


def _quarter(frame: Matrix) -> int:
    """How the glyphs lie, in quarter turns counter-clockwise."""
    a, b, *_ = frame
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _characters(
    text: str, code: etree._Element, start: tuple[float, float], size: float
) -> Iterator[tuple[str, float, float, float]]:
    """Each character with its left end, base line and width."""
    across = _deltas(code.get("DeltaX", ""), len(text))
    down = _deltas(code.get("DeltaY", ""), len(text))
    x, y = start
    for index, character in enumerate(text):
        width = size if character >= FULL_WIDTH else size / 2
        step = across[index] if index < len(across) else (0.0 if down else width)
        narrow = 0 < step < width
        yield character, x, y, step if narrow else width
        x += step
        y += down[index] if index < len(down) else 0.0


def _deltas(written: str, count: int) -> list[float]:
    """Steps between characters; `g 3 2.1` is three steps of 2.1."""
    parts = iter(written.split())
    steps: list[float] = []
    for part in parts:
        if part == "g":
            times, step = next(parts, "0"), next(parts, "0")
            repeat = (
                min(int(times), count) if times.isdecimal() and len(times) <= MOST_DIGITS else 0
            )
            steps.extend(numbers(step) * repeat)
        else:
            steps.extend(numbers(part))
        if len(steps) > count:
            break
    return steps


def _boxed(box: Box, frame: Matrix) -> Box:
    corners = [placed(x, y, frame) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
