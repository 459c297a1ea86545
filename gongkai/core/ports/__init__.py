"""What the system asks of the outside world."""

from gongkai.core.ports.batch import (
    BatchEngine,
    BatchEngineError,
    BatchLimits,
    Done,
    Failure,
)
from gongkai.core.ports.documents import (
    Block,
    Document,
    DocumentKind,
    DocumentReader,
    Grid,
    GridCell,
    Place,
    ReadingLimits,
    TextLine,
    UnreadableError,
)
from gongkai.core.ports.sign_in import Departure, SignInProvider, SignInRefusedError, Vouched

__all__ = [
    "BatchEngine",
    "BatchEngineError",
    "BatchLimits",
    "Block",
    "Departure",
    "Document",
    "DocumentKind",
    "DocumentReader",
    "Done",
    "Failure",
    "Grid",
    "GridCell",
    "Place",
    "ReadingLimits",
    "SignInProvider",
    "SignInRefusedError",
    "TextLine",
    "UnreadableError",
    "Vouched",
]
