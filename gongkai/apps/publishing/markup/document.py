"""What an official text is made of: blocks of marked text, lists, tables, pictures.

A document holds nothing else, so that whatever is written from it is harmless.
"""

from collections.abc import Iterator
from dataclasses import dataclass

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a stretch of text is set: `strong`, `em` … or a link with its address."""

    tag: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of text with its marks, the outermost first; a line end is a `br`."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or caption with `leaves`; anything else with `blocks`."""

    tag: str
    attributes: Attributes = ()
    leaves: tuple[Leaf, ...] = ()
    blocks: tuple["Block", ...] = ()

    def get(self, name: str) -> str:
        """One attribute; nothing where it is missing."""
        return dict(self.attributes).get(name, "")

    @property
    def text(self) -> str:
        """Its own text."""
        return "".join(leaf.text for leaf in self.leaves)

    def first(self, tag: str) -> "Block | None":
        """The first block in it of that kind."""
        return next((block for block in self.blocks if block.tag == tag), None)

    def every(self, *tags: str) -> Iterator["Block"]:
        """All blocks of these kinds, at any depth, itself included."""
        if self.tag in tags:
            yield self
        for block in self.blocks:
            yield from block.every(*tags)


Document = tuple[Block, ...]


def rows_of(table: Block) -> tuple[Block, ...]:
    """The rows of a table, those of its head first."""
    return tuple(table.every("tr"))


def merged(leaves: list[Leaf]) -> list[Leaf]:
    """Neighbours with the same marks as one; empty ones left out."""
    found: list[Leaf] = []
    texts: list[list[str]] = []
    for leaf in leaves:
        if not leaf.text:
            continue
        if found and found[-1].marks == leaf.marks:
            texts[-1].append(leaf.text)
        else:
            found.append(leaf)
            texts.append([leaf.text])
    return [Leaf("".join(parts), leaf.marks) for leaf, parts in zip(found, texts, strict=True)]
