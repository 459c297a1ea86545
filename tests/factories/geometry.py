"""Where the pieces of table 3 stand on the page: labels broken, group labels down the side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.factories.entries import Entry
from tests.factories.page import Item, width
from tests.factories.wrapping import pieces

OUTER, INNER, LABEL = 0, 8, 18


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the cells are: characters per line in labels and in group labels; rows apart."""

    label: int
    outer: int
    inner: int
    apart: int
    numbers: int
    middle: str

    @staticmethod
    def draw(rng: Random) -> "Shape":
        """Choose one."""
        return Shape(
            rng.choice((5, 7, 9, 13, 16, 19)),
            rng.choice((1, 2, 3, 4)),
            rng.choice((3, 4, 7)),
            rng.choice((0, 0, 1, 2)),
            56,
            rng.choice(("between", "upper", "lower", "first", "last")),
        )


def placed(entries: Sequence[Entry], shape: Shape, *, first: int = 0) -> Iterator[Item]:
    """The items of these rows, from that line on; group labels centred beside their rows."""
    line = first
    spans: dict[tuple[int, str], list[int]] = {}
    for entry in entries:
        items, height = _row(entry, shape, line)
        yield from items
        for depth, parent in enumerate(entry.parents):
            spans.setdefault((depth, parent), []).extend((line, line + height - 1))
        line += height + shape.apart
    for (depth, parent), lines in spans.items():
        yield from _group(parent, depth, (min(lines), max(lines)), shape)


def _row(entry: Entry, shape: Shape, line: int) -> tuple[list[Item], int]:
    depth = len(entry.parents)
    column = (OUTER, INNER, LABEL)[depth]
    cut = pieces(entry.label, shape.label + (10, 5, 0)[depth])
    offset, gap = _middle(len(cut), shape.middle)
    items = [
        Item(line + n + (1 if gap and n >= offset else 0), column, piece)
        for n, piece in enumerate(cut)
    ]
    items.append(Item(line + offset, shape.numbers, "", entry.cells))
    return items, len(cut) + gap


def _middle(height: int, middle: str) -> tuple[int, int]:
    """The line of the numbers within the row, and whether they need a line of their own."""
    if height == 1 or middle == "first":
        return 0, 0
    if middle == "last":
        return height - 1, 0
    if height % 2:
        return height // 2, 0
    return (height // 2, 1) if middle == "between" else (height // 2 - (middle == "upper"), 0)


def _group(text: str, depth: int, span: tuple[int, int], shape: Shape) -> Iterator[Item]:
    cut = pieces(text, shape.inner if depth else shape.outer)
    first = max(span[0], (span[0] + span[1] - len(cut) + 1) // 2)
    for number, piece in enumerate(cut):
        yield Item(first + number, INNER if depth else OUTER, piece)


def fits(items: Sequence[Item]) -> bool:
    """Whether no two pieces stand on top of one another."""
    seen: dict[int, list[tuple[int, int]]] = {}
    for item in items:
        if item.text:
            seen.setdefault(item.line, []).append((item.column, item.column + width(item.text)))
    return all(
        left[1] <= right[0]
        for line in seen.values()
        for left, right in zip(sorted(line), sorted(line)[1:], strict=False)
    )
