"""The port for covering parts of a document (区分处理): boxes, pages, the result."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from gongkai.core.ports.documents import ReadingLimits
from gongkai.core.ports.files import FileKind, GivenFile


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page as it is shown, in shares of its width and height from the top left."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height

    @property
    def is_on_page(self) -> bool:
        """Whether any of it lies on the page; a line or a point is no area."""
        sides = (self.x, self.y, self.right, self.bottom)
        if not all(isfinite(side) for side in sides) or min(self.width, self.height) <= 0:
            return False
        return self.x < 1 and self.y < 1 and self.right > 0 and self.bottom > 0

    def shared_with(self, other: "Area") -> float:
        """How much of the other lies under this one: 0 nothing, 1 all; a line counts by length."""
        across = _share(self.x, self.right, other.x, other.right)
        down = _share(self.y, self.bottom, other.y, other.bottom)
        return across * down

    def joined(self, other: "Area") -> "Area":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Area(x, y, right - x, bottom - y)

    def clamped(self) -> "Area":
        """The part of it that lies on the page."""
        x, y = max(self.x, 0.0), max(self.y, 0.0)
        return Area(x, y, min(self.right, 1.0) - x, min(self.bottom, 1.0) - y)


def _share(start: float, end: float, low: float, high: float) -> float:
    """How much of a stretch is covered; a point is covered or not."""
    if high <= low:
        return 1.0 if start <= low <= end else 0.0
    return max(0.0, min(end, high) - max(start, low)) / (high - low)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page (from 1) that is withheld, and the key of the legal ground for it."""

    page: int
    area: Area
    ground: str


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a page and where it stands."""

    text: str
    area: Area


@dataclass(frozen=True, slots=True)
class PageLook:
    """One page (from 1) as it is shown: its size in points or dots, its picture, its words.

    `picture` is a PNG. `words` are in reading order; a page that is only a picture has none of its
    own, but may have words that were recognised in it, whose places are reckoned.
    """

    number: int
    width: float
    height: float
    picture: bytes
    words: tuple[PlacedWord, ...] = ()
    is_recognised: bool = False


@dataclass(frozen=True, slots=True)
class Redacted:
    """A file whose covered parts are gone, verified.

    `pages_rasterised` are the pages (from 1) that are pictures now; `notes` tell in Chinese what a
    person who releases the file should know.
    """

    kind: FileKind
    data: bytes
    pages: int
    pages_rasterised: tuple[int, ...]
    notes: tuple[str, ...] = ()


class Redactor(Protocol):
    """Shows the pages of a document and covers parts of them."""

    def fixed(self, name: str, data: bytes, limits: ReadingLimits) -> GivenFile:
        """The same document in a form whose pages do not move: a PDF or a picture.

        Boxes are placed on, and burnt into, this form only. Raises UnreadableError.
        """
        ...

    def count(self, name: str, data: bytes, limits: ReadingLimits) -> int:
        """How many pages a fixed document has. Raises UnreadableError."""
        ...

    def pages(
        self, name: str, data: bytes, limits: ReadingLimits, wanted: Collection[int] = ()
    ) -> tuple[PageLook, ...]:
        """The wanted pages (from 1) of a fixed document, all when none is named.

        Raises UnreadableError, never anything else.
        """
        ...

    def spelled(self, page: PageLook) -> PageLook:
        """A page without words of its own with those recognised in its picture, where this
        installation can do that; else the page as it is."""
        ...

    def redact(
        self, name: str, data: bytes, boxes: Sequence[Box], limits: ReadingLimits
    ) -> Redacted:
        """Burn the boxes into a fixed document and verify that nothing under them is left.

        Words that lie partly under a box go whole. What is written is new, without properties,
        scripts, attachments, remarks or layers. Raises UnreadableError, also when it cannot be
        proved that everything is gone.
        """
        ...
