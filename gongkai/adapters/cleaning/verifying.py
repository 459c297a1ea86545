"""Whether a cleaned file is whole: other programs' readers open it, and it says the same."""

import hashlib
import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import docx
import pypdfium2
import python_calamine
from PIL import ImageSequence

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.pdf.reading import ONE_AT_A_TIME
from gongkai.adapters.files.pictures import opened
from gongkai.adapters.files.reader import EverythingReader
from gongkai.adapters.files.texts import pdf
from gongkai.adapters.files.texts.paged import BODY_LABEL
from gongkai.core.ports import FileKind, FileText, GivenFile, ReadingLimits


def verified(
    given: GivenFile, data: bytes, text: FileText, limits: ReadingLimits
) -> FileText | None:
    """What the cleaned file says; none where it does not open or does not say the same."""
    clean = replace(given, data=data)
    if given.kind.is_picture:
        return text if _dots(given.data) == _dots(data) else None
    if given.kind is FileKind.PDF:
        return _verified_pdf(given, clean, text, limits)
    if opener := OPENERS.get(given.kind):
        opener(data)
    found = EverythingReader().read(clean, limits)
    return found if _seen(text) == _seen(found) else None


def _verified_pdf(
    given: GivenFile, clean: GivenFile, text: FileText, limits: ReadingLimits
) -> FileText | None:
    """Pages with the same characters need not be laid out, or recognised, a second time."""
    if _pages(given.data) != _pages(clean.data):
        return None
    pages = [part for part in text.parts if part.label == BODY_LABEL]
    beside = pdf.beside(Job(clean.name, clean.data, limits))
    return replace(text, parts=(*pages, *beside))


def _pages(data: bytes) -> list[tuple[float, float, str]]:
    """The size and the characters of each page."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            return [(*page.get_size(), page.get_textpage().get_text_range()) for page in document]
        finally:
            document.close()


def _dots(data: bytes) -> list[object]:
    """The dots of each frame, the colours they mean, and the way up."""
    with opened(data) as picture:
        told: list[object] = [picture.info.get("icc_profile"), picture.getexif().get(0x0112, 1)]
        for frame in ImageSequence.Iterator(picture):
            told += [frame.mode, frame.size, hashlib.sha256(frame.tobytes()).digest()]
            if picture.format == "MPO":
                break
    return told


def _open_word(data: bytes) -> None:
    docx.Document(io.BytesIO(data))


def _open_sheets(data: bytes) -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    if not book.sheet_names:
        raise ValueError


OPENERS: Mapping[FileKind, Callable[[bytes], None]] = {
    FileKind.DOCX: _open_word,
    FileKind.XLSX: _open_sheets,
}


def _seen(text: FileText) -> Counter[tuple[str, str]]:
    """All that is seen in a file; blanks and line ends do not count."""
    return Counter(
        (part.label, "".join(part.text.split())) for part in text.parts if not part.hidden
    )
