"""Which old block became which new one."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from gongkai.apps.publishing.markup.differences.aligning import Run, runs
from gongkai.apps.publishing.markup.document import Block
from gongkai.apps.publishing.markup.policy import CELLS, LISTS, TEXT_BLOCKS
from gongkai.apps.publishing.markup.walking import HOLDS_TEXT

ALIKE: Final = 0.4
ALIKE_WHOLE: Final = 0.15
"""How like lists, tables and rows must be: they are compared part by part, whatever changed."""
AHEAD: Final = 8
TEXT: Final = "text"
KINDS: Final = {
    **dict.fromkeys(TEXT_BLOCKS, TEXT),
    **dict.fromkeys(LISTS, "list"),
    **dict.fromkeys(CELLS, "cell"),
}
Pair = tuple[Block | None, Block | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a block is compared: its kind, its pictures, its letters and pairs of letters."""

    kind: str
    address: str
    letters: Counter[str]

    @classmethod
    def of(cls, block: Block) -> "Shape":
        """The shape of a block."""
        text = "\n".join(part.text for part in block.every(*HOLDS_TEXT))
        pictures = " ".join(picture.get("src") for picture in block.every("img"))
        letters = Counter(text) + Counter(map("".join, pairwise(text)))
        return cls(KINDS.get(block.tag, block.tag), pictures, letters)

    def likeness(self, other: "Shape") -> float:
        """From 0 (nothing in common) to 1 (the same letters)."""
        if self.kind != other.kind:
            return 0
        if self.address and self.address == other.address:
            return 1
        every = self.letters.total() + other.letters.total()
        return 2 * (self.letters & other.letters).total() / every if every else 1


def _paired(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Blocks that replaced others: each with the one it is likest to, in the order of both."""
    shapes = [Shape.of(block) for block in new]
    done = 0
    for block in old:
        shape = Shape.of(block)
        scores = [(shape.likeness(other), -at) for at, other in enumerate(shapes[done:][:AHEAD])]
        best, nearest = max(scores, default=(0.0, 0))
        if best < (ALIKE if shape.kind == TEXT else ALIKE_WHOLE):
            yield block, None
            continue
        yield from ((None, came) for came in new[done : done - nearest])
        yield block, new[done - nearest]
        done += 1 - nearest
    yield from ((None, came) for came in new[done:])


def pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Old and new blocks side by side; None where one has no other side."""
    numbers: dict[Hashable, int] = {}
    keys = [[numbers.setdefault(block, len(numbers)) for block in side] for side in (old, new)]
    for run in runs(keys[0], keys[1]):
        yield from _of_run(run, old, new)


def _of_run(run: Run, old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    if run.is_same:
        yield from zip(old[run.old], new[run.new], strict=True)
    else:
        yield from _paired(old[run.old], new[run.new])
