"""What the checks read of an official text: its words, links, pictures and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.apps.publishing.markup.building import build
from gongkai.apps.publishing.markup.document import Block, Document
from gongkai.apps.publishing.markup.walking import stretches
from gongkai.core.checks.content import Grid, Link, Picture


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block of text stands in the text that was read; blocks are counted from 0."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is checked: paragraphs and rows on lines, cells parted by tabs."""

    text: str
    places: tuple[Place, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()


def places_of(document: Document) -> tuple[str, tuple[Place, ...]]:
    """The text of a document, and where each block of it stands there."""
    parts: list[str] = []
    places: list[Place] = []
    at = 0
    for number, (parting, block) in enumerate(stretches(document)):
        before = parting.lstrip("\n") if not number else parting
        places.append(Place(at + len(before), at + len(before) + len(block.text), number))
        parts += (before, block.text)
        at = places[-1].end
    return "".join(parts), tuple(places)


def links_of(block: Block) -> Iterator[Link]:
    """The links of one block of text; neighbours with one address are one link."""
    address, words = "", ""
    for leaf in block.leaves:
        found = next((dict(m.attributes)["href"] for m in leaf.marks if m.tag == "a"), "")
        if address and found != address:
            yield Link(address, words)
            words = ""
        address, words = found, (words + leaf.text) if found else ""
    if address:
        yield Link(address, words)


def _pictures(document: Document) -> Iterator[Picture]:
    for block in document:
        for picture in block.every("img"):
            yield Picture(picture.get("src"), picture.get("alt"))


def _grids(document: Document) -> Iterator[Grid]:
    for block in document:
        for table in block.every("table"):
            caption = table.first("caption")
            yield Grid(any(True for _ in table.every("th")), caption.text if caption else "")


@lru_cache(maxsize=32)
def reading(html: str) -> Reading:
    """Read an official text; within one step the same is asked for several times."""
    document = build(html)
    text, places = places_of(document)
    links = (link for _, block in stretches(document) for link in links_of(block))
    return Reading(text, places, tuple(links), tuple(_pictures(document)), tuple(_grids(document)))
