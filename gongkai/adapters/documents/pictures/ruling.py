"""Rules in a picture: long straight runs of dark dots."""

from typing import Any

from gongkai.adapters.documents.layout.marks import Rule
from gongkai.adapters.documents.pictures.vision import vision

SHORTEST = 1 / 40  # of the picture's side: shorter runs are strokes of characters
THICKEST = 1 / 150
Run = tuple[int, int, int, int]


def rules_in(dark: Any, scale: float) -> list[Rule]:
    """Find level and upright rules; `scale` turns dots into points."""
    height, width = dark.shape
    across = [
        Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        for x0, y0, x1, y1 in _runs(dark, max(int(width * SHORTEST), 10), 1)
        if y1 - y0 <= height * THICKEST + 3
    ]
    down = [
        Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        for x0, y0, x1, y1 in _runs(dark, 1, max(int(height * SHORTEST), 10))
        if x1 - x0 <= width * THICKEST + 3
    ]
    return [Rule(*(value * scale for value in rule)) for rule in across + down]


def _runs(dark: Any, wide: int, high: int) -> list[Run]:
    """The boxes of all runs at least so wide and so high; small breaks are bridged."""
    cv2 = vision()
    runs = cv2.morphologyEx(
        dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (wide, high))
    )
    bridge = (5, 3) if wide > high else (3, 5)
    runs = cv2.dilate(runs, cv2.getStructuringElement(cv2.MORPH_RECT, bridge))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    return [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in boxes[1:]]
