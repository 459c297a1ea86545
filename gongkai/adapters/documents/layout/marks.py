"""Marks on a page: glyphs and rules, in points, measured from the top left corner."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character, or a run of recognised characters, and the box it fills."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Half way down the box."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """How tall the box is."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight line, or a rectangle thin enough to look like one."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Sheet:
    """Everything on one page."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)  # recognised texts that may be wrong


THICKEST_RULE = 4.0


def outline(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    """The rules that a drawn rectangle stands for: itself where it is thin, else its four sides."""
    if right - left <= THICKEST_RULE or bottom - top <= THICKEST_RULE:
        return [Rule(left, top, right, bottom)]
    return [
        Rule(left, top, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, left, bottom),
        Rule(right, top, right, bottom),
    ]
