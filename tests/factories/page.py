"""A page as a PDF has it: pieces of text at a line and a column, and page marks between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from unicodedata import east_asian_width

from tests.factories.wrapping import pieces

BREAK = "\0"
"""Stands where a page ends inside a table."""

FULL = {ord(char): ord(char) + 0xFEE0 for char in "0123456789-"}
MARKS = (
    lambda n: f"-{n}-",
    lambda n: f"— {n} —",
    lambda n: f"－{n}－".translate(FULL),
    str,
    lambda n: f"第 {n} 页 共 9 页",
    lambda n: f"{n} / 9",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of text at a physical line and column (in half widths)."""

    line: int
    column: int
    text: str
    numbers: tuple[str, ...] = ()


def width(text: str) -> int:
    """How wide a text is, a Chinese character counting two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def composed(items: Iterable[Item], step: int) -> Iterator[str]:
    """The items set out in a grid, as `pdftotext -layout` writes them; numbers `step` apart."""
    by_line: dict[int, list[tuple[int, str]]] = {}
    for item in items:
        row = by_line.setdefault(item.line, [])
        if item.text:
            row.append((item.column, item.text))
        row += [(item.column + step * n, number) for n, number in enumerate(item.numbers) if number]
    for number in range(min(by_line, default=0), max(by_line, default=-1) + 1):
        yield _set(sorted(by_line.get(number, [])))


def _set(words: Sequence[tuple[int, str]]) -> str:
    line = ""
    for column, word in words:
        gap = column - width(line)
        line += " " * max(gap, 1 if line else 0) + word
    return line


def wrapped(paragraphs: Iterable[str], count: int, indent: str = "") -> Iterator[str]:
    """Paragraphs as lines of so many characters."""
    for paragraph in paragraphs:
        yield from pieces(indent + paragraph, count)


def page_marks(rng: Random) -> Iterator[str]:
    """Page numbers in one style."""
    mark = rng.choice(MARKS)
    number = rng.randint(1, 3)
    while True:
        yield str(mark(number))
        number += 1


def paged(lines: Sequence[str], rng: Random, length: int, within: frozenset[str]) -> Iterator[str]:
    """Lines with a page mark at every break asked for, and after every so many lines of prose."""
    marks, feed, count = page_marks(rng), rng.random() < 0.5, 0
    for line in lines:
        if line != BREAK:
            yield line
        count += 1
        if line == BREAK or (count >= length and line not in within):
            yield from ("", next(marks), *(("\f",) if feed else ()))
            count = 0
