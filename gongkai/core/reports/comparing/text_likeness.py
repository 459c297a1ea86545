"""How much of one text stands in another: shared shingles of letters.

The text is folded, stripped of marks, digits and years, and cut into all runs of six letters
(shingles). The likeness of two texts is the number of shingles they share over the number in the
smaller one: 1 where one text holds all of the other. It takes time in proportion to the length.
"""

import re

from gongkai.core.reports.text.normalise import fold, letters

WIDTH = 6
DIGITS = re.compile(r"\d+")
FEWEST = 40


def shingles(text: str) -> frozenset[str]:
    """All runs of six letters in a text, without marks and digits."""
    plain = DIGITS.sub("", letters(fold(text)))
    return frozenset(plain[start : start + WIDTH] for start in range(len(plain) - WIDTH + 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float | None:
    """The share of the smaller text that stands in the other; None where the text is too short."""
    smaller = min(len(one), len(other))
    if smaller < FEWEST:
        return None
    return len(one & other) / smaller
