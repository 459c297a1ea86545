"""Tables: rows and cells in one form, heads marked as heads; a table for layout is dissolved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from gongkai.apps.publishing.markup.document import Attributes, Block, Leaf
from gongkai.apps.publishing.markup.growing import Raw
from gongkai.apps.publishing.markup.policy import (
    CELLS,
    LAYOUT,
    ROWS_MOST,
    SECTIONS,
    SPAN_MOST,
)
from gongkai.apps.publishing.markup.styling import Setting, dropped_as, setting_of, styles_of

Inside = Callable[[Iterable[Raw | str], Setting], tuple[Block, ...]]
Words = Callable[[Raw, Setting], tuple[Leaf, ...]]
EMPTY: Final = (Block("p"),)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was found."""

    is_head: bool
    columns: int
    rows: int
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Gathering:
    """The rows of one table, gathered in the order in which they are shown."""

    inside: Inside
    words: Words
    rows: list[list[Cell]] = field(default_factory=list)
    heads: int = 0
    caption: tuple[Leaf, ...] = ()
    strays: list[Block] = field(default_factory=list)

    def take(self, raw: Raw, setting: Setting, section: str = "") -> None:
        """Gather what an element of the table holds."""
        loose: list[Raw | str] = []
        for child in raw.children:
            if isinstance(child, Raw) and child.tag in CELLS:
                loose.append(child)
            elif isinstance(child, Raw) and dropped_as(child, styles_of(child)) is None:
                self._part(child, setting_of(child, styles_of(child), setting), section)
            elif isinstance(child, str) and child.strip():
                self.strays += self.inside([child], setting)
        if loose:
            self._row(loose, setting, section)

    def _part(self, raw: Raw, setting: Setting, section: str) -> None:
        if raw.tag == "tr":
            self.take(raw, setting, section)
        elif raw.tag in SECTIONS:
            self.take(raw, setting, raw.tag)
        elif raw.tag == "caption":
            self.caption = self.caption or self.words(raw, setting)
        else:
            self.strays += self.inside([raw], setting)

    def _row(self, raws: Iterable[Raw | str], setting: Setting, section: str) -> None:
        cells = [self._cell(raw, setting, section) for raw in raws if isinstance(raw, Raw)]
        if section == "thead" and len(self.rows) == self.heads:
            self.heads += 1
        self.rows.append(cells)

    def _cell(self, raw: Raw, setting: Setting, section: str) -> Cell:
        return Cell(
            raw.tag == "th" or section == "thead",
            raw.number("colspan", SPAN_MOST),
            raw.number("rowspan", ROWS_MOST),
            self.inside([Raw("div", raw.attributes, raw.children)], setting) or EMPTY,
        )


def _fitted(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with spans that end with the table, and with its widest possible row."""
    found: list[list[Cell]] = []
    for index, row in enumerate(rows):
        left, cells = SPAN_MOST, []
        for cell in row:
            columns = min(cell.columns, max(left, 1))
            left -= columns
            cells.append(replace(cell, columns=columns, rows=min(cell.rows, len(rows) - index)))
        found.append(cells)
    return found


def _heads(rows: list[list[Cell]]) -> int:
    """How many rows at the top are heads and nothing else, as far as their cells reach."""
    count = next((i for i, row in enumerate(rows) if not all(c.is_head for c in row)), len(rows))
    count = min(count, len(rows) - 1)
    reach = max((i + c.rows for i, row in enumerate(rows[:count]) for c in row), default=0)
    return count if reach <= count else 0


def _written(cell: Cell, *, in_head: bool) -> Block:
    spans: Attributes = ()
    if cell.columns > 1:
        spans += (("colspan", str(cell.columns)),)
    if cell.rows > 1:
        spans += (("rowspan", str(cell.rows)),)
    if not cell.is_head:
        return Block("td", spans, blocks=cell.blocks)
    scope = "colgroup" if cell.columns > 1 else "col"
    return Block("th", (*spans, ("scope", scope if in_head else "row")), blocks=cell.blocks)


def _section(tag: str, rows: list[list[Cell]]) -> tuple[Block, ...]:
    lines = tuple(
        Block("tr", blocks=tuple(_written(cell, in_head=tag == "thead") for cell in row))
        for row in rows
    )
    return (Block(tag, blocks=lines),) if lines else ()


def table(
    raw: Raw, setting: Setting, inside: Inside, words: Words, say: Callable[[str], None]
) -> tuple[Block, ...]:
    """A table, and before it what stood between its cells.

    A table that holds a table is there for the layout: what its cells hold comes one below the
    other, so that tables never stand in tables.
    """
    gathering = Gathering(inside, words)
    gathering.take(raw, setting)
    blocks = [block for row in gathering.rows for cell in row for block in cell.blocks]
    if any(True for block in blocks for _ in block.every("table")):
        say(LAYOUT)
        caption = (Block("p", leaves=gathering.caption),) if gathering.caption else ()
        return (*gathering.strays, *caption, *(block for block in blocks if block != EMPTY[0]))
    if not gathering.rows:
        return tuple(gathering.strays)
    rows = _fitted(gathering.rows)
    heads = _heads(rows)
    caption = (Block("caption", leaves=gathering.caption),) if gathering.caption else ()
    parts = (*caption, *_section("thead", rows[:heads]), *_section("tbody", rows[heads:]))
    return (*gathering.strays, Block("table", blocks=parts))
