"""Short words for the tests of readers."""

from gongkai.adapters.documents.reader import FileReader
from gongkai.core.finding import Finding
from gongkai.core.ports.documents import Document, Grid, ReadingLimits, TextLine, UnreadableError
from tests.samples.statutory import Cell


def read(
    data: bytes | str, name: str = "报告.txt", limits: ReadingLimits | None = None
) -> Document:
    """Read a file made up in a test."""
    raw = data.encode() if isinstance(data, str) else data
    return FileReader().read(name, raw, limits or ReadingLimits())


def refused(
    data: bytes | str, name: str = "报告.txt", limits: ReadingLimits | None = None
) -> Finding:
    """The finding with which a file is refused."""
    try:
        document = read(data, name, limits)
    except UnreadableError as error:
        return error.finding
    message = f"{name} was read: {document.blocks[:3]}"
    raise AssertionError(message)


def texts(document: Document) -> list[str]:
    """The lines outside grids."""
    return [block.text for block in document.blocks if isinstance(block, TextLine)]


def grids(document: Document) -> list[Grid]:
    """The grids."""
    return [block for block in document.blocks if isinstance(block, Grid)]


def cells(grid: Grid) -> list[Cell]:
    """The cells of a grid, comparable with a sample."""
    found = [
        Cell(c.text.replace("\n", ""), c.row, c.column, c.row_span, c.column_span)
        for c in grid.cells
    ]
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def rows(grid: Grid) -> list[list[str]]:
    """The texts of a grid row by row."""
    return [[c.text for c in grid.cells if c.row == row] for row in range(grid.rows)]


def codes(document: Document) -> set[str]:
    """The codes of the notes."""
    return {note.code for note in document.notes}
