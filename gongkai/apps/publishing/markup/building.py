"""A tree of raw elements read as a document: what means something is kept, in one form only."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from gongkai.apps.publishing.markup import addresses, spacing, tabling
from gongkai.apps.publishing.markup.document import Attributes, Block, Document, Leaf
from gongkai.apps.publishing.markup.growing import BLOCKS, Raw, grow
from gongkai.apps.publishing.markup.policy import (
    INVISIBLE,
    LINK,
    LISTS,
    OWN_PATH,
    PICTURE,
    SAME_AS,
    SCRIPT,
    TEXT_BLOCKS,
    Addresses,
)
from gongkai.apps.publishing.markup.styling import (
    Setting,
    dropped_as,
    setting_of,
    styles_of,
)

SCRIPTED: Final = ("javascript:", "vbscript:", "data:", "livescript:", "mocha:")
START_MOST: Final = 9999


@dataclass(slots=True)
class Notes:
    """What was left out, and from where pictures may come."""

    pictures: Addresses = OWN_PATH
    removed: dict[str, None] = field(default_factory=dict)

    def say(self, what: str) -> None:
        """Remember that such a thing was left out."""
        if what:
            self.removed[what] = None


@dataclass(slots=True)
class Flow:
    """Blocks that are being written one below the other."""

    notes: Notes
    blocks: list[Block] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    tag: str = "p"
    align: str = ""

    def end(self) -> None:
        """End the paragraph that is being written."""
        leaves = spacing.tidied(self.leaves)
        if leaves:
            self.blocks.append(Block(self.tag, classed(self.align), leaves))
        self.leaves = []

    def add(self, *blocks: Block) -> None:
        """Write blocks below what there is."""
        self.end()
        self.blocks.extend(blocks)

    def text(self, text: str, setting: Setting) -> None:
        """Go on with a text."""
        seen = spacing.cleaned(text)
        if len(seen) < len(text):
            self.notes.say(INVISIBLE)
        shaped = spacing.as_written(seen) if setting.is_pre else spacing.flowing(seen)
        self.leaves.append(Leaf(shaped, setting.all_marks))

    def read(self, children: Iterable[Raw | str], setting: Setting) -> None:
        """Go on with elements and texts."""
        for child in children:
            if isinstance(child, str):
                self.text(child, setting)
            else:
                self._element(child, setting)

    def _element(self, raw: Raw, outer: Setting) -> None:
        styles = styles_of(raw)
        dropped = dropped_as(raw, styles)
        if dropped is not None:
            self.notes.say(dropped)
            return
        if any(name.startswith("on") for name in raw.attributes):
            self.notes.say(SCRIPT)
        setting = setting_of(raw, styles, outer)
        if raw.tag == "br":
            self.leaves.append(Leaf("\n", outer.all_marks))
        elif raw.tag in BLOCKS:
            self._block(raw, setting)
        elif raw.tag == "img":
            self.add(*self._picture(raw, setting.align))
        elif raw.tag == "a":
            self.read(raw.children, replace(setting, link=self._link(raw) or setting.link))
        else:
            self.read(raw.children, setting)

    def _block(self, raw: Raw, setting: Setting) -> None:
        """Go on with something that begins a line of its own."""
        if raw.tag == "hr":
            self.add(Block("hr"))
        elif raw.tag in LISTS:
            self.add(*self._list(raw, setting))
        elif raw.tag == "table":
            self.add(*tabling.table(raw, setting, self._inside, self._words, self.notes.say))
        elif raw.tag == "figure":
            self.add(*self._figure(raw, setting))
        elif raw.tag == "blockquote":
            self.add(*filled("blockquote", self._inside(raw.children, setting)))
        else:
            self._paragraph(raw, setting)

    def _paragraph(self, raw: Raw, setting: Setting) -> None:
        self.end()
        outer = self.tag, self.align
        tag = SAME_AS.get(raw.tag, raw.tag)
        self.tag = tag if tag in TEXT_BLOCKS else self.tag
        self.align = setting.align
        self.read(raw.children, setting)
        self.end()
        self.tag, self.align = outer

    def _inside(self, children: Iterable[Raw | str], setting: Setting) -> tuple[Block, ...]:
        """The blocks of an element that holds blocks of its own."""
        flow = Flow(self.notes, align=setting.align)
        flow.read(children, setting)
        flow.end()
        return tuple(flow.blocks)

    def _words(self, raw: Raw, setting: Setting) -> tuple[Leaf, ...]:
        """The text of an element that holds nothing but text; pictures in it are left out."""
        leaves: list[Leaf] = []
        for block in self._inside(raw.children, setting):
            for part in block.every(*TEXT_BLOCKS):
                leaves += [Leaf(" ")] * bool(leaves) + list(part.leaves)
        flat = [Leaf(leaf.text.replace("\n", " "), leaf.marks) for leaf in leaves]
        return spacing.tidied(flat)

    def _list(self, raw: Raw, setting: Setting) -> tuple[Block, ...]:
        items: list[tuple[Block, ...]] = []
        for child in raw.children:
            if isinstance(child, Raw) and child.tag in LISTS and items:
                items[-1] += self._inside([child], setting)
            elif isinstance(child, Raw) and child.tag == "li":
                items.append(self._item(child, setting))
            else:
                items.append(self._inside([child], setting))
        found = tuple(Block("li", blocks=item) for item in items if item)
        return filled(raw.tag, found, _start(raw) if raw.tag == "ol" else ())

    def _item(self, raw: Raw, setting: Setting) -> tuple[Block, ...]:
        """One item of a list; nothing where it is hidden or otherwise left out."""
        flow = Flow(self.notes)
        flow.read([replace_tag(raw)], setting)
        flow.end()
        return tuple(flow.blocks)

    def _link(self, raw: Raw) -> str:
        written = raw.attributes.get("href", "")
        address = addresses.link(written)
        if written and not address:
            scripted = addresses.tidy(written).lower().startswith(SCRIPTED)
            self.notes.say(SCRIPT if scripted else LINK)
        return address

    def _picture(self, raw: Raw, align: str, words: tuple[Leaf, ...] = ()) -> tuple[Block, ...]:
        address = addresses.picture(raw.attributes.get("src", ""), self.notes.pictures)
        if not address:
            self.notes.say(PICTURE)
            return ()
        alt = "".join(leaf.text for leaf in spacing.tidied([_alt(raw)])).replace("\n", " ")
        picture = Block("img", (("src", address), ("alt", alt)))
        caption = (Block("figcaption", leaves=words),) if words else ()
        return (Block("figure", classed(align), blocks=(picture, *caption)),)

    def _figure(self, raw: Raw, setting: Setting) -> tuple[Block, ...]:
        """Its pictures, the last with the caption; whatever else it holds comes as it is."""
        captions = [child for child in raw.children if is_caption(child)]
        words = self._words(Raw(children=list(captions)), setting)
        rest = [child for child in raw.children if not is_caption(child)]
        blocks = list(self._inside(rest, setting))
        for at in range(len(blocks) - 1, -1, -1):
            if words and blocks[at].tag == "figure":
                caption = Block("figcaption", leaves=words)
                blocks[at] = replace(blocks[at], blocks=(blocks[at].blocks[0], caption))
                return tuple(blocks)
        return (*blocks, *filled_text(words, setting.align))


def replace_tag(raw: Raw) -> Raw:
    """The element as one that only parts paragraphs."""
    return Raw("div", raw.attributes, raw.children)


def is_caption(child: Raw | str) -> bool:
    """Whether something is the caption of a figure."""
    return isinstance(child, Raw) and child.tag == "figcaption"


def _alt(raw: Raw) -> Leaf:
    return Leaf(spacing.flowing(spacing.cleaned(raw.attributes.get("alt", ""))))


def _start(raw: Raw) -> Attributes:
    """With which number a list begins, where not with 1."""
    number = raw.number("start", START_MOST)
    return (("start", str(number)),) if number > 1 else ()


def classed(align: str) -> Attributes:
    """The attributes of something that is aligned so."""
    return (("class", align),) if align else ()


def filled(tag: str, blocks: tuple[Block, ...], attributes: Attributes = ()) -> tuple[Block, ...]:
    """A block that holds others; nothing where there are none."""
    return (Block(tag, attributes, blocks=blocks),) if blocks else ()


def filled_text(leaves: tuple[Leaf, ...], align: str) -> tuple[Block, ...]:
    """A paragraph; nothing where there is no text."""
    return (Block("p", classed(align), leaves),) if leaves else ()


def build(html: str, notes: Notes | None = None) -> Document:
    """The document that a string of HTML means; what is left out is noted."""
    flow = Flow(notes or Notes())
    flow.read(grow(html).children, Setting())
    flow.end()
    return tuple(flow.blocks)
