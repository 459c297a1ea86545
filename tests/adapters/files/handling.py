"""Short ways to the gate, the reader and the cleaner."""

from gongkai.adapters.cleaning.cleaner import VerifiedCleaner
from gongkai.adapters.files.admission import Gate
from gongkai.adapters.files.reader import EverythingReader
from gongkai.core.finding import Finding
from gongkai.core.ports import (
    Cleaned,
    FileKind,
    FileText,
    GivenFile,
    ReadingLimits,
    UnreadableError,
)

LIMITS = ReadingLimits()


def given(data: bytes, kind: FileKind) -> GivenFile:
    """A file of that kind."""
    return GivenFile(f"附件.{kind}", kind, data)


def read(data: bytes, kind: FileKind) -> FileText:
    """All that a file says."""
    return EverythingReader().read(given(data, kind), LIMITS)


def texts(data: bytes, kind: FileKind) -> dict[str, str]:
    """All that a file says, by label."""
    return {part.label: part.text for part in read(data, kind).parts}


def clean(data: bytes, kind: FileKind) -> Cleaned:
    """The file cleaned."""
    return VerifiedCleaner().clean(given(data, kind), LIMITS)


def refused(name: str, data: bytes, limits: ReadingLimits = LIMITS) -> Finding:
    """Why a file is not let in."""
    try:
        kind = Gate().admit(name, data, limits)
    except UnreadableError as error:
        return error.finding
    message = f"{name} was let in as {kind}"
    raise AssertionError(message)
