"""Walking XML by local names, so that the two dialects of Office files need no second reader."""

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag: object = element.tag  # of a remark or an instruction it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def below(element: Element, *names: str) -> Iterator[Element]:
    """All elements of these names below and including an element."""
    return element.iter(*(f"{{*}}{name}" for name in names))


def child(element: Element, name: str) -> Element | None:
    """The first child of that name."""
    return element.find(f"{{*}}{name}")


def joined(element: Element, name: str) -> str:
    """The texts of all elements of that name, put together."""
    return "".join(piece.text or "" for piece in below(element, name))


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off", "none"}


def remove(element: Element) -> None:
    """Take an element out of its tree; what follows it stays."""
    parent = element.getparent()
    if parent is not None:
        if element.tail:
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + element.tail
            else:
                before.tail = (before.tail or "") + element.tail
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        for inner in list(element):
            parent.insert(place, inner)
            place += 1
        parent.remove(element)


def tidy(text: str) -> str:
    """A text without control characters and without blanks at the ends of its lines."""
    lines = (line.rstrip(" \r\u3000") for line in UNSEEN.sub("", text).split("\n"))
    return "\n".join(lines).strip("\n")
