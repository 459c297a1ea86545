"""The reader of files: it tells the kind by content and hands the file to the kind's reader."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial

from lxml import etree

from gongkai.adapters.documents.archived import read_web_archive
from gongkai.adapters.documents.docx.reading import read_docx
from gongkai.adapters.documents.embedded import read_mixed_markdown
from gongkai.adapters.documents.html.reading import read_html
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.legacy import read_legacy
from gongkai.adapters.documents.marked import TooComplexError
from gongkai.adapters.documents.ofd.reading import read_ofd
from gongkai.adapters.documents.pdf.reading import read_pdf
from gongkai.adapters.documents.pictures.engine import RecognitionError
from gongkai.adapters.documents.pictures.reading import read_picture
from gongkai.adapters.documents.plain.reading import read_text
from gongkai.adapters.documents.sniffing import (
    EXTENSIONS,
    Kind,
    claimed_kind,
    extension_of,
    kind_of,
)
from gongkai.core.ports.documents import Document, ReadingLimits

READERS: Mapping[Kind, Callable[[Job], Document]] = {
    Kind.TEXT: read_text,
    Kind.MARKDOWN: read_mixed_markdown,
    Kind.HTML: read_html,
    Kind.WEB_ARCHIVE: read_web_archive,
    Kind.DOCX: read_docx,
    Kind.PDF: read_pdf,
    Kind.OFD: read_ofd,
    Kind.IMAGE: read_picture,
    Kind.WORD: partial(read_legacy, kind=Kind.WORD),
    Kind.RTF: partial(read_legacy, kind=Kind.RTF),
    Kind.ODT: partial(read_legacy, kind=Kind.ODT),
    Kind.WORD_XML: partial(read_legacy, kind=Kind.WORD_XML),
}
REFUSED = {Kind.LOCKED: "FILE-ENCRYPTED", Kind.BROKEN_ZIP: "FILE-DAMAGED"}
DAMAGES = (  # what parsers raise when the bytes are not what they claim to be
    ValueError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
    AssertionError,
    OSError,
    RuntimeError,
    EOFError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    etree.LxmlError,
)
TOO_MUCH = (RecursionError, MemoryError, TooComplexError)
NEVER_PLAIN = frozenset({Kind.PDF, Kind.DOCX, Kind.OFD, Kind.IMAGE, Kind.WORD, Kind.ODT})
MEGABYTE = 1024 * 1024


class FileReader:
    """Reads any file that may hold a report."""

    def read(self, name: str, data: bytes, limits: ReadingLimits) -> Document:
        """Read one file. Raises UnreadableError, never anything else, for a file it cannot read."""
        job = Job(name, data, limits)
        self._check_size(job)
        kind = kind_of(name, data)
        if kind is Kind.TEXT and _should_be_packed(name, data):
            raise job.refuse("FILE-DAMAGED", kind=claimed_kind(name).label)
        read = READERS.get(kind)
        if read is None:
            raise job.refuse(REFUSED.get(kind, "FILE-KIND"), kind=kind.label)
        if extension_of(name) not in EXTENSIONS[kind]:
            job.note("FILE-EXTENSION", kind=kind.label)
        try:
            return read(job)
        except RecognitionError as error:
            raise job.refuse("FILE-OCR-FAILED") from error
        except TOO_MUCH as error:
            raise job.refuse("FILE-COMPLEX") from error
        except DAMAGES as error:
            raise job.refuse("FILE-DAMAGED", kind=kind.label) from error

    def _check_size(self, job: Job) -> None:
        """Refuse empty files and those beyond the limit before looking into them."""
        size = len(job.data)
        if not job.data.strip():
            raise job.refuse("FILE-EMPTY")
        if size > job.limits.file_bytes:
            size_text, limit = (f"{n / MEGABYTE:.1f} MB" for n in (size, job.limits.file_bytes))
            raise job.refuse("FILE-SIZE", size=size_text, limit=limit)


def _should_be_packed(name: str, data: bytes) -> bool:
    """Whether the name says PDF or the like, but there are only a few plain letters inside."""
    return claimed_kind(name) in NEVER_PLAIN and data.isascii()
