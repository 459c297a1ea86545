"""A page drawn by hand: texts and rules at places, in points from the top left corner."""

from dataclasses import dataclass, field

from tests.samples.statutory import Cell

SIZE = 9.0


@dataclass
class Sketch:
    """What one page shows."""

    width: float = 595.0
    height: float = 842.0
    texts: list[tuple[float, float, float, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)

    def write(self, x: float, y: float, text: str, size: float = SIZE) -> "Sketch":
        """Put a text with its upper left corner here."""
        self.texts.append((x, y, size, text))
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sketch":
        """Draw a straight rule."""
        self.rules.append((x0, y0, x1, y1))
        return self

    def table(
        self,
        cells: list[Cell],
        widths: list[float],
        *,
        x: float = 40,
        y: float = 100,
        high: float = 22,
    ) -> "Sketch":
        """Draw a ruled table: each cell its own frame, its text broken to fit."""
        edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        for cell in cells:
            left, right = edges[cell.column], edges[cell.column + cell.column_span]
            top = y + high * cell.row
            bottom = top + high * cell.row_span
            self.rule(left, top, right, top).rule(left, bottom, right, bottom)
            self.rule(left, top, left, bottom).rule(right, top, right, bottom)
            self._fill(left + 2, (top + bottom) / 2, cell.text, int((right - left - 4) / SIZE))
        return self

    def _fill(self, x: float, middle: float, text: str, room: int) -> None:
        """Write a text broken into lines of so many characters around a height."""
        parts = [text[n : n + room] for n in range(0, len(text), room)]
        if text.isdecimal():
            parts = [text]
        for number, part in enumerate(parts):
            self.write(x, middle + (number - len(parts) / 2) * (SIZE + 1), part)


WIDE = [30.0, 80.0, 150.0] + [36.0] * 7


def lines(*texts: str, top: float = 80, step: float = 20) -> Sketch:
    """A page with nothing but lines."""
    sketch = Sketch()
    for number, text in enumerate(texts):
        sketch.write(60, top + number * step, text, 12)
    return sketch
