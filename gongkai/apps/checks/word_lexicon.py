"""Words and how common they are: rjieba's dictionary, with terms of official writing."""

import math
from functools import lru_cache
from typing import Final

from rjieba import Jieba

from gongkai.apps.checks.word_kin import kin
from gongkai.apps.checks.word_shipped import data_lines
from gongkai.core.checks.wording.likely import Knowledge

TOTAL: Final = math.log(60_101_967)
"""All words that the dictionary's makers counted."""
TERM_COUNT: Final = 3_000
"""A term of official writing counts as if it had been met so often."""
SUFFIXES: Final = frozenset("县市区镇乡村街路旗盟州社组江河湖山桥厂店公集")
KEPT: Final = 400_000


@lru_cache(maxsize=1)
def dictionary() -> Jieba:
    """The dictionary, with the terms."""
    jieba = Jieba()
    for word in terms():
        jieba.add_word(word, TERM_COUNT, None)
    return jieba


@lru_cache(maxsize=1)
def terms() -> frozenset[str]:
    """The terms of official writing."""
    return frozenset(word for line in data_lines("official_terms.txt") for word in line.split())


@lru_cache(maxsize=KEPT)
def weight(word: str) -> float | None:
    """How common a word is; None for no word."""
    known = dictionary()
    return math.log(known.suggest_freq(word)) - TOTAL if known.has_word(word) else None


def segment(run: str) -> list[str]:
    """The words of a stretch, as the dictionary has them."""
    return dictionary().cut(run, hmm=False)


KNOWLEDGE: Final = Knowledge(weight, kin, -TOTAL, SUFFIXES)
