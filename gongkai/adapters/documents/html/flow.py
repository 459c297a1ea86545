"""The text of an article in order: lines parted by blocks and breaks, data tables as grids."""

import re

from lxml import etree

from gongkai.adapters.documents.html.parsing import Element
from gongkai.adapters.documents.html.tables import is_layout, spots_of
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks
from gongkai.adapters.documents.plain.signs import NARROW_BLANK, UNSEEN, replaced

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main"),
        *("menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
    }
)
PLAIN = frozenset({"p", "div", "span", "font", "b", "strong", "center"})
BLANKS = re.compile(r"[ \t\r\n\f]+")
BETWEEN_IDEOGRAPHS = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef]) *[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
SOFT = {**NARROW_BLANK, **UNSEEN, "\u2002": " ", "\u2003": "\u3000"}


class Flow:
    """Gathers pieces of text into lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._parts: list[str] = []

    def add(self, text: str, *, kept: bool = False) -> None:
        """Add text; blanks count as one unless the page keeps them."""
        if kept:
            first, *others = text.splitlines() or [""]
            self._parts.append(first)
            for line in others:
                self.end_line()
                self._parts.append(line)
            return
        self._parts.append(text if _is_even(text) else _evened(text))

    def end_line(self) -> None:
        """End the line."""
        if not self._parts:
            return
        text = "".join(self._parts)
        self._parts.clear()
        if not _is_even(text):
            text = replaced(BLANKS.sub(_one_blank if "\t" in text else " ", text), SOFT)
        text = text.strip(" ")
        if text and not text.isspace():
            self.lines.append(text)


def _is_even(text: str) -> bool:
    """Whether there is no sign in a text but such as are shown, and nowhere two blanks."""
    return text.isprintable() and "  " not in text


def _evened(text: str) -> str:
    """Text with its line breaks and runs of blanks as a page shows them."""
    if "\n" in text or "\r" in text:
        text = BETWEEN_IDEOGRAPHS.sub("", text)
    return BLANKS.sub(" ", text)


def _plain(text: str) -> str:
    """Text without any element in it."""
    stripped = text.strip()
    return stripped if _is_even(stripped) else replaced(_evened(text), SOFT).strip()


def _one_blank(match: re.Match[str]) -> str:
    """Tabs stay tabs where the page keeps them; other runs are one blank."""
    return "\t" if "\t" in match[0] else " "


def text_of(cell: Element) -> str:
    """The text of a cell, its lines parted by line breaks."""
    children = len(cell)
    while children == 1 and _is_blank(cell.text):
        child = cell[0]
        if child.tag not in PLAIN or not _is_blank(child.tail):
            break
        cell, children = child, len(child)
    if not children:
        return _plain(cell.text or "")
    flow = Flow()
    preserved = 0
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        preserved = _step(flow, event, element, cell, preserved)
    flow.end_line()
    return "\n".join(map(str.strip, flow.lines))


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _step(flow: Flow, event: str, element: Element, root: Element, preserved: int) -> int:
    """One step of a walk: text before, breaks around, text behind."""
    tag = element.tag
    if tag in BLOCKS and element is not root:
        flow.end_line()
    if event == "start":
        preserved += tag == "pre"
        text = element.text
    else:
        preserved -= tag == "pre"
        text = None if element is root else element.tail
    if text:
        flow.add(text, kept=preserved > 0)
    return preserved


def blocks_in(article: Element, job: Job, blocks: Blocks) -> None:
    """All blocks of an article, in order."""
    flow = Flow()
    preserved = 0
    walk = etree.iterwalk(article, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == "table" and not is_layout(element):
            _end(flow, blocks)
            _add_table(element, job, blocks)
            walk.skip_subtree()
            continue
        preserved = _step(flow, event, element, article, preserved)
        if flow.lines:
            _flush(flow, blocks)
    _end(flow, blocks)


def _flush(flow: Flow, blocks: Blocks) -> None:
    for line in flow.lines:
        blocks.add_line(line)
    flow.lines.clear()


def _end(flow: Flow, blocks: Blocks) -> None:
    flow.end_line()
    _flush(flow, blocks)


def _add_table(table: Element, job: Job, blocks: Blocks) -> None:
    """One data table, its caption before it."""
    job.check_time()
    for caption in table.iterchildren("caption"):
        text = text_of(caption)
        if text:
            blocks.add_line(text)
    spots, cut = spots_of(table, text_of)
    if cut:
        job.note("FILE-SPANS")
    blocks.add_table(spots)
