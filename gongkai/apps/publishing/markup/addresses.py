"""Addresses in links and pictures: what may be opened from an official page."""

import re
from typing import Final

from gongkai.apps.publishing.markup.policy import (
    ADDRESS_MOST,
    LETTER,
    OUTSIDE,
    OWN_PATH,
    Addresses,
)

UNWRITABLE: Final = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
SCHEME: Final = re.compile(r"[A-Za-z]+(?=:)")
ESCAPED: Final = str.maketrans({" ": "%20", '"': "%22", "<": "%3C", ">": "%3E", "\u00a0": "%C2%A0"})
UP: Final = re.compile(r"(?:^|/)(?:\.|%2[eE]){2}(?:/|$)")


def tidy(address: str) -> str:
    """An address without what browsers skip in it, its scheme in small letters."""
    bare = UNWRITABLE.sub("", address).strip().translate(ESCAPED)
    return SCHEME.sub(lambda found: found[0].lower(), bare, count=1)


def link(address: str) -> str:
    """The address of a link, tidied; nothing where it may not be followed."""
    bare = tidy(address)
    fits = any(shape.fullmatch(bare) for shape in (OWN_PATH, OUTSIDE, LETTER))
    return bare if fits and len(bare) <= ADDRESS_MOST else ""


def picture(address: str, allowed: Addresses) -> str:
    """The address of a picture; nothing where it may not be shown."""
    bare = tidy(address)
    fits = OWN_PATH.fullmatch(bare) and allowed.fullmatch(bare) and not UP.search(bare)
    return bare if fits and len(bare) <= ADDRESS_MOST else ""
