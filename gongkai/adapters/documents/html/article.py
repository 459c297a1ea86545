"""Finding the report on a page.

From the whole page down: as long as one part holds the report and what would be left behind is not
of a report (no set phrase, hardly a paragraph, little text), go into that part. What remains is the
smallest part that holds the whole report, or both where a page carries two. Then the lists of
links, bars and remarks within it are taken out.
"""

from gongkai.adapters.documents.html.parsing import Element, drop, words_of
from gongkai.adapters.documents.html.weighing import Weight, is_remark, weigh
from gongkai.adapters.documents.html.words import AROUND_LABEL, ROLE_LABELS, ROLES

LEFT_BEHIND = 0.3  # share of the text that may be left when there is no paragraph in it
WITH_PARAGRAPH = 0.05
SURELY_REPORT = 5
BARS = frozenset({"nav", "header", "footer", "aside"})
PARTS = frozenset({"div", "ul", "ol", "dl", "section", "form", "p", "table", "td"})
CUT_DOWN = frozenset({"table", "tbody", "tr", "td", "th", "thead"})
LINK_LIST = 3
LINKED_SHARE = 0.8


def article_of(body: Element, left_out: set[str]) -> Element:
    """The part of a page that holds the report, cleared of what stands around it."""
    weights = weigh(body)
    article = body
    while (inner := _step_into(article, weights)) is not None:
        if weights[article].text > weights[inner].text or weights[article].linked:
            left_out.add(AROUND_LABEL)
        article = inner
    _clear(article, weights, left_out)
    return article


def _step_into(element: Element, weights: dict[Element, Weight]) -> Element | None:
    """The child that holds the report alone, if there is one that is worth going into."""
    children = [child for child in element if child in weights]
    if not children:
        return None
    best = max(children, key=lambda child: (weights[child].phrases, weights[child].text))
    if best.tag in CUT_DOWN and not _is_wrapping(best):
        return None
    return best if _may_leave(weights[element].without(weights[best]), weights[best]) else None


def _is_wrapping(element: Element) -> bool:
    """Whether a table, row or cell only serves to lay out other tables and paragraphs."""
    return element.find(".//table") is not None or element.tag in {"td", "th"}


def _may_leave(rest: Weight, kept: Weight) -> bool:
    """Whether nothing of a report is left behind."""
    if rest.phrases or not kept.text:
        return False
    if rest.paragraphs:
        return kept.phrases >= SURELY_REPORT and rest.text <= WITH_PARAGRAPH * kept.text
    return rest.text <= LEFT_BEHIND * kept.text


def _clear(article: Element, weights: dict[Element, Weight], left_out: set[str]) -> None:
    """Take out of the article what is not text of it."""
    for element in list(article.iter(*BARS, *PARTS)):
        weight = weights.get(element)
        if weight is None or weight.phrases or weight.paragraphs or element is article:
            continue
        why = str(element.tag) if element.tag in BARS else _why_no_part(element, weight)
        if why and element.getparent() is not None:
            left_out.add(ROLE_LABELS[why])
            drop(element)


def _why_no_part(element: Element, weight: Weight) -> str:
    """Why a part is not text of the article: a list by its links, a bar by its name, a remark by
    its words; empty if it is."""
    if weight.links >= LINK_LIST and weight.linked >= LINKED_SHARE * (weight.linked + weight.text):
        return "links"
    plain = "".join(words_of(element).split())
    named = f"{element.get('class', '')} {element.get('id', '')}"
    if ROLES.search(named) and (weight.links or is_remark(plain)):
        return "role"
    return "words" if element.tag not in {"table", "td"} and is_remark(plain) else ""
