"""The reader of all that a file says, files within it included."""

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pikepdf

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.documents.reader import DAMAGES, TOO_MUCH
from gongkai.adapters.files.admission import Gate
from gongkai.adapters.files.office import LABELS
from gongkai.adapters.files.texts.paged import (
    read_ofd_file,
    read_pdf_file,
    read_picture_file,
    read_plain_file,
    read_table_file,
)
from gongkai.adapters.files.texts.sheet import read_sheets
from gongkai.adapters.files.texts.slides import read_slides
from gongkai.adapters.files.texts.word import read_word
from gongkai.core.ports import (
    FileKind,
    FilePart,
    FileText,
    GivenFile,
    ReadingLimits,
    UnreadableError,
)

READERS: Mapping[FileKind, Callable[[Job], FileText]] = {
    FileKind.DOCX: read_word,
    FileKind.XLSX: read_sheets,
    FileKind.PPTX: read_slides,
    FileKind.PDF: read_pdf_file,
    FileKind.OFD: read_ofd_file,
    FileKind.JPEG: read_picture_file,
    FileKind.PNG: read_picture_file,
    FileKind.GIF: read_picture_file,
    FileKind.WEBP: read_picture_file,
    FileKind.TEXT: read_plain_file,
    FileKind.MARKDOWN: read_plain_file,
    FileKind.CSV: read_table_file,
}
DAMAGED = (*DAMAGES, pikepdf.PdfError, zipfile.LargeZipFile)
WITHIN = "嵌入的文件“"
WITHIN_LABEL = WITHIN + "{name}”：{label}"
UNREAD_NOTE = "嵌入的文件“{name}”没有读入。"
MOST_WITHIN = 50


class EverythingReader:
    """Reads what is seen and what is not; files within a file one step deep."""

    def read(self, file: GivenFile, limits: ReadingLimits) -> FileText:
        """Read one file. Raises UnreadableError, never anything else."""
        job = Job(file.name, file.data, limits)
        try:
            text = READERS[file.kind](job)
            return _with_files(text, _within(job, file.kind), job)
        except TOO_MUCH as error:
            raise job.refuse("FILE-COMPLEX") from error
        except DAMAGED as error:
            raise job.refuse("FILE-DAMAGED", kind=f" {file.kind.upper()} ") from error


def _within(job: Job, kind: FileKind) -> Iterator[tuple[str, bytes]]:
    """The files put into a file, by name."""
    if kind in LABELS:
        package = Package(job, LABELS[kind])
        for name in embedded_names(package.names())[:MOST_WITHIN]:
            yield posixpath.basename(name), package.part(name)
    elif kind is FileKind.PDF:
        with pikepdf.open(io.BytesIO(job.data)) as pdf:
            for name, given in list(pdf.attachments.items())[:MOST_WITHIN]:
                yield name, given.get_file().read_bytes()


def embedded_names(names: list[str]) -> list[str]:
    """The parts of a package that are files of their own."""
    return sorted(name for name in names if "/embeddings/" in f"/{name}")


def _with_files(text: FileText, files: Iterator[tuple[str, bytes]], job: Job) -> FileText:
    """A file's texts with those of the files within it; what cannot be read there is said."""
    parts, unread = list(text.parts), list(text.unread)
    for name, data in files:
        job.check_time()
        limits = replace(job.limits, seconds=job.seconds_left)
        try:
            kind = Gate().admit(name, data, limits)
            found = READERS[kind](Job(name, data, limits))
        except UnreadableError:
            unread.append(UNREAD_NOTE.format(name=name))
            continue
        parts += [_inner(name, one) for one in found.parts]
        unread += found.unread
    return FileText(tuple(parts), tuple(unread))


def _inner(name: str, part: FilePart) -> FilePart:
    return FilePart(WITHIN_LABEL.format(name=name, label=part.label), part.text, hidden=True)
