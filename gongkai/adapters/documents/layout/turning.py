"""Turning a page upright: from coordinates that grow upwards to points from the top left corner."""

from collections.abc import Callable

Box = tuple[float, float, float, float]
Turn = Callable[[float, float, float, float], Box]


def turn_for(angle: int, box: Box) -> tuple[Turn, float, float]:
    """How to place a box (left, bottom, right, top) when glyphs lie at an angle; the page's size.

    The angle is in quarter turns counter-clockwise, as the glyphs' own direction of reading.
    """
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    turns: dict[int, Turn] = {
        0: lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0),
        1: lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
        2: lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom),
        3: lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0),
    }
    if angle % 2:
        width, height = height, width
    return turns[angle % 4], width, height
