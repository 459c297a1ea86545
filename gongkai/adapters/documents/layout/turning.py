"""Turning a page upright: from coordinates that grow upwards to points from the top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
Side = Sequence[float]


@dataclass(frozen=True, slots=True)
class Turn:
    """How to place boxes (left, bottom, right, top) of a page whose glyphs lie at an angle.

    The angle is in quarter turns counter-clockwise, as the glyphs' own direction of reading.
    """

    angle: int
    page: Box

    def boxes(self, boxes: Sequence[Box]) -> list[Box]:
        """Place boxes: left, top, right, bottom."""
        return list(zip(*self.sides(*zip(*boxes, strict=True)), strict=True)) if boxes else []

    def sides(self, x0: Side, y0: Side, x1: Side, y1: Side) -> tuple[Side, Side, Side, Side]:
        """Place many boxes, given and answered one kind of side after the other."""
        left, bottom, right, top = self.page
        match self.angle:
            case 0:
                return _less(x0, left), _from(top, y1), _less(x1, left), _from(top, y0)
            case 1:
                return _less(y0, bottom), _less(x0, left), _less(y1, bottom), _less(x1, left)
            case 2:
                return _from(right, x1), _less(y0, bottom), _from(right, x0), _less(y1, bottom)
            case _:
                return _from(top, y1), _from(right, x1), _from(top, y0), _from(right, x0)


def _less(values: Side, start: float) -> Side:
    return [value - start for value in values] if start else values


def _from(end: float, values: Side) -> list[float]:
    return [end - value for value in values]


def turn_for(angle: int, page: Box) -> tuple[Turn, float, float]:
    """How to place the boxes of a page when glyphs lie at an angle; the page's size upright."""
    width, height = page[2] - page[0], page[3] - page[1]
    if angle % 2:
        width, height = height, width
    return Turn(angle % 4, page), width, height
