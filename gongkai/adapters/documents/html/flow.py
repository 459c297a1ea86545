"""The text of an article in order: lines parted by blocks and breaks, data tables as grids."""

import re

from lxml import etree

from gongkai.adapters.documents.html.parsing import Element
from gongkai.adapters.documents.html.tables import is_layout, spots_of
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks

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
SOFT = {0xA0: " ", 0xAD: None, 0x200B: None, 0xFEFF: None, 0x2002: " ", 0x2003: "\u3000"}


class Flow:
    """Gathers pieces of text into lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._parts: list[str] = []

    def add(self, text: str | None, *, kept: bool = False) -> None:
        """Add text; blanks count as one unless the page keeps them."""
        if not text:
            return
        if kept:
            first, *others = text.splitlines() or [""]
            self._parts.append(first)
            for line in others:
                self.end_line()
                self._parts.append(line)
            return
        self._parts.append(BLANKS.sub(" ", BETWEEN_IDEOGRAPHS.sub("", text)))

    def end_line(self) -> None:
        """End the line."""
        text = BLANKS.sub(_one_blank, "".join(self._parts)).translate(SOFT).strip(" ")
        self._parts.clear()
        if text.strip():
            self.lines.append(text)


def _plain(text: str) -> str:
    """Text without any element in it."""
    return BLANKS.sub(" ", BETWEEN_IDEOGRAPHS.sub("", text)).translate(SOFT).strip()


def _one_blank(match: re.Match[str]) -> str:
    """Tabs stay tabs where the page keeps them; other runs are one blank."""
    return "\t" if "\t" in match[0] else " "


def text_of(cell: Element) -> str:
    """The text of a cell, its lines parted by line breaks."""
    while len(cell) == 1 and cell[0].tag in PLAIN and not (cell.text or "").strip():
        if (cell[0].tail or "").strip():
            break
        cell = cell[0]
    if len(cell) == 0:
        return _plain(cell.text or "")
    flow = Flow()
    preserved = 0
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        preserved = _step(flow, event, element, cell, preserved)
    flow.end_line()
    return "\n".join(line.strip() for line in flow.lines)


def _step(flow: Flow, event: str, element: Element, root: Element, preserved: int) -> int:
    """One step of a walk: text before, breaks around, text behind."""
    if element.tag in BLOCKS and element is not root:
        flow.end_line()
    if event == "start":
        preserved += element.tag == "pre"
        flow.add(element.text, kept=preserved > 0)
        return preserved
    preserved -= element.tag == "pre"
    if element is not root:
        flow.add(element.tail, kept=preserved > 0)
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
