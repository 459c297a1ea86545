"""Tables drawn with pipes, as Markdown and some converters write them."""

import re
from collections.abc import Iterator, Sequence

from gongkai.core.ports.documents import Grid, GridCell, Place

SEPARATOR = re.compile(r"\s*:?-{2,}:?\s*|\s*:-+:?\s*|\s*-\s*")
UNESCAPED = re.compile(r"(?<!\\)\|")
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_pipe_row(line: str) -> bool:
    """Whether a line is a row between pipes."""
    text = line.strip()
    return text.startswith("|") and text.count("|") > 1


def grid_of(lines: Sequence[str], first_line: int) -> Iterator[Grid]:
    """The grids of a run of rows: a separator under a second heading row starts another table."""
    rows = [_cells(line) for line in lines]
    rulers = [index for index, cells in enumerate(rows) if _is_separator(cells)]
    starts = [0, *(index - 1 for index in rulers[1:] if index - 1 not in rulers)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        kept = [index for index in range(start, end) if index not in rulers]
        if kept:
            yield _grid([(rows[index], first_line + index) for index in kept])


def _cells(line: str) -> list[str]:
    """The cells of a row."""
    text = line.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    parts = UNESCAPED.split(text)
    return [BREAK.sub("\n", part.strip()).replace("\\|", "|") for part in parts]


def _is_separator(cells: Sequence[str]) -> bool:
    """Whether a row only rules off the heading."""
    return any("--" in cell for cell in cells) and all(
        SEPARATOR.fullmatch(cell) or not cell for cell in cells
    )


def _grid(rows: Sequence[tuple[list[str], int]]) -> Grid:
    cells = tuple(
        GridCell(text, row, column, place=Place(line=line))
        for row, (texts, line) in enumerate(rows)
        for column, text in enumerate(texts)
    )
    columns = max(len(texts) for texts, _ in rows)
    return Grid(cells, len(rows), columns, Place(line=rows[0][1]))
