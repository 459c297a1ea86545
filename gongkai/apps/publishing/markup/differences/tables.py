"""Two versions of a table: row by row, and cell by cell where the rows are built alike."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from gongkai.apps.publishing.markup.differences.pairing import pairs
from gongkai.apps.publishing.markup.differences.wording import CAME, GONE, compared
from gongkai.apps.publishing.markup.document import Block, Mark, rows_of

Compare = Callable[[Sequence[Block], Sequence[Block]], Iterator[Block]]
OneSided = Callable[[Block, Mark], Iterator[Block]]
SPANS: Final = ("colspan", "rowspan")


def _build(row: Block) -> list[tuple[str, ...]]:
    """How a row is built: what its cells cover."""
    return [tuple(cell.get(name) for name in SPANS) for cell in row.blocks]


def _cells(old: Block, new: Block, compare: Compare) -> Block:
    """A row whose cells stand in the same columns as before."""
    sides = zip(old.blocks, new.blocks, strict=True)
    cells = (replace(now, blocks=tuple(compare(was.blocks, now.blocks))) for was, now in sides)
    return replace(new, blocks=tuple(cells))


def _rows(
    old: Block, new: Block, compare: Compare, one_sided: OneSided
) -> Iterator[tuple[bool, Block]]:
    """The rows of both versions, and whether each is one of the head."""
    heads = {id(row) for side in (old, new) for row in _of_head(side)}
    for was, now in pairs(rows_of(old), rows_of(new)):
        if was is not None and now is not None and _build(was) == _build(now):
            yield id(now) in heads, _cells(was, now, compare)
            continue
        if was is not None:
            yield from ((id(was) in heads, row) for row in one_sided(was, GONE))
        if now is not None:
            yield from ((id(now) in heads, row) for row in one_sided(now, CAME))


def _of_head(table: Block) -> tuple[Block, ...]:
    head = table.first("thead")
    return head.blocks if head else ()


def _sections(rows: list[tuple[bool, Block]]) -> Iterator[Block]:
    """The rows in head and body; all in the body where rows of the two come mixed."""
    count = next((at for at, (is_head, _) in enumerate(rows) if not is_head), len(rows))
    if any(is_head for is_head, _ in rows[count:]):
        count = 0
    for tag, part in (("thead", rows[:count]), ("tbody", rows[count:])):
        if part:
            yield Block(tag, blocks=tuple(row for _, row in part))


def _caption(old: Block, new: Block) -> Iterator[Block]:
    sides = [side.first("caption") for side in (old, new)]
    leaves = compared(*(side.leaves if side else () for side in sides))
    if leaves:
        yield Block("caption", leaves=leaves)


def compared_tables(
    old: Block, new: Block, compare: Compare, one_sided: OneSided
) -> Iterator[Block]:
    """One table with what went and came; both tables whole where rows that went or came reach
    into others and cannot stand side by side."""
    rows = list(_rows(old, new, compare, one_sided))
    count = len(rows_of(new))
    reaching = any(cell.get("rowspan") for side in (old, new) for cell in side.every("td", "th"))
    if reaching and not len(rows) == count == len(rows_of(old)):
        yield from one_sided(old, GONE)
        yield from one_sided(new, CAME)
        return
    yield replace(new, blocks=(*_caption(old, new), *_sections(rows)))
