"""Spelling of labels: what is the same but for marks, and which right label is the nearest."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from gongkai.core.reports.text.normalise import fold, letters

NEAR = 0.6
SAME = "equal"
MARKUP = re.compile(r"<[^<>]*>")
DASH_FOR_ONE = re.compile("(?<=[\u4e00-\u9fff(（])[-－—\u2013─](?=[\u4e00-\u9fff)）])")
ONE = "一"
NUMERAL = re.compile("^[1-9一二三四五六七]")
OLD_AT, AT = "於", "于"


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """The letters and digits of a label: no blanks, marks, widths or traditional forms."""
    whole = DASH_FOR_ONE.sub(ONE, MARKUP.sub("", text))
    return letters(fold(whole)).replace(OLD_AT, AT)


def bare(text: str) -> str:
    """The letters of a label without the numeral it begins with."""
    return NUMERAL.sub("", spelled(text))


@lru_cache(maxsize=4096)
def nearest(written: str, labels: tuple[str, ...]) -> str | None:
    """The right label nearest to what is written; None where none is near."""
    plain = spelled(written)
    score, label = max(
        ((SequenceMatcher(None, plain, spelled(label)).ratio(), label) for label in labels),
        default=(0.0, ""),
    )
    return label if score >= NEAR else None


@lru_cache(maxsize=4096)
def edits(written: str, label: str) -> int:
    """How many letters would have to be put in, left out or changed to make one of the other."""
    codes = SequenceMatcher(None, written, label, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in codes if tag != SAME)


@lru_cache(maxsize=4096)
def holds_all(written: str, label: str) -> bool:
    """Whether all letters of a label stand in what is written, in order: some may be added."""
    letters_left = iter(written)
    return all(letter in letters_left for letter in label)


def made_of(text: str, words: frozenset[str]) -> bool:
    """Whether a text is nothing but some of these words in a row."""
    if not text:
        return True
    ends = (end for end in range(len(text), 0, -1) if text[:end] in words)
    return any(made_of(text[end:], words) for end in ends)


def known(labels: Iterable[str]) -> frozenset[str]:
    """The letters of all these labels."""
    return frozenset(spelled(label) for label in labels)
