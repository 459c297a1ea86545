"""Texts for the tests of rich text: what browsers, word processors and attackers write."""

import re

from hypothesis import strategies as st

from gongkai.apps.publishing.markup.building import build
from gongkai.apps.publishing.markup.writing import written

PIECES = (
    "<p>", "</p>", "<p align=center>", "<h1>", "</h1>", "<h3>", "<div>", "</div>", "<b>", "</b>",
    "<i>", "</i>", "<u>", "<sub>", "<sup>", "<span style='font-weight:bold'>", "</span>",
    "<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<blockquote>", "</blockquote>",
    "<table>", "</table>", "<caption>", "<thead>", "<tbody>", "<tr>", "</tr>", "<th>", "<td>",
    "<td rowspan=3 colspan=2>", "</td>", "<figure>", "</figure>", "<figcaption>", "<br>", "<hr>",
    "<img src='/files/7/a.png' alt='图<甲>'>", "<img src='//evil.example/x.png'>",
    "<a href='https://示范.example/甲?b=c&amp;d'>", "<a href=javascript:alert(1)>", "</a>",
    "<a href='http://[::'>", "<script>", "</script>", "<style>", "<!--", "-->", "<![if !x]>",
    "<svg>", "</svg>", "<math><mi>", "<title>", "<textarea>", "<pre>", "</pre>", "<select>",
    "<template>", "<plaintext>", "<p style='display:none'>", "<o:p>", "&nbsp;", "&lt;", "&amp;lt;",
    "\n", " ", "\u3000", "\u200b", "\u202e", "\x00", "\ud800",
    "<", ">", '"', "'", "=", "&#", "中文",
    "甲", "abc 12", "，", "。",
)  # fmt: skip

soup = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
"""Anything at all that may come in."""

WORDS = st.text(alphabet="甲乙丙丁一二三，。ab1 ", max_size=12)


def _texts(tag: str) -> st.SearchStrategy[str]:
    plain = WORDS.map(lambda text: f"<{tag}>{text}</{tag}>")
    bold = st.tuples(WORDS, WORDS).map(lambda two: f"<{tag}>{two[0]}<b>{two[1]}</b></{tag}>")
    return plain | bold


def _lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(inner.map(lambda text: f"<li>{text}</li>"), min_size=1, max_size=4)
    return items.map(lambda found: f"<ul>{''.join(found)}</ul>")


def _tables() -> st.SearchStrategy[str]:
    rows = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4)
    line = "<tr><{2}>{0}</{2}><td>{1}</td></tr>"
    return st.tuples(rows, st.sampled_from(("td", "th"))).map(
        lambda both: f"<table>{''.join(line.format(*row, both[1]) for row in both[0])}</table>"
    )


texts = st.lists(
    _texts("p") | _texts("h2") | _lists(_texts("p")) | _tables() | st.just("<hr>"), max_size=6
).map("".join)
"""Texts as an editor writes them."""

SIDES = {"old": ("ins", "came"), "new": ("del", "gone")}


def side(html: str, which: str) -> str:
    """One side of a difference: what the other side alone has is taken out, and every remark."""
    tag, name = SIDES[which]
    kept = re.sub(r'<span class="hush">.*?</span>|<p class="diff-note">.*?</p>', "", html)
    kept = re.sub(rf"<{tag}>.*?</{tag}>", "", kept)
    kept = re.sub(r"</?(?:ins|del)>", "", kept)
    return re.sub(rf'<hr class="{name}">|<tr class="{name}">.*?</tr>', "", kept)


def rewritten(html: str) -> str:
    """What is understood of a text, written again."""
    return written(build(html))
