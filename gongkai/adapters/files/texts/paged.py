"""Kinds whose text the reader of documents finds: pages, pictures, plain text."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.ofd.reading import read_ofd
from gongkai.adapters.documents.pdf.reading import read_pdf
from gongkai.adapters.documents.pictures.engine import RecognitionError
from gongkai.adapters.documents.pictures.reading import read_picture
from gongkai.adapters.documents.plain.encoding import decoded
from gongkai.adapters.files.texts import ofd, pdf
from gongkai.adapters.files.texts.common import part
from gongkai.core.ports import Document, FileText, UnreadableError

BODY_LABEL = "正文"
PICTURE_LABEL = "图片中的文字"
NO_TEXT = "FILE-NO-TEXT"
UNREAD = frozenset({NO_TEXT, "FILE-GARBLED", "FILE-OCR-MISSING", "FILE-OCR-FAILED"})
NOTED = frozenset({"FILE-PAGES-UNREAD", "FILE-CUT"})
DELIMITERS = ",\t;"
LONGEST_FIELD = 10_000_000


def _pages(job: Job, read: Callable[[Job], Document], label: str) -> FileText:
    """The running text; a file without text is no fault here, but it is said."""
    try:
        document = read(job)
    except RecognitionError:
        return FileText((), (job.refuse("FILE-OCR-FAILED").finding.text,))
    except UnreadableError as error:
        if error.finding.code not in UNREAD:
            raise
        return FileText((), (error.finding.text,))
    notes = tuple(note.text for note in document.notes if note.code in NOTED)
    return FileText(tuple(part(label, (line.text for line in document.lines()))), notes)


def read_pdf_file(job: Job) -> FileText:
    """A PDF: its pages, and what hangs on them."""
    text = _pages(job, read_pdf, BODY_LABEL)
    return replace(text, parts=(*text.parts, *pdf.beside(job)))


def read_ofd_file(job: Job) -> FileText:
    """An OFD: its pages, and what stands beside them."""
    text = _pages(job, read_ofd, BODY_LABEL)
    return replace(text, parts=(*text.parts, *ofd.beside(job)))


def read_picture_file(job: Job) -> FileText:
    """A picture: what can be recognised in it. A picture without text is read, not unread."""
    text = _pages(job, read_picture, PICTURE_LABEL)
    nothing = job.refuse(NO_TEXT).finding.text
    return replace(text, unread=tuple(note for note in text.unread if note != nothing))


def read_plain_file(job: Job) -> FileText:
    """Text; commas of a table in text become tabs."""
    found = decoded(job)
    if found is None:
        raise job.refuse("FILE-DAMAGED", kind="纯文本")
    return FileText(tuple(part(BODY_LABEL, found.text.splitlines())))


def read_table_file(job: Job) -> FileText:
    """A table in plain text."""
    found = decoded(job)
    if found is None:
        raise job.refuse("FILE-DAMAGED", kind=" CSV ")
    head = next((line for line in found.text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=head.count)
    csv.field_size_limit(LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(found.text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = [line.split(delimiter) for line in found.text.splitlines()]
    cells = ("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return FileText(tuple(part(BODY_LABEL, cells)))
