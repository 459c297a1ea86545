"""Signs that are in a text without being seen, and blanks of uncommon widths."""

from collections.abc import Mapping

UNSEEN = {"\u00ad": "", "\u200b": "", "\ufeff": ""}  # soft hyphen, breaking points, marks
NARROW_BLANK = {"\u00a0": " "}


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """Replace signs, most of which are in no text: looking for each is quicker than a table."""
    for sign, instead in signs.items():
        if sign in text:
            text = text.replace(sign, instead)
    return text
