"""Documents written as HTML, in one form only."""

from collections.abc import Iterable
from typing import Final

from gongkai.apps.publishing.markup.document import Attributes, Block, Leaf, Mark

TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})
VALUE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;"}
)
EMPTY: Final = frozenset(("img", "hr"))
SAID: Final = {"del": "〔删去：", "ins": "〔新增："}
"""What a screen reader says before a stretch of text that came or went."""
SAID_END: Final = "〕"


def _opening(tag: str, attributes: Attributes) -> str:
    values = "".join(f' {name}="{value.translate(VALUE)}"' for name, value in attributes)
    return f"<{tag}{values}>"


def said(text: str) -> str:
    """Words that only a screen reader reads."""
    return f'<span class="hush">{text.translate(TEXT)}</span>'


def _open(mark: Mark) -> str:
    spoken = said(SAID[mark.tag]) if mark.tag in SAID else ""
    return _opening(mark.tag, mark.attributes) + spoken


def _close(mark: Mark) -> str:
    return f"{said(SAID_END) if mark.tag in SAID else ''}</{mark.tag}>"


def written_text(leaves: Iterable[Leaf]) -> str:
    """Leaves with the elements round them; neighbours share what is outermost."""
    parts: list[str] = []
    within: tuple[Mark, ...] = ()
    for leaf in (*leaves, Leaf("")):
        shared = 0
        while within[shared : shared + 1] == leaf.marks[shared : shared + 1] != ():
            shared += 1
        parts += [_close(mark) for mark in reversed(within[shared:])]
        parts += [_open(mark) for mark in leaf.marks[shared:]]
        parts.append(leaf.text.translate(TEXT).replace("\n", "<br>"))
        within = leaf.marks
    return "".join(parts)


def _write(block: Block, parts: list[str]) -> None:
    parts.append(_opening(block.tag, block.attributes))
    if block.tag in EMPTY:
        return
    parts.append(written_text(block.leaves))
    for inner in block.blocks:
        _write(inner, parts)
    parts.append(f"</{block.tag}>")


def written(blocks: Iterable[Block]) -> str:
    """Blocks as HTML."""
    parts: list[str] = []
    for block in blocks:
        _write(block, parts)
    return "".join(parts)
