"""The rules and pictures of a PDF page, from its objects."""

from collections.abc import Iterator
from ctypes import cast
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from gongkai.adapters.documents.layout.marks import THICKEST_RULE
from gongkai.adapters.documents.pdf import native

DEEPEST_FORM = 6
MOST_STEPS = 400  # a path with more is a picture, not a table
STRAIGHT = 1.0  # points by which a line may lean
MOVE = 2
CORNERS, ONE_RECTANGLE = 4, 5

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawing:
    """What a page shows beside its characters; boxes are left, bottom, right, top."""

    rules: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def drawing_of(page: object) -> Drawing:
    """Collect the drawing of one page, forms included."""
    found = Drawing()
    count = pdfium.FPDFPage_CountObjects(page)
    _collect(native.objects(native.address(page), count), IDENTITY, found, 0)
    return found


def _collect(items: list[tuple[int, int]], frame: Matrix, found: Drawing, depth: int) -> None:
    """Sort objects by kind."""
    _keep_rules([item for kind, item in items if kind == native.PATH], frame, found)
    for box in native.bounds([item for kind, item in items if kind == native.IMAGE]):
        _keep_picture(_placed(box, frame), found)
    if depth == DEEPEST_FORM:
        return
    for form in [item for kind, item in items if kind == native.FORM]:
        count = pdfium.FPDFFormObj_CountObjects(_handle(form))
        inner = native.objects_of_form(form, count)
        _collect(inner, _combined(native.matrix(form), frame), found, depth + 1)


def _handle(item: int) -> object:
    """An address as the binding's own handle."""
    return cast(item, pdfium.FPDF_PAGEOBJECT)


def _keep_picture(box: Box, found: Drawing) -> None:
    """A picture as thin as a rule is one."""
    if min(box[2] - box[0], box[3] - box[1]) <= THICKEST_RULE:
        found.rules.append(box)
    else:
        found.pictures.append(box)


def _keep_rules(paths: list[int], frame: Matrix, found: Drawing) -> None:
    """The rules of paths: a thin shape is one, a stroked one has a rule per straight side."""
    for path, bounds in zip(paths, native.bounds(paths), strict=True):
        left, bottom, right, top = box = _placed(bounds, frame)
        if right - left <= THICKEST_RULE or top - bottom <= THICKEST_RULE:
            found.rules.append(box)
        elif native.is_stroked(path):
            found.rules.extend(_sides(path, _combined(native.matrix(path), frame)))
        elif native.step_count(path) > ONE_RECTANGLE:
            found.rules.extend(_thin_parts(path, _combined(native.matrix(path), frame)))


def _sides(path: int, frame: Matrix) -> Iterator[Box]:
    """Each straight level or upright side of a path."""
    for shape in _shapes(path, frame):
        for (x0, y0), (x1, y1) in pairwise(shape):
            if abs(x1 - x0) <= STRAIGHT or abs(y1 - y0) <= STRAIGHT:
                yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _thin_parts(path: int, frame: Matrix) -> Iterator[Box]:
    """The thin shapes among those filled together."""
    for shape in _shapes(path, frame):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THICKEST_RULE:
            yield min(xs), min(ys), max(xs), max(ys)


def _shapes(path: int, frame: Matrix) -> list[list[tuple[float, float]]]:
    """The closed or open shapes of a path; curves are passed over, shapes with many too."""
    if native.step_count(path) > MOST_STEPS:
        return []
    shapes: list[list[tuple[float, float]]] = []
    for kind, x, y in native.steps(path):
        if kind == MOVE or not shapes:
            shapes.append([])
        shapes[-1].append(_point(x, y, frame))
    for shape in shapes:
        if len(shape) == CORNERS:
            shape.append(shape[0])
    return shapes


def _point(x: float, y: float, frame: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = frame
    return a * x + c * y + e, b * x + d * y + f


def _placed(box: Box, frame: Matrix) -> Box:
    """A box of a form on the page."""
    if frame is IDENTITY:
        return box
    corners = [_point(x, y, frame) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _combined(inner: Matrix, outer: Matrix) -> Matrix:
    """One matrix for two."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    x, y = _point(e, f, outer)
    oa, ob, oc, od, _, _ = outer
    return a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, x, y
