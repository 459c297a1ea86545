"""Opening a PDF for redaction: mended, unlocked, without remarks and scripts."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pypdfium2

from gongkai.adapters.cleaning.portable import drop_comments, drop_scripts
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.pdf.reading import ONE_AT_A_TIME
from gongkai.adapters.documents.sniffing import Kind


def plain(job: Job) -> bytes:
    """The file as it is looked at, drawn from and copied from: all three see the same objects."""
    try:
        with pikepdf.open(io.BytesIO(job.data)) as pdf:
            job.check_pages(len(pdf.pages))
            drop_comments(pdf)
            drop_scripts(pdf)
            return saved(pdf)
    except pikepdf.PasswordError as error:
        raise job.refuse("FILE-ENCRYPTED") from error
    except pikepdf.PdfError as error:
        raise job.refuse("FILE-DAMAGED", kind=Kind.PDF.label) from error


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF, written anew and always the same."""
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


@contextmanager
def drawn_from(data: bytes) -> Iterator[Any]:
    """The file in the program that draws; fields are drawn as they are filled in."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            document.init_forms()
            yield document
        finally:
            document.close()
