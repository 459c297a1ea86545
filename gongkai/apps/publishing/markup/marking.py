"""Findings marked in an official text, where the check found them."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gongkai.apps.publishing.markup.building import build
from gongkai.apps.publishing.markup.document import Attributes, Block, Leaf, Mark
from gongkai.apps.publishing.markup.reading import places_of
from gongkai.apps.publishing.markup.walking import remade
from gongkai.apps.publishing.markup.writing import written


@dataclass(frozen=True, slots=True)
class Highlight:
    """What to mark: characters of the text that was read, from `start` to before `end`.

    `finding` names the finding: marks carry it as `data-finding`, the first also as the
    anchor `place-…` and with the `sign` that stands before it. `kind` is the class of the marks
    (`error`, `warning` …).
    """

    start: int
    end: int
    finding: str
    kind: str = "warning"
    sign: str = ""


@dataclass(slots=True)
class _Marking:
    """The blocks of a document are marked one after the other."""

    places: Iterator[tuple[int, int]]
    highlights: list[Highlight]
    begun: set[str]

    def make(self, block: Block) -> Block:
        start, end = next(self.places)
        self.highlights = [h for h in self.highlights if h.end > start]
        here = [h for h in self.highlights if h.start < end]
        if not here:
            return block
        edges = {edge - start for h in here for edge in (h.start, h.end)}
        leaves = []
        for at, leaf in pieces(block.leaves, edges):
            over = [self._mark(h) for h in here if h.start <= start + at < h.end]
            leaves.append(replace(leaf, marks=(*over, *leaf.marks)))
        return replace(block, leaves=tuple(leaves))

    def _mark(self, highlight: Highlight) -> Mark:
        name = highlight.finding
        attributes: Attributes = (("class", f"place {highlight.kind}"), ("data-finding", name))
        if name not in self.begun:
            self.begun.add(name)
            attributes += (("data-sign", highlight.sign),) if highlight.sign else ()
            attributes += (("id", f"place-{name}"),)
        return Mark("mark", attributes)


def pieces(leaves: Iterable[Leaf], edges: set[int]) -> Iterator[tuple[int, Leaf]]:
    """The leaves of a block cut at some offsets, each piece with the offset of its beginning."""
    inner, at = sorted(edges), 0
    for leaf in leaves:
        end = at + len(leaf.text)
        cuts = [at, *(edge for edge in inner if at < edge < end), end]
        for start, stop in itertools.pairwise(cuts):
            yield start, Leaf(leaf.text[start - at : stop - at], leaf.marks)
        at = end


def marked(html: str, highlights: Iterable[Highlight]) -> str:
    """The official text with the places of findings marked; what lies outside it is left out."""
    document = build(html)
    _, places = places_of(document)
    wanted = sorted((h for h in highlights if h.start < h.end), key=lambda h: (h.start, -h.end))
    bounds = iter([(place.start, place.end) for place in places])
    return written(remade(document, _Marking(bounds, wanted, set()).make))
