"""Cutting digits that run together back into numbers.

A row without separators (`121010014`) has many readings. A reading is kept if no number starts
with a needless 0, if it keeps the boundaries the source does have, and if the sums of the form
hold.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, combinations

from gongkai.core.reports.report import Number

Values = tuple[Number | None, ...]
MOST, MOST_SURPLUS, STEPS, LONGEST = 1000, 2, 20_000, 12
"""Readings looked at for a row, surplus numbers, steps of a search, digits of a number:
beyond these a row is given up as unreadable."""


def number(text: str) -> Number:
    """The number a plain text of digits says: whole, or exact decimal."""
    return Decimal(text) if "." in text else int(text)


def _heads(token: str) -> Iterator[tuple[str, str]]:
    """Ways to take the first number off a token: (number, rest)."""
    sign = 1 if token[:1] in "+-" else 0
    point = token.find(".")
    longest = sign + 1 if token[sign : sign + 1] == "0" else len(token)
    for end in range(sign + 1, len(token) + 1):
        head, rest = token[:end], token[end:]
        if 0 <= point < end and rest:
            continue
        if end > longest and not head[sign:].startswith("0."):
            continue
        if head.endswith(".") or rest.startswith("."):
            continue
        yield head, rest


def cuts(tokens: Sequence[str], count: int) -> Iterator[tuple[Number, ...]]:
    """All ways to read `count` numbers from the tokens, each token cut into one number or more."""
    if not tokens:
        if count == 0:
            yield ()
        return
    if count < len(tokens) or sum(map(len, tokens)) > LONGEST * count:
        return
    for head, rest in _heads(tokens[0]):
        remaining = (rest, *tokens[1:]) if rest else tuple(tokens[1:])
        if len("".join(remaining)) < count - 1:
            break
        for tail in cuts(remaining, count - 1):
            yield (number(head), *tail)


@dataclass(slots=True)
class Budget:
    """How many steps a search may still take: digits without end must not cost time without end."""

    left: int = STEPS

    @property
    def spent(self) -> bool:
        """Whether the search was given up, so that what it found is not all there is."""
        return self.left <= 0


def summed_cuts(tokens: Sequence[str], parts: int, budget: Budget) -> Iterator[tuple[Number, ...]]:
    """Ways to read `parts` numbers and their sum from the tokens; the last number is the sum."""
    text = "".join(tokens)
    borders = tuple(accumulate(len(token) for token in tokens))[:-1]
    for start in range(len(text) - 1, parts - 1, -1):
        if any(border > start for border in borders):
            break
        tail = text[start:]
        if len(tail) == 1 or tail[0] != "0":
            digits = _Digits(text[:start], tuple(b for b in borders if b < start), budget)
            yield from ((*cut, int(tail)) for cut in digits.adding_up(0, parts, int(tail)))


@dataclass(frozen=True, slots=True)
class _Digits:
    """Digits to be cut, with the places where the source itself has cut them."""

    text: str
    borders: tuple[int, ...]
    budget: Budget

    def adding_up(self, start: int, count: int, total: int) -> Iterator[tuple[int, ...]]:
        """Ways to read `count` numbers from `start` on whose sum is `total`."""
        left = len(self.text) - start
        self.budget.left -= 1
        if self.budget.spent or left < count or not self._possible(left, count, total):
            return
        if count == 1:
            if self.text[start:] == str(total) and not any(b > start for b in self.borders):
                yield (total,)
            return
        border = next((b for b in self.borders if b > start), len(self.text))
        longest = min(left - count + 1, border - start, len(str(total)))
        for length in range(1, 2 if self.text[start] == "0" else longest + 1):
            value = int(self.text[start : start + length])
            if value > total:
                break
            for rest in self.adding_up(start + length, count - 1, total - value):
                yield (value, *rest)

    @staticmethod
    def _possible(left: int, count: int, total: int) -> bool:
        """Whether so many digits can make so many numbers with such a sum at all."""
        longest_at_least = -(-left // count)
        least: int = 10 ** (longest_at_least - 1) if longest_at_least > 1 else 0
        most: int = 10 ** (left - count + 1) - 1 + 9 * (count - 1)
        return least <= total <= most


def placed(numbers: Sequence[Number], width: int, fits: Callable[[Values], bool]) -> list[Values]:
    """Ways to place fewer numbers than cells, in order, the other cells left blank."""
    found: list[Values] = []
    for columns in combinations(range(width), len(numbers)):
        row: list[Number | None] = [None] * width
        for column, value in zip(columns, numbers, strict=True):
            row[column] = value
        if fits(tuple(row)):
            found.append(tuple(row))
    return found


def dropped(numbers: Sequence[Number], width: int, fits: Callable[[Values], bool]) -> list[Values]:
    """Ways to leave out the surplus of more numbers than cells; equal readings count once."""
    if len(numbers) - width > MOST_SURPLUS:
        return []
    ways = (tuple(numbers[i] for i in kept) for kept in combinations(range(len(numbers)), width))
    return list(dict.fromkeys(way for way in ways if fits(way)))


def row_adds_up(row: Values) -> bool:
    """Whether the last cell is the sum of those before it; blanks count as nothing.

    A row with nothing but its total filled in adds up too: the parts were left blank.
    """
    *parts, total = row
    known = [part for part in parts if part is not None]
    if total is None:
        return False
    return not known or sum(known) == total


def blocks_add_up(row: Values, size: int = 5) -> bool:
    """Whether each block of `size` cells ends with its own sum (table 4)."""
    return all(row_adds_up(row[start : start + size]) for start in range(0, len(row), size))
