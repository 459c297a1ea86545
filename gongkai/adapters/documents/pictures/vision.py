"""The library for pictures, which comes with the recognition program."""

from functools import cache
from importlib import import_module
from typing import Any

COLOURED = 3  # dimensions of a picture in colour


@cache
def vision() -> Any:
    """The library, loaded when the first picture comes."""
    return import_module("cv2")


def grey_of(picture: Any) -> Any:
    """The picture in shades of grey."""
    cv2 = vision()
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == COLOURED else picture


def darkness_of(picture: Any) -> Any:
    """White where the picture is darker than its surroundings, black elsewhere."""
    cv2 = vision()
    kind = cv2.ADAPTIVE_THRESH_MEAN_C
    return cv2.adaptiveThreshold(grey_of(picture), 255, kind, cv2.THRESH_BINARY_INV, 25, 12)
