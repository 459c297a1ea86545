"""How much of a report each part of a page holds: text outside links, paragraphs, set phrases."""

from dataclasses import dataclass

from lxml import etree

from gongkai.adapters.documents.html.parsing import Element, words_of
from gongkai.adapters.documents.html.words import AROUND, REPORT

PARAGRAPH = 40
LONGEST_REMARK = 60
SENTENCE_ENDS = ("。", "；", "，", "、")
OPENINGS = "【[（(>»|·•"


@dataclass(slots=True)
class Weight:
    """What one element holds, its children included."""

    text: int = 0
    linked: int = 0
    links: int = 0
    paragraphs: int = 0
    phrases: int = 0

    def add(self, other: "Weight") -> None:
        """Count another part in."""
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.paragraphs += other.paragraphs
        self.phrases += other.phrases

    def without(self, other: "Weight") -> "Weight":
        """What is left when a part is taken out."""
        return Weight(
            self.text - other.text,
            self.linked - other.linked,
            self.links - other.links,
            self.paragraphs - other.paragraphs,
            self.phrases - other.phrases,
        )


def weigh(root: Element) -> dict[Element, Weight]:
    """Weigh every element of a tree, the deepest first."""
    weights: dict[Element, Weight] = {}
    around: list[Weight] = []  # those of the elements that are open
    inside_link = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        is_link = tag == "a" and element.get("href") is not None
        if event == "start":
            inside_link += is_link
            is_whole = tag == "table" and bool(around) and not _needs_care(element)
            own = _own(words_of(element) if is_whole else element.text, inside_link)
            own.links += is_link
            weights[element] = own
            around.append(own)
            if is_whole:
                walk.skip_subtree()
            continue
        inside_link -= is_link
        inner = around.pop()
        if around:
            around[-1].add(inner)
            tail = element.tail
            if tail and not tail.isspace():
                around[-1].add(_own(tail, inside_link))
    return weights


def _needs_care(table: Element) -> bool:
    """Whether a table has parts that may have to be told apart: links, or tables within."""
    return next(table.iterdescendants("a", "table"), None) is not None


def _own(text: str | None, linked: int) -> Weight:
    """The weight of one piece of text."""
    if not text or text.isspace():
        return Weight()
    plain = "".join(text.split())
    if linked:
        return Weight(linked=len(plain))
    if is_remark(plain):
        return Weight()
    paragraph = len(plain) >= PARAGRAPH and ("。" in plain or "，" in plain)
    return Weight(len(plain), 0, 0, int(paragraph), len(REPORT.findall(plain)))


def is_remark(plain: str) -> bool:
    """Whether a short text is one of those that stand around articles."""
    if len(plain) > LONGEST_REMARK or plain.endswith(SENTENCE_ENDS):
        return False
    return AROUND.match(plain.lstrip(OPENINGS)) is not None
