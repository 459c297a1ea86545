"""Texts of entries: plain ones without markup, bodies without anything that could act."""

import re
from html import escape, unescape

import nh3

MARKUP = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--)>?")
BLANKS = re.compile(r"\s+")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\ud800-\udfff]")
LINE_ENDS = re.compile(r"\s*(?:\r\n|[\r\n\u2028\u2029])\s*")


def plain(text: str) -> str:
    """One line of text, whatever markup it came with."""
    shown = UNSEEN.sub("", text)
    if MARKUP.search(shown):
        shown = nh3.clean(shown, tags=set(), clean_content_tags={"script", "style"})
    return BLANKS.sub(" ", unescape(shown)).strip()


def body(text: str) -> str:
    """Markup without script; plain text becomes paragraphs."""
    shown = UNSEEN.sub("", text).strip()
    if MARKUP.search(shown):
        return nh3.clean(shown, link_rel=None).strip()
    return "".join(f"<p>{escape(unescape(line))}</p>" for line in LINE_ENDS.split(shown) if line)
