"""The rules that the paths of an OFD page stand for."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot, isfinite

from lxml import etree

from gongkai.adapters.documents.layout.marks import THICKEST_RULE
from gongkai.adapters.documents.ofd.package import Box, Matrix, numbers, placed

STRAIGHT = 1.0
ARGUMENTS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
LONGEST = 100_000

Point = tuple[float, float]


def rules_of(element: etree._Element, frame: Matrix) -> Iterator[Box]:
    """Thin shapes, and the straight sides of stroked ones."""
    data = element.findtext("{*}AbbreviatedData") or ""
    stroked = element.get("Stroke", "true") != "false"
    for shape in _shapes(data, frame):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = (min(xs), min(ys), max(xs), max(ys))
        if not all(isfinite(value) for value in box):
            continue
        if min(box[2] - box[0], box[3] - box[1]) <= THICKEST_RULE:
            yield box
        elif stroked:
            yield from _sides(shape)


def _sides(shape: list[Point]) -> Iterator[Box]:
    """Each level or upright side."""
    for (x0, y0), (x1, y1) in pairwise(shape):
        if min(abs(x1 - x0), abs(y1 - y0)) <= STRAIGHT and hypot(x1 - x0, y1 - y0) > 0:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _shapes(data: str, frame: Matrix) -> list[list[Point]]:
    """The shapes of a path; of curves only the ends."""
    shapes: list[list[Point]] = []
    parts = data.replace(",", " ").split()[:LONGEST]
    index = 0
    while index < len(parts):
        step = parts[index]
        count = ARGUMENTS.get(step, 0)
        values = numbers(" ".join(parts[index + 1 : index + 1 + count]))
        index += 1 + count
        if step == "C" and shapes:
            shapes[-1].append(shapes[-1][0])
        elif count and len(values) == count:
            if step in "MS" or not shapes:
                shapes.append([])
            shapes[-1].append(placed(values[-2], values[-1], frame))
    return [shape for shape in shapes if len(shape) > 1]
