"""Words and how common they are: rjieba's dictionary, with terms of official writing."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pypinyin.constants import PHRASES_DICT
from rjieba import Jieba

from gongkai.apps.checks.word_kin import kin, kin_characters
from gongkai.apps.checks.word_shipped import data_lines
from gongkai.core.checks.wording.lattice import LONGEST, Place, words_in
from gongkai.core.checks.wording.likely import Knowledge, Neighbour

TOTAL: Final = math.log(60_101_967)
"""All words that the dictionary's makers counted."""
TERM_COUNT: Final = 3_000
"""A term of official writing counts as if it had been met so often."""
SUFFIXES: Final = frozenset("县市区镇乡村街路旗盟州社组江河湖山桥厂店公集")
KEPT: Final = 400_000
PAIR, TRIED, HOLE, PARTED = 2, 4, "\0", ","
CEILINGS: Final[Mapping[int, float]] = MappingProxyType(
    {2: -6.0, 3: -7.0, 4: -8.0, 5: -8.5, 6: -7.5}
)
"""No word of so many characters is more common: the most common ones are 一个, 天安门, 社会主义,
天安门广场, 人民代表大会."""


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


def words(run: str) -> Iterator[Place]:
    """The words that stand in a stretch."""
    return words_in(run, dictionary().cut_all(run), weight, -TOTAL)


def neighbours(stretch: str, place: int) -> Sequence[Neighbour]:
    """The words that differ from the stretch in one character that is taken for its own."""
    if len(stretch) <= TRIED:
        return _tried(stretch, place)
    found = _long_words().get(_holed(stretch, place), ())
    return _akin(found, stretch, place) if found else ()


@lru_cache(maxsize=KEPT)
def _tried(stretch: str, place: int) -> tuple[Neighbour, ...]:
    """Short words are tried one by one; those of more than two characters without the many
    characters that sound only nearly alike."""
    before, after, near = stretch[:place], stretch[place + 1 :], kin(stretch[place])
    characters = kin_characters(stretch[place], with_near=len(stretch) == PAIR)
    if not characters:
        return ()
    # Hundreds of words are tried for each character, so they are put together all at once.
    tried = f"{before}{f'{after}{PARTED}{before}'.join(characters)}{after}".split(PARTED)
    found = [(word, weight(word)) for word in filter(dictionary().has_word, tried)]
    return tuple(
        Neighbour(word, value, near[word[place]]) for word, value in found if value is not None
    )


def _akin(words: Iterable[str], stretch: str, place: int) -> tuple[Neighbour, ...]:
    near, weighed = kin(stretch[place]), [(word, weight(word)) for word in words]
    return tuple(
        Neighbour(word, value, near[word[place]])
        for word, value in weighed
        if value is not None and word[place] in near
    )


@lru_cache(maxsize=1)
def _long_words() -> dict[str, tuple[str, ...]]:
    """Longer words, by what is left of them without one: the phrases that
    pypinyin knows and the terms, as far as they are words of the dictionary."""
    found = defaultdict[str, list[str]](list)
    for word in terms() | PHRASES_DICT.keys():
        if TRIED < len(word) <= LONGEST and weight(word) is not None:
            for place in range(len(word)):
                found[_holed(word, place)].append(word)
    return {key: tuple(words) for key, words in found.items()}


def _holed(word: str, place: int) -> str:
    return f"{word[:place]}{HOLE}{word[place + 1 :]}"


KNOWLEDGE: Final = Knowledge(weight, segment, words, neighbours, -TOTAL, CEILINGS, SUFFIXES)
