"""Word documents made into PDF by LibreOffice, so that their pages stay where they are."""

import tempfile
from pathlib import Path

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.legacy import converted, office_program
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports import FileKind, GivenFile

SUFFIXES = {Kind.DOCX: ".docx", Kind.WORD: ".doc", Kind.RTF: ".rtf", Kind.ODT: ".odt"}
FILTER = (
    "pdf:writer_pdf_Export:"
    '{"ExportNotes":{"type":"boolean","value":"false"},'
    '"ExportNotesInMargin":{"type":"boolean","value":"false"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"},'
    '"ExportFormFields":{"type":"boolean","value":"false"},'
    '"UseTaggedPDF":{"type":"boolean","value":"false"}}'
)


def as_pdf(job: Job, kind: Kind) -> GivenFile:
    """Convert a file to PDF, without remarks, bookmarks and fields."""
    program = office_program()
    if program is None:
        raise job.refuse("FILE-OFFICE-MISSING", kind=kind.label)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        data = converted(job, program, Path(folder), SUFFIXES[kind], FILTER)
    stem = job.name.rpartition(".")[0] or job.name
    return GivenFile(f"{stem}.pdf", FileKind.PDF, data)
