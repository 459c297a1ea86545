"""A page with its boxes as a drawing: numbers for an SVG, and a form for each box."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gongkai.apps.applications.redaction.pages import Sheet
from gongkai.apps.applications.redaction.queries import Opened
from gongkai.core.law.grounds import GROUND
from gongkai.core.ports import Area
from gongkai.faces.desk.redaction.forms import BoxForm, percents

if TYPE_CHECKING:
    from gongkai.apps.applications.models import RedactionBox

ACROSS: Final = 1000.0
"""How wide a page is in the units of its drawing."""
LETTERS, GAP = 16.0, 4.0
"""How high a number is written, and how far above its box."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box in the units of the drawing, with its number in the list."""

    number: int
    box: "RedactionBox"
    code: str
    x: str
    y: str
    width: str
    height: str
    text_x: str
    text_y: str
    form: BoxForm


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page to be drawn: how high it is, and its boxes."""

    number: int
    height: str
    rectangles: tuple[Rectangle, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A page in the list of pages, with how many boxes there are on it."""

    number: int
    boxes: int
    waiting: int


def drawing(found: Opened, sheet: Sheet) -> Drawing:
    """A page and its boxes."""
    high = ACROSS * sheet.height / sheet.width
    return Drawing(sheet.number, _number(high), tuple(_rectangles(found, sheet.number, high)))


def tabs(found: Opened) -> list[Tab]:
    """All pages."""
    return [
        Tab(
            number,
            sum(box.is_accepted for box in found.on(number)),
            sum(not box.is_accepted for box in found.on(number)),
        )
        for number in range(1, found.pages + 1)
    ]


def _rectangles(found: Opened, page: int, high: float) -> Iterator[Rectangle]:
    for number, box in enumerate(found.on(page), 1):
        area = Area(box.x, box.y, box.width, box.height)
        first = {"ground": box.ground, "what": box.what, **percents(area)}
        yield Rectangle(
            number,
            box,
            GROUND[box.ground].code if box.ground in GROUND else "",
            _number(area.x * ACROSS),
            _number(area.y * high),
            _number(area.width * ACROSS),
            _number(area.height * high),
            _number(area.x * ACROSS),
            _number(max(area.y * high - GAP, LETTERS)),
            BoxForm(initial=first, auto_id=f"box-{box.pk}-%s"),
        )


def _number(value: float) -> str:
    """A number as a drawing writes it, whatever the language of the page."""
    return f"{value:.2f}"
