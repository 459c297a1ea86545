"""Ways in which tools write out the pieces of a page."""

from collections.abc import Iterator, Sequence

from tests.factories.geometry import INNER
from tests.factories.page import Item


def joined(items: Sequence[Item], gap: str = "") -> Iterator[str]:
    """Every piece on a line, numbers joined; with a blank line between where `gap` says so."""
    for item in items:
        words = " ".join(cell for cell in item.numbers if cell) if item.numbers else item.text
        yield words
        if gap:
            yield ""


def beside(items: Sequence[Item]) -> Iterator[str]:
    """Pieces on one physical line joined by a space."""
    lines: dict[int, list[str]] = {}
    for item in items:
        lines.setdefault(item.line, []).extend(
            [item.text] if item.text else [cell for cell in item.numbers if cell]
        )
    yield from (" ".join(words) for words in lines.values())


def cells(items: Sequence[Item]) -> Iterator[str]:
    """Every piece and every number on its own line, blank lines between."""
    for item in items:
        for word in [item.text] if item.text else [cell for cell in item.numbers if cell]:
            yield from (word, "")


def displaced(items: Sequence[Item]) -> Iterator[str]:
    """As by columns of the page: labels of the outer rows come late, after some inner rows."""
    late = [item for item in items if item.text and item.column == INNER and "（" in item.text[:1]]
    outer = [item for item in late if item.text[1:2] in "一二"]
    rest = [item for item in items if item not in outer]
    at = min(len(rest), 3 + len(rest) // 3)
    yield from joined(rest[:at])
    yield from joined(outer)
    yield from joined(rest[at:])
