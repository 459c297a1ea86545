"""The redactor: it tells the kind by content and hands the document to what knows the kind."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TypeVar

import pikepdf
import pypdfium2

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.reader import DAMAGES, MEGABYTE, TOO_MUCH
from gongkai.adapters.documents.sniffing import Kind, kind_of
from gongkai.adapters.files.pictures import picture_kind
from gongkai.adapters.redaction.faults import refusal
from gongkai.adapters.redaction.office import SUFFIXES, as_pdf
from gongkai.adapters.redaction.pdf.opening import plain
from gongkai.adapters.redaction.pdf.redacting import looks, redact_pdf
from gongkai.adapters.redaction.pictures import count_frames, frame_looks, redact_picture
from gongkai.adapters.redaction.recognising import with_words
from gongkai.core.ports import FileKind, GivenFile, ReadingLimits
from gongkai.core.ports.redaction import Box, PageLook, Redacted

FIXED = frozenset({Kind.PDF, Kind.IMAGE})
LOCKED = {Kind.LOCKED: "FILE-ENCRYPTED", Kind.BROKEN_ZIP: "FILE-DAMAGED"}
BROKEN = (*DAMAGES, pikepdf.PdfError, pypdfium2.PdfiumError)
AnswerT = TypeVar("AnswerT")


class FileRedactor:
    """Redacts PDF files and pictures; Word documents after they have been made into PDF."""

    def fixed(self, name: str, data: bytes, limits: ReadingLimits) -> GivenFile:
        """The document in a form whose pages do not move. Raises UnreadableError."""
        job, kind = _begun(name, data, limits)
        if kind in SUFFIXES:
            return as_pdf(job, kind)
        _check_fixed(job, kind)
        known = FileKind.PDF if kind is Kind.PDF else picture_kind(data) or FileKind.PNG
        return GivenFile(name, known, data)

    def count(self, name: str, data: bytes, limits: ReadingLimits) -> int:
        """How many pages a fixed document has. Raises UnreadableError."""
        job, kind = _begun(name, data, limits)
        _check_fixed(job, kind)
        return _safely(job, kind, lambda: _count(job, kind))

    def pages(
        self, name: str, data: bytes, limits: ReadingLimits, wanted: Collection[int] = ()
    ) -> tuple[PageLook, ...]:
        """The wanted pages of a fixed document. Raises UnreadableError, never anything else."""
        job, kind = _begun(name, data, limits)
        _check_fixed(job, kind)
        look = looks if kind is Kind.PDF else frame_looks
        return _safely(job, kind, lambda: look(job, wanted))

    def spelled(self, page: PageLook) -> PageLook:
        """The page with the words recognised in its picture, where it has none of its own."""
        return with_words(page)

    def redact(
        self, name: str, data: bytes, boxes: Sequence[Box], limits: ReadingLimits
    ) -> Redacted:
        """Burn the boxes in and verify. Raises UnreadableError, never anything else."""
        job, kind = _begun(name, data, limits)
        _check_fixed(job, kind)
        pages = _safely(job, kind, lambda: _count(job, kind))
        _check_boxes(job, boxes, pages)
        placed = [replace(box, area=box.area.clamped()) for box in boxes]
        redact = redact_pdf if kind is Kind.PDF else redact_picture
        return _safely(job, kind, lambda: redact(job, placed))


def _begun(name: str, data: bytes, limits: ReadingLimits) -> tuple[Job, Kind]:
    """The job and the kind of its file, if it is neither empty, nor too big, nor locked."""
    job = Job(name, data, limits)
    if not data.strip():
        raise job.refuse("FILE-EMPTY")
    if len(data) > limits.file_bytes:
        size, limit = (f"{n / MEGABYTE:.1f} MB" for n in (len(data), limits.file_bytes))
        raise job.refuse("FILE-SIZE", size=size, limit=limit)
    kind = kind_of(name, data)
    if code := LOCKED.get(kind):
        raise job.refuse(code, kind=kind.label)
    return job, kind


def _check_fixed(job: Job, kind: Kind) -> None:
    """Refuse what has no pages, and what has none that stay where they are."""
    if kind in SUFFIXES:
        raise refusal("REDACT-MOVES", job.name, kind=kind.label)
    if kind not in FIXED:
        raise refusal("REDACT-KIND", job.name, kind=kind.label)


def _check_boxes(job: Job, boxes: Sequence[Box], pages: int) -> None:
    """A box that covers nothing is a mistake that would let something out."""
    if not boxes:
        raise refusal("REDACT-NO-BOXES", job.name)
    for box in boxes:
        if not 1 <= box.page <= pages or not box.area.is_on_page:
            raise refusal("REDACT-OUTSIDE", job.name, page=box.page)


def _count(job: Job, kind: Kind) -> int:
    if kind is Kind.IMAGE:
        return count_frames(job)
    plain(job)
    return job.pages or 0


def _safely(job: Job, kind: Kind, work: Callable[[], AnswerT]) -> AnswerT:
    """Whatever a damaged file makes the programs raise, it is said in a plain sentence."""
    try:
        return work()
    except TOO_MUCH as error:
        raise job.refuse("FILE-COMPLEX") from error
    except BROKEN as error:
        raise job.refuse("FILE-DAMAGED", kind=kind.label) from error
