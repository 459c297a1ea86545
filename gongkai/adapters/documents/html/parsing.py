"""A page as a tree: characters decoded, scripts dropped, hidden parts taken out."""

import re
from typing import TypeAlias, cast

from lxml import etree

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.plain.encoding import decoded
from gongkai.adapters.documents.sniffing import Kind

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([-\w]+)", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NEVER_TEXT = (
    *("script", "style", "noscript", "template", "svg", "canvas", "object", "embed", "iframe"),
    *("input", "select", "button", "textarea", "map", "audio", "video"),
)
STRING = etree.XPath("string()")
SUSPECTS = etree.XPath(  # from attributes to elements: most elements have neither
    "descendant::*/@hidden/.. | descendant::*/@style[contains(., 'none') or contains(., 'NONE')"
    " or contains(., 'idden') or contains(., 'IDDEN')]/.."
)
TOO_DEEP = "xcessive depth"

Element: TypeAlias = etree._Element
Hidden = list[tuple[Element, str]]


def tree_of(job: Job) -> Element:
    """Parse the page as browsers would, mending what is broken."""
    match = DECLARED.search(job.data[:4096])
    found = decoded(job, match[1].decode("ascii", "replace") if match else "")
    if found is None:
        raise job.refuse("FILE-KIND", kind=Kind.BINARY.label)
    text = DECLARATION.sub("", found.text.replace("\x00", ""))
    parser = etree.HTMLParser(
        recover=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise job.refuse("FILE-NO-TEXT") from error
    if root is None:
        raise job.refuse("FILE-NO-TEXT")
    if any(TOO_DEEP in entry.message for entry in parser.error_log):
        job.note("FILE-CUT")
    return root


def words_of(element: Element) -> str:
    """All text of an element, as it is written."""
    return str(STRING(element))


def drop(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def without_scripts(root: Element) -> None:
    """Take out what is never text."""
    for element in list(root.iter(*NEVER_TEXT)):
        drop(element)


def hidden_in(root: Element) -> list[Element]:
    """The elements that say of themselves that they are not shown."""
    suspects = cast("list[Element]", SUSPECTS(root))
    return [e for e in suspects if "hidden" in e.attrib or UNSEEN.search(e.get("style", ""))]


def without_hidden(elements: list[Element]) -> Hidden:
    """Take out what the page itself hides; what was taken, with the element it stood in."""
    taken: Hidden = []
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        text = " ".join(words_of(element).split())
        drop(element)
        if text:
            taken.append((parent, text))
    return taken
