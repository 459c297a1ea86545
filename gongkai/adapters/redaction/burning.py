"""Areas of a picture painted over in black with the short code of the ground, and seen to be."""

from collections.abc import Iterable, Sequence
from math import ceil, floor

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from gongkai.core.law.grounds import GROUND
from gongkai.core.ports.redaction import Area, Box

BLACK, WHITE = "#000000", "#ffffff"
MARGIN = 2  # dots around an area, for the soft edges of letters
FILLED_HEIGHT, FILLED_WIDTH = 0.7, 0.9
SMALLEST, LARGEST = 7, 48  # dots of the code
MOST_DIFFERENCE = 14.0  # of 255, root mean square: what compressing a picture may change

Dots = tuple[int, int, int, int]


def code_of(ground: str) -> str:
    """What is written on the black: the short code of the ground, none if it is not known."""
    return GROUND[ground].code if ground in GROUND else ""


def dots_of(area: Area, size: tuple[int, int]) -> Dots:
    """Left, top, right, bottom in dots, never smaller than the area."""
    width, height = size
    return (
        max(0, floor(area.x * width) - MARGIN),
        max(0, floor(area.y * height) - MARGIN),
        min(width, ceil(area.right * width) + MARGIN),
        min(height, ceil(area.bottom * height) + MARGIN),
    )


def burnt(picture: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A new picture with these boxes painted over; first all black, then all codes."""
    made = picture.convert("RGB")
    draw = ImageDraw.Draw(made)
    places = [(dots_of(box.area, made.size), code_of(box.ground)) for box in boxes]
    for place, _ in places:
        draw.rectangle(_inner(place), fill=BLACK)
    for place, code in places:
        _write(draw, place, code)
    return made


def still_burnt(picture: Image.Image, boxes: Sequence[Box]) -> bool:
    """Whether a picture that was stored and opened again shows nothing there but the codes."""
    wanted = burnt(Image.new("RGB", picture.size), boxes)
    shown = picture.convert("RGB")
    for box in boxes:
        place = dots_of(box.area, shown.size)
        difference = ImageChops.difference(shown.crop(place), wanted.crop(place))
        if max(ImageStat.Stat(difference).rms) > MOST_DIFFERENCE:
            return False
    return True


def _inner(place: Dots) -> Dots:
    """The same place with the last dot counted in, as the painter wants it."""
    left, top, right, bottom = place
    return left, top, max(left, right - 1), max(top, bottom - 1)


def _write(draw: ImageDraw.ImageDraw, place: Dots, code: str) -> None:
    """Write a code into the middle, as large as fits; leave it out where it would not be read."""
    left, top, right, bottom = place
    size = min(FILLED_HEIGHT * (bottom - top), LARGEST)
    while code and size >= SMALLEST:
        font = ImageFont.load_default(size)
        if draw.textlength(code, font=font) <= FILLED_WIDTH * (right - left):
            middle = ((left + right) / 2, (top + bottom) / 2)
            draw.text(middle, code, fill=WHITE, font=font, anchor="mm")
            return
        size -= 1
