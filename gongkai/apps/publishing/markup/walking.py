"""A document's texts in the order in which they are read, and what parts them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from gongkai.apps.publishing.markup.document import Block, Document, Leaf, rows_of
from gongkai.apps.publishing.markup.policy import TEXT_BLOCKS

HOLDS_TEXT: Final = TEXT_BLOCKS | frozenset(("caption", "figcaption"))
Stretch = tuple[str, Block]
"""What parts a block of text from the one before, and the block."""


def _span(cell: Block, name: str) -> int:
    return int(cell.get(name) or 1)


def _cell(cell: Block, parting: str) -> Iterator[Stretch]:
    """The texts of a cell stand on one line."""
    for text in cell.every(*HOLDS_TEXT):
        flat = tuple(Leaf(leaf.text.replace("\n", " "), leaf.marks) for leaf in text.leaves)
        yield parting, replace(text, leaves=flat)
        parting = " "


def _rows(table: Block) -> Iterator[Stretch]:
    """The cells of a table: a line for each row, a tab before each column but the first."""
    covered: dict[int, int] = {}
    for row in rows_of(table):
        column, parting = 0, "\n"
        above, covered = covered, {}
        for cell in row.blocks:
            while column in above:
                column, parting = column + 1, parting + "\t"
            yield from _cell(cell, parting)
            parting = ""
            for _ in range(_span(cell, "colspan")):
                covered[column] = _span(cell, "rowspan")
                column, parting = column + 1, parting + "\t"
        covered = {at: left - 1 for at, left in (above | covered).items() if left > 1}


def stretches(blocks: Document) -> Iterator[Stretch]:
    """Every text of a document, in the order of the document."""
    for block in blocks:
        if block.tag in HOLDS_TEXT:
            yield "\n", block
        elif block.tag == "table":
            yield from (("\n", caption) for caption in block.blocks if caption.tag == "caption")
            yield from _rows(block)
        else:
            yield from stretches(block.blocks)


def remade(blocks: Document, make: Callable[[Block], Block]) -> Document:
    """The document with every block of text made anew, in the same order."""
    return tuple(
        make(block)
        if block.tag in HOLDS_TEXT
        else replace(block, blocks=remade(block.blocks, make))
        for block in blocks
    )
