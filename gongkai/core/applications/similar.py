"""Requests that are alike (相似申请): one matter asked for twice, by one or by several."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

DOCUMENT_NUMBER: Final = re.compile(
    r"([\u4e00-\u9fffa-z]{1,2})[〔\[(【]((?:19|20)\d{2})[〕\])】]第?0*(\d{1,5})号"
)
FILLER: Final = re.compile(
    r"申请公开|请求公开|请公开|本人|我公司|我单位|贵局|贵机关|你局|关于|相关|有关|政府信息|的"
)
NOISE: Final = re.compile(r"[^\u4e00-\u9fffa-z0-9]+")
ALIKE: Final = 0.6
"""From here on a handler is shown the other request."""
SAME: Final = 0.85
"""From here on it is most likely one matter."""
SHARED_NUMBER: Final = 0.9
"""At least so alike are two requests that name one document."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two requests are, from 0 to 1, and the document numbers they share."""

    score: float
    numbers: tuple[str, ...] = ()

    @property
    def is_alike(self) -> bool:
        """Whether a handler should look at both."""
        return self.score >= ALIKE

    @property
    def is_same(self) -> bool:
        """Whether they most likely ask for one thing."""
        return self.score >= SAME


@dataclass(frozen=True, slots=True)
class Essence:
    """What is compared of a request: its pairs of characters, and its document numbers without
    what custom varies (brackets, noughts, the words before)."""

    pairs: frozenset[str]
    numbers: frozenset[str]


def essence(title: str, description: str = "") -> Essence:
    """What is left of a request without politeness, punctuation and width."""
    whole = unicodedata.normalize("NFKC", f"{title} {description}").lower()
    compact = re.sub(r"\s+", "", whole)
    numbers = frozenset("-".join(found.groups()) for found in DOCUMENT_NUMBER.finditer(compact))
    plain = NOISE.sub("", FILLER.sub("", compact))
    pairs = frozenset(plain[place : place + 2] for place in range(max(len(plain) - 1, 1)))
    return Essence(pairs - {""}, numbers)


def likeness(one: Essence, other: Essence) -> Likeness:
    """How alike two requests are: the share of pairs they have in common, twice over."""
    total = len(one.pairs) + len(other.pairs)
    score = 2 * len(one.pairs & other.pairs) / total if total else 0.0
    shared = tuple(sorted(one.numbers & other.numbers))
    return Likeness(max(score, SHARED_NUMBER) if shared else score, shared)


def alike(one: Essence, others: Iterable[tuple[int, Essence]]) -> tuple[tuple[int, Likeness], ...]:
    """Those of the others (by their key) that are alike, the likest first."""
    found = [(key, likeness(one, other)) for key, other in others]
    near = [(key, like) for key, like in found if like.is_alike]
    return tuple(sorted(near, key=lambda row: (-row[1].score, row[0])))
