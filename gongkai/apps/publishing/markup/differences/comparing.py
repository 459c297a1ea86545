"""Two versions of an official text as one text that shows what went and what came."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gongkai.apps.publishing.markup.building import build
from gongkai.apps.publishing.markup.differences import tables
from gongkai.apps.publishing.markup.differences.pairing import pairs
from gongkai.apps.publishing.markup.differences.wording import CAME, GONE, compared, wholly
from gongkai.apps.publishing.markup.document import Attributes, Block, Leaf, Mark
from gongkai.apps.publishing.markup.policy import TEXT_BLOCKS
from gongkai.apps.publishing.markup.reading import links_of
from gongkai.apps.publishing.markup.walking import HOLDS_TEXT
from gongkai.apps.publishing.markup.writing import written, written_text

NOTES: Final = {
    ("hr", GONE): "删去分隔线",
    ("hr", CAME): "新增分隔线",
    ("img", GONE): "删去图片",
    ("img", CAME): "新增图片",
    ("table", GONE): "删去表格",
    ("table", CAME): "新增表格",
}
SET_OTHERWISE: Final = "格式有改动"
LINK_GONE: Final = "删去链接："
LINK_CAME: Final = "新增链接："
ALT_CHANGED: Final = "图片的替代文字有改动："
NOTE: Final = (("class", "diff-note"),)
CLASSES: Final = {GONE: "gone", CAME: "came"}


def _note(text: str) -> Block:
    """A remark on what the marked text alone does not show."""
    return Block("p", NOTE, (Leaf(text),))


def _classed(attributes: Attributes, mark: Mark) -> Attributes:
    """The attributes with the class of what went or came."""
    said = dict(attributes)
    said["class"] = f"{said.get('class', '')} {CLASSES[mark]}".strip()
    return tuple(said.items())


def _all_of(block: Block, mark: Mark) -> Block:
    """A block with all that it holds as gone or come."""
    if block.tag in HOLDS_TEXT:
        return replace(block, leaves=wholly(block.leaves, mark))
    inner = tuple(_all_of(part, mark) for part in block.blocks)
    attributes = block.attributes if block.tag == "img" else _classed(block.attributes, mark)
    return replace(block, attributes=attributes, blocks=inner)


def _one_sided(block: Block, mark: Mark) -> Iterator[Block]:
    """A block that went or came, with a remark where its words do not show that."""
    subject = "img" if block.tag == "figure" else block.tag
    if (subject, mark) in NOTES:
        yield _note(NOTES[subject, mark])
    yield _all_of(block, mark)


def _setting(block: Block) -> tuple[object, ...]:
    """How a block and its words are set."""
    marks = [(leaf.text, [m.tag for m in leaf.marks]) for leaf in block.leaves]
    return block.tag, block.attributes, marks


def _text(old: Block, new: Block) -> Iterator[Block]:
    """One paragraph in two versions, and remarks on its links and how it is set."""
    before, after = list(links_of(old)), list(links_of(new))
    for said, mine, other in ((LINK_GONE, before, after), (LINK_CAME, after, before)):
        for link in mine:
            if link not in other:
                yield _note(f"{said}{link.words}（{link.address}）")
    if old.text == new.text and before == after and _setting(old) != _setting(new):
        yield _note(SET_OTHERWISE)
    yield replace(new, leaves=compared(old.leaves, new.leaves))


def _figure(old: Block, new: Block) -> Iterator[Block]:
    """A picture in two versions."""
    before, after = old.first("img"), new.first("img")
    if before is None or after is None or before.get("src") != after.get("src"):
        yield from _one_sided(old, GONE)
        yield from _one_sided(new, CAME)
        return
    if before != after:
        words = compared((Leaf(before.get("alt")),), (Leaf(after.get("alt")),))
        yield Block("p", NOTE, (Leaf(ALT_CHANGED), *words))
    captions = [side.first("figcaption") for side in (old, new)]
    leaves = compared(*(caption.leaves if caption else () for caption in captions))
    caption = (Block("figcaption", leaves=leaves),) if leaves else ()
    yield replace(new, blocks=(after, *caption))


def _both(old: Block, new: Block) -> Iterator[Block]:
    """A block in two versions."""
    if old == new:
        yield new
    elif new.tag in TEXT_BLOCKS:
        yield from _text(old, new)
    elif new.tag == "figure":
        yield from _figure(old, new)
    elif new.tag == "table":
        yield from tables.compared_tables(old, new, _blocks, _one_sided)
    else:
        if old.tag != new.tag:
            yield _note(SET_OTHERWISE)
        yield replace(new, blocks=tuple(_blocks(old.blocks, new.blocks)))


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """Blocks in two versions, one below the other."""
    for before, after in pairs(old, new):
        if before is not None and after is not None:
            yield from _both(before, after)
        elif before is not None:
            yield from _one_sided(before, GONE)
        elif after is not None:
            yield from _one_sided(after, CAME)


def difference(old_html: str, new_html: str) -> str:
    """Both versions of a text in one: what went in `del`, what came in `ins`, each said in words
    too; what the words do not show stands in remarks (`diff-note`)."""
    return written(_blocks(build(old_html), build(new_html)))


def difference_of_texts(old: str, new: str) -> str:
    """The same for two lines of plain text."""
    return written_text(compared((Leaf(old),), (Leaf(new),)))
