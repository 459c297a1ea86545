"""The port for reading files: what a file says, as lines of text and grids of cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from gongkai.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: page (of paged files) and line of the extracted text, both from 1."""

    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text outside a grid. A tab stands where the source has a gap between cells."""

    text: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a ruled or marked-up table; row and column count from 0, spans from 1."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells the source itself delimits. Merged cells appear once, with their
    spans."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    place: Place = Place()


Block = TextLine | Grid


def lines_of(grid: Grid) -> Iterator[TextLine]:
    """The rows of a grid as lines, their cells parted by tabs."""
    for row in range(grid.rows):
        cells = [cell for cell in grid.cells if cell.row == row]
        if cells:
            yield TextLine("\t".join(cell.text for cell in cells), cells[0].place)


class DocumentKind(StrEnum):
    """The kinds of file that can be read."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OFD = "ofd"
    IMAGE = "image"
    LEGACY = "doc"


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, in reading order.

    `title` is the title that the file carries beside its text (the page's own title),
    `published_on` the day its page says it was published; `notes` are findings about the file
    itself (a guessed encoding, recognised characters, navigation left out).
    """

    name: str
    kind: DocumentKind
    blocks: tuple[Block, ...]
    pages: int | None = None
    title: str = ""
    published_on: date | None = None
    recognised: bool = False
    notes: tuple[Finding, ...] = field(default=())

    def lines(self) -> Iterator[TextLine]:
        """All text as lines; a row of a grid becomes one line, its cells parted by tabs."""
        for block in self.blocks:
            if isinstance(block, TextLine):
                yield block
                continue
            yield from lines_of(block)


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What a reader refuses to go beyond: bytes of the file, bytes once unpacked, pages,
    seconds."""

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 300 * 1024 * 1024
    pages: int = 500
    seconds: float = 120.0


class UnreadableError(Exception):
    """The file cannot be read; the finding says in Chinese what is wrong and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.text)
        self.finding = finding


class DocumentReader(Protocol):
    """Turns the bytes of a file into a document."""

    def read(self, name: str, data: bytes, limits: ReadingLimits) -> Document:
        """Read one file. Raises UnreadableError, never anything else, for a file it cannot read."""
        ...
