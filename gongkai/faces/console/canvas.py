"""Drawing a printed table in a terminal: boxes with merged heads, wide characters counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from gongkai.faces.common.exports.sheets import Box, Sheet

UP, RIGHT, DOWN, LEFT = 1, 2, 4, 8
LINES = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
"""The line of every set of directions, at the sum of their numbers."""

BORDER = "dim"


@dataclass(frozen=True, slots=True)
class Ink:
    """What is written in a box: the text, its style, and how it is set."""

    text: str
    style: str = ""
    align: str = "left"


def drawing(sheet: Sheet, widths: Sequence[int], ink: Callable[[Box], Ink]) -> Text:
    """Draw a table; every box is as high as its text asks for, rows alike have no line between."""
    inks = [ink(box) for box in sheet.boxes]
    ruled = [_ruled(sheet, row) for row in range(sheet.rows + 1)]
    left = _edges(widths, [True] * (sheet.columns + 1))
    spans = [left[box.column + box.column_span] - left[box.column] - 1 for box in sheet.boxes]
    wrapped = [_wrap(one.text, span) for one, span in zip(inks, spans, strict=True)]
    top = _edges(_heights(sheet, [len(lines) for lines in wrapped]), ruled)
    canvas = _Canvas(left[-1] + 1, top[-1] + 1)
    for box, one, lines in zip(sheet.boxes, inks, wrapped, strict=True):
        across = (left[box.column], left[box.column + box.column_span])
        bottom = box.row + box.row_span
        down = (top[box.row], top[bottom])
        canvas.frame(across, down, [top[row] for row in (box.row, bottom) if ruled[row]])
        canvas.write(across, (down[0], down[1] + (not ruled[bottom])), lines, one)
    return canvas.text()


def _ruled(sheet: Sheet, row: int) -> bool:
    """Whether a line stands above a row: not between rows of numbers of one group."""
    above = [box for box in sheet.boxes if box.row + box.row_span == row]
    below = [box for box in sheet.boxes if box.row == row]
    shapes = [
        [(box.column, box.column_span, bool(box.path)) for box in side] for side in (above, below)
    ]
    merged = any(box.row_span > 1 for box in (*above, *below))
    return merged or shapes[0] != shapes[1] or not any(box.path for box in below)


def _edges(sizes: Sequence[int], ruled: Sequence[bool]) -> list[int]:
    """Where the lines stand that part columns (or rows) of these sizes; some take no room."""
    edges = [0]
    for size, line in zip(sizes, ruled[1:], strict=True):
        edges.append(edges[-1] + size + line)
    return edges


def _heights(sheet: Sheet, needed: Sequence[int]) -> list[int]:
    """How many lines each row takes; a merged box that needs more stretches its last row."""
    heights = [1] * sheet.rows
    for tall in (False, True):
        for box, lines in zip(sheet.boxes, needed, strict=True):
            if (box.row_span > 1) is tall:
                bottom = box.row + box.row_span
                room = sum(heights[box.row : bottom]) + box.row_span - 1
                heights[bottom - 1] += max(0, lines - room)
    return heights


def _wrap(text: str, width: int) -> list[str]:
    """Cut a text into lines of that many cells."""
    lines = [""]
    for character in text:
        if cell_len(lines[-1] + character) > width and lines[-1]:
            lines.append("")
        lines[-1] += character
    return lines


class _Canvas:
    """Characters with styles, and lines that join where they meet."""

    def __init__(self, width: int, height: int) -> None:
        self.characters = [[" "] * width for _ in range(height)]
        self.styles = [[""] * width for _ in range(height)]
        self.lines = [[0] * width for _ in range(height)]

    def frame(self, across: tuple[int, int], down: tuple[int, int], ruled: Sequence[int]) -> None:
        """Draw both sides of a box, and the lines above and below it where there are any."""
        (left, right), (top, bottom) = across, down
        for y in ruled:
            for x in range(left, right):
                self.lines[y][x] |= RIGHT
                self.lines[y][x + 1] |= LEFT
        for x in across:
            for y in range(top, bottom):
                self.lines[y][x] |= DOWN
                self.lines[y + 1][x] |= UP

    def write(
        self, across: tuple[int, int], down: tuple[int, int], lines: Sequence[str], ink: Ink
    ) -> None:
        """Write lines into the middle of a box."""
        width, height = across[1] - across[0] - 1, down[1] - down[0] - 1
        first = down[0] + 1 + (height - len(lines)) // 2
        for y, line in enumerate(lines, start=first):
            spare = width - cell_len(line)
            x = across[0] + 1 + {"left": 0, "center": spare // 2, "right": spare}[ink.align]
            for character in line:
                self.characters[y][x] = character
                self.styles[y][x] = ink.style
                for hidden in range(x + 1, x + cell_len(character)):
                    self.characters[y][hidden] = ""
                x += cell_len(character)

    def text(self) -> Text:
        """Everything drawn, line by line."""
        drawn = Text(no_wrap=True, overflow="ignore")
        for characters, styles, lines in zip(self.characters, self.styles, self.lines, strict=True):
            for character, style, line in zip(characters, styles, lines, strict=True):
                drawn.append(LINES[line] if line else character, BORDER if line else style)
            drawn.append("\n")
        return drawn
