"""Words in texts: how both are laid out so that one is found in the other.

Chinese is written without spaces, so a text is known by its pairs of neighbouring signs: 公开指南
has 公开, 开指, 指南. A word of two signs is one such pair; a longer one is where all of its pairs
are, next to one another. A single sign is looked for in titles only: it would be in every text.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from gongkai.core.publishing.draft import Draft

PAIR: Final = 2
LONGEST: Final = 100_000
"""How many signs of a text are laid out: longer ones are the annex of a law or a mistake."""
INLINE: Final = re.compile(r"</?(?:a|b|em|i|mark|s|span|strong|sub|sup|u)\b[^>]*>", re.IGNORECASE)
TAG: Final = re.compile(r"<[^>]*>")
APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Laid:
    """A text laid out: what it says, beginning with its title, and the grams it is looked up by."""

    title: str
    text: str

    @property
    def grams(self) -> frozenset[str]:
        """The pairs of the whole text, and the single signs of the title."""
        return _pairs(self.text) | frozenset(self.title.replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that is looked for; without grams there is nothing in it to look for."""

    text: str
    grams: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether the word is one gram: whatever has that has the word."""
        return self.grams == {self.text}


def folded(text: str) -> str:
    """One shape for letters and figures of any width and size; all else is a space."""
    return APART.sub(" ", normalize("NFKC", text).casefold()).strip()


def plain(html: str) -> str:
    """What a text says, without its markup: a word with a bold sign in it stays one word."""
    return unescape(TAG.sub(" ", INLINE.sub("", html)))


def laid_out(draft: Draft, *more: str) -> Laid:
    """What is found of an item: title, summary, text and the like; `more` is known of it beside."""
    title = folded(draft.title)
    parts = (draft.document_number, draft.summary, *draft.keywords, *more, plain(draft.body))
    text = " ".join((title, *filter(None, map(folded, parts))))[:LONGEST]
    return Laid(title, text)


def sought(word: str) -> Sought:
    """A word as it is looked for."""
    text = folded(word)
    return Sought(text, _pairs(text) or frozenset(text.replace(" ", "")))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(text) if " " not in {a, b})
