"""Page numbers and running heads: found by place and repetition, kept out of the text."""

import re
from collections import Counter
from collections.abc import Sequence

from gongkai.adapters.documents.layout.page import LaidPage, PlacedLine

MARGIN = 0.13  # share of the page's height where numbers and heads stand
FEWEST_REPEATS = 3
DASHES = "-—－\u2013─―_·•.~\uff5e \t\u3000"
TOTAL = r"(?:\s*[/\uff0f,，共 ]+\s*\d{1,4}\s*页?)?"
NUMBER = re.compile(rf"[{DASHES}]*(?:第\s*)?(\d{{1,4}})(?:\s*页)?{TOTAL}[{DASHES}]*")
DECORATED = re.compile(rf"[{DASHES}]*[{DASHES[:6]}第][{DASHES}]*\d+\s*页?.*")


def running_lines(pages: Sequence[LaidPage]) -> set[tuple[int, int]]:
    """Which items, by number of page and of item, are page numbers or repeated heads."""
    marginal = [
        (page, index, item.text.strip())
        for page, laid in enumerate(pages)
        for index, item in _margins(laid)
    ]
    return _page_numbers(marginal) | _repeated(marginal, len(pages))


def _margins(laid: LaidPage) -> list[tuple[int, PlacedLine]]:
    """The first and last lines of a page that lie in its margins."""
    edge = laid.height * MARGIN
    last = len(laid.items) - 1
    found = []
    for index in sorted({0, 1, last - 1, last} & set(range(last + 1))):
        item = laid.items[index]
        if not isinstance(item, PlacedLine):
            continue
        if item.bottom < edge or item.top > laid.height - edge:
            found.append((index, item))
    return found


def _page_numbers(marginal: list[tuple[int, int, str]]) -> set[tuple[int, int]]:
    """Numbers with dashes around them, and bare ones that count up with the pages."""
    numbers = [
        (page, index, text, int(match[1]))
        for page, index, text in marginal
        if (match := NUMBER.fullmatch(text.translate(NARROW)))
    ]
    steps = Counter(number - page for page, _, _, number in numbers)
    return {
        (page, index)
        for page, index, text, number in numbers
        if steps[number - page] > 1 or DECORATED.fullmatch(text)
    }


def _repeated(marginal: list[tuple[int, int, str]], pages: int) -> set[tuple[int, int]]:
    """Lines that stand in the margin of most pages; the first one is kept as text."""
    seen: dict[str, list[tuple[int, int]]] = {}
    for page, index, text in marginal:
        seen.setdefault(text, []).append((page, index))
    return {
        place
        for places in seen.values()
        if len(places) >= FEWEST_REPEATS and len(places) * 2 >= pages
        for place in places[1:]
    }


NARROW = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
