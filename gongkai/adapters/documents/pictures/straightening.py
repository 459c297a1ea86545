"""Turning a crooked scan straight, by the long level lines in it."""

from math import atan2, degrees
from statistics import median
from typing import Any

from gongkai.adapters.documents.pictures.vision import grey_of, vision

WORKING_WIDTH = 1200
STEEPEST = 8.0  # degrees; more is no accident of scanning
SLIGHTEST = 0.08
FEWEST_LINES = 3


def straightened(picture: Any) -> Any:
    """The picture turned so that its lines are level; itself where it is straight."""
    angle = _slope(picture)
    if abs(angle) < SLIGHTEST:
        return picture
    cv2 = vision()
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


def _slope(picture: Any) -> float:
    """By how many degrees the lines of a picture fall to the right."""
    cv2 = vision()
    grey = grey_of(picture)
    scale = min(1.0, WORKING_WIDTH / grey.shape[1])
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = cv2.Canny(small, 60, 160)
    shortest = small.shape[1] // 5
    found = cv2.HoughLinesP(edges, 1, 3.14159 / 3600, 120, minLineLength=shortest, maxLineGap=12)
    if found is None:
        return 0.0
    slopes = [
        degrees(atan2(float(y1 - y0), float(x1 - x0)))
        for x0, y0, x1, y1 in found.reshape(-1, 4)
        if x1 != x0
    ]
    level = [slope for slope in slopes if abs(slope) <= STEEPEST]
    return median(level) if len(level) >= FEWEST_LINES else 0.0
