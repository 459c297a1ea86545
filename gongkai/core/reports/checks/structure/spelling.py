"""Spelling of labels: what is the same but for marks, and which right label is the nearest."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from gongkai.core.reports.text.normalise import fold, letters

NEAR = 0.6
SAME = "equal"
OLD_AT, AT = "於", "于"


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """The letters and digits of a label: no blanks, marks, widths or traditional forms."""
    return letters(fold(text)).replace(OLD_AT, AT)


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


def known(labels: Iterable[str]) -> frozenset[str]:
    """The letters of all these labels."""
    return frozenset(spelled(label) for label in labels)
