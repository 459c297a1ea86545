"""Characters that are taken for one another: by sound (pypinyin's readings), by look (a table)."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from pypinyin.constants import PINYIN_DICT

from gongkai.apps.checks.word_shipped import data_lines
from gongkai.core.checks.wording.likely import Kinship

FIRST, LAST = 0x4E00, 0x9FFF
INITIALS: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
FINALS: Final = (("ang", "an"), ("eng", "en"), ("ing", "in"))
"""Sounds that many speakers do not tell apart, the one made into the other."""
UMLAUT: Final = "\u0308"


def _is_common(character: str) -> bool:
    """Whether it is one of the characters of everyday writing (GB 2312)."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=8192)
def sounds(character: str) -> frozenset[str]:
    """How it may be read, without tones."""
    readings = PINYIN_DICT.get(ord(character), "").split(",")
    return frozenset(_toneless(reading) for reading in readings if reading)


def _toneless(reading: str) -> str:
    apart = unicodedata.normalize("NFD", reading)
    return "".join(c for c in apart if c == UMLAUT or not unicodedata.combining(c))


def blurred(sound: str) -> str:
    """A sound as those hear it who tell few sounds apart."""
    for one, other in INITIALS:
        if sound.startswith(one):
            sound = other + sound.removeprefix(one)
            break
    for one, other in FINALS:
        if sound.endswith(one):
            return sound.removesuffix(one) + other
    return sound


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """Characters by blurred sound, and those that look alike."""
    by_sound, by_look = defaultdict[str, list[str]](list), defaultdict[str, set[str]](set)
    for code in range(FIRST, LAST + 1):
        if _is_common(chr(code)):
            for sound in {blurred(sound) for sound in sounds(chr(code))}:
                by_sound[sound].append(chr(code))
    for family in data_lines("look_alikes.txt"):
        for character in family:
            by_look[character] |= set(family)
    return dict(by_sound), dict(by_look)


@lru_cache(maxsize=8192)
def kin(character: str) -> Mapping[str, Kinship]:
    """The characters that are taken for this one, and in what way first."""
    by_sound, by_look = _tables()
    own, found = sounds(character), dict[str, Kinship]()
    for sound in {blurred(one) for one in own}:
        for other in by_sound.get(sound, ()):
            found[other] = Kinship.SOUND if own & sounds(other) else Kinship.NEAR
    for other in by_look.get(character, ()):
        if found.get(other) is not Kinship.SOUND:
            found[other] = Kinship.SHAPE
    found.pop(character, None)
    return MappingProxyType(found)


@lru_cache(maxsize=8192)
def kin_characters(character: str, *, with_near: bool) -> str:
    """The characters that are taken for this one, with those that sound only nearly alike or
    without."""
    found = kin(character).items()
    return "".join(one for one, how in found if with_near or how is not Kinship.NEAR)
