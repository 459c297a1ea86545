"""Long numbers in a text, however their digits are parted, and the arithmetic that proves them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.plain import Text

CHINESE: Final = "零一二三四五六七八九"
OTHER_ZEROS: Final = "〇○"
DIGIT: Final = f"[0-9{OTHER_ZEROS}{CHINESE}]"
BETWEEN: Final = r"[ \-\u2010\u2011\u2013—－─·.．_]{0,2}"
RUN: Final = re.compile(rf"{DIGIT}(?:(?:{BETWEEN}|\n){DIGIT}){{6,}}")
LAST: Final = re.compile(rf"{BETWEEN}([Xx\u0425\u0445\u00d7✕])(?![A-Za-z])")
PLAIN: Final = {
    **{ord(char): str(value) for value, char in enumerate(CHINESE)},
    **{ord(char): "0" for char in OTHER_ZEROS},
}
DECIMAL: Final = re.compile(r"[0-9][.．]$")
FRACTION: Final = re.compile(r"[.．][0-9]")
LETTER_BEFORE: Final = re.compile(r"[A-Za-z]$")
CALL: Final = re.compile(r"(?:tel|phone|mobile|mob|qq|id|no|cell|[^A-Za-z]t|[^A-Za-z]m)$", re.I)
LETTER_AFTER: Final = re.compile(r"[A-Za-z]")
CROSS: Final = "X"
MOST_GROUPS = 8
"""A number in more groups than that is all there is in its run: else it is a row of figures."""
BEFORE_LAST = 17
"""How many digits stand before the X of an identity number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is counted: its digits, and from where to where it stands."""

    digits: str
    start: int
    end: int
    groups: tuple[int, ...]
    is_whole: bool
    """Whether nothing else stands in the same run of digits."""
    is_broken: bool = False
    """Whether a line ends within it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Digits with little between them: groups that belong to one number or to several."""

    digits: str
    places: tuple[int, ...]
    starts: tuple[int, ...]
    """Which digits begin a group."""

    def numbers(self, *lengths: int) -> Iterator[Number]:
        """The numbers of these lengths that begin and end with a group."""
        ends = {end: place for place, end in enumerate((*self.starts[1:], len(self.digits)), 1)}
        for place, start in enumerate(self.starts):
            for length in lengths:
                groups = ends.get(start + length, 0) - place
                is_whole = length == len(self.digits)
                if 0 < groups <= MOST_GROUPS or (groups > 0 and is_whole):
                    yield self._number(start, start + length)

    def _number(self, start: int, end: int) -> Number:
        first_cut, last_cut = bisect_left(self.starts, start), bisect_left(self.starts, end)
        cuts = (*self.starts[first_cut:last_cut], end)
        groups = tuple(later - cut for cut, later in pairwise(cuts))
        first, last = self.places[start], self.places[end - 1] + 1
        is_whole = start == 0 and end == len(self.digits)
        return Number(self.digits[start:end], first, last, groups, is_whole)


@once
def runs(text: Text) -> tuple[Run, ...]:
    """All runs of a text; what stands in an address of the web is none."""
    return tuple(
        _run(text.plain, found)
        for found in RUN.finditer(text.plain)
        if not text.in_address(found.start())
    )


def _run(plain: str, found: re.Match[str]) -> Run:
    places = [place for place in range(*found.span()) if _is_digit(plain[place])]
    digits = "".join(plain[place] for place in places).translate(PLAIN)
    starts = [0] + [
        index for index in range(1, len(places)) if places[index] != places[index - 1] + 1
    ]
    last = LAST.match(plain, found.end())
    if last and len(digits) >= BEFORE_LAST:
        digits, places = digits + CROSS, [*places, last.start(1)]
    return Run(digits, tuple(places), tuple(starts))


def _is_digit(char: str) -> bool:
    return char.isdigit() or ord(char) in PLAIN


def numbers(text: Text, *lengths: int) -> Iterator[Number]:
    """The numbers of these lengths that stand by themselves in a text."""
    for run in runs(text):
        for number in run.numbers(*lengths):
            if _stands_alone(text, number):
                is_broken = "\n" in text.plain[number.start : number.end]
                yield replace(number, is_broken=is_broken)


def _stands_alone(text: Text, number: Number) -> bool:
    before, after = text.before(number.start, 8), text.after(number.end, 2)
    if DECIMAL.search(before) or FRACTION.match(after) or LETTER_AFTER.match(after):
        return False
    return not LETTER_BEFORE.search(before) or CALL.search(before) is not None


def luhn(number: str) -> bool:
    """Whether the check digit of a card number is right."""
    total = 0
    for place, letter in enumerate(reversed(number)):
        total += sum(divmod(int(letter) * (2 if place % 2 else 1), 10))
    return total % 10 == 0


def masked(number: str, first: int, last: int) -> str:
    """A number that shows only its first and last characters."""
    hidden = len(number) - first - last
    return f"{number[:first]}{'*' * hidden}{number[len(number) - last :] if last else ''}"
