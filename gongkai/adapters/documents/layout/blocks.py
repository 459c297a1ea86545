"""From laid pages to the blocks of a document, with the place of every line."""

from collections.abc import Iterator, Sequence

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.layout.page import LaidPage, PlacedTable
from gongkai.adapters.documents.layout.running import running_lines
from gongkai.core.ports.documents import Block, Grid, GridCell, Place, TextLine


def blocks_of(pages: Sequence[LaidPage], job: Job) -> list[Block]:
    """All pages as blocks; a table that goes on over pages becomes one grid a page."""
    left_out = running_lines(pages)
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        kept = [item for index, item in enumerate(page.items) if (number, index) not in left_out]
        blocks.extend(_numbered(number + 1, LaidPage(page.height, tuple(kept))))
    if left_out:
        page_number, index = min(left_out)
        what = getattr(pages[page_number].items[index], "text", "").strip()
        job.note("FILE-RUNNING", count=len(left_out), what=what)
    return blocks


def _numbered(page: int, laid: LaidPage) -> Iterator[Block]:
    """The items of a page, lines counted from 1; each row of a table counts as one line."""
    line = 1
    for item in laid.items:
        if isinstance(item, PlacedTable):
            yield _grid(item, page, line)
            line += item.lattice.rows
        else:
            yield TextLine(item.text, Place(page, line))
            line += 1


def _grid(table: PlacedTable, page: int, line: int) -> Grid:
    """One table as a grid."""
    places = [Place(page, line + row) for row in range(table.lattice.rows)]
    cells = [GridCell(text, *box, places[box.row]) for box, text in table.texts.items()]
    return Grid(tuple(cells), table.lattice.rows, table.lattice.columns, places[0])
