"""Blanks and unseen characters in texts, as a page shows them."""

import re
from typing import Final

from gongkai.apps.publishing.markup.document import Leaf, merged

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: they hide words from checks or turn the order of reading round.
Joiners and marks of direction stay: some scripts cannot be written without them."""
BULLETS: Final = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"})
"""Signs of symbol fonts, which mean nothing without the font."""
WIDE: Final = "\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
WRAPPED: Final = re.compile(rf"(?<=[{WIDE}])[ \t\r\f]*+\n[ \t\r\f\n]*+(?=[{WIDE}])")
"""A line end that an editor of HTML made between two Chinese characters: no blank."""
BLANKS: Final = re.compile("[ \t\n\r\f\u00a0]+")
RUN: Final = re.compile(" *\n *| {2,}")
ANY_END: Final = re.compile("\r\n?")


def cleaned(text: str) -> str:
    """A text without unseen characters."""
    return UNSEEN.sub("", text).translate(BULLETS)


def flowing(text: str) -> str:
    """A text of running prose, where a line end is only a blank."""
    return BLANKS.sub(" ", WRAPPED.sub("", text))


def as_written(text: str) -> str:
    """A text whose line ends count."""
    return ANY_END.sub("\n", text).replace("\t", "    ").replace("\u00a0", " ").replace("\f", " ")


def tidied(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    """The leaves of one paragraph without blanks at its ends, and with one where several met."""
    found: list[Leaf] = []
    last = "\n"
    for leaf in merged(leaves):
        text = RUN.sub(lambda run: "\n" if "\n" in run[0] else " ", leaf.text)
        if last in " \n":
            text = text.lstrip(" ")
        if text.startswith("\n") and last == " " and found:
            found[-1] = Leaf(found[-1].text.rstrip(" "), found[-1].marks)
        if text:
            found.append(Leaf(text, leaf.marks))
            last = text[-1]
    return _without_ends(found)


def _without_ends(leaves: list[Leaf]) -> tuple[Leaf, ...]:
    """The leaves without line ends and blanks before the first and behind the last word."""
    while leaves and not leaves[0].text.strip(" \n"):
        del leaves[0]
    while leaves and not leaves[-1].text.strip(" \n"):
        del leaves[-1]
    if leaves:
        leaves[0] = Leaf(leaves[0].text.lstrip(" \n"), leaves[0].marks)
        leaves[-1] = Leaf(leaves[-1].text.rstrip(" \n"), leaves[-1].marks)
    return tuple(merged(leaves))
