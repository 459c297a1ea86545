"""Old Word, WPS, RTF and OpenDocument files: converted by LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from gongkai.adapters.documents.docx.reading import read_docx
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document, DocumentKind

WORD = "docx:MS Word 2007 XML"
PROGRAMS = ("soffice", "libreoffice")
SUFFIXES = {Kind.WORD: ".doc", Kind.RTF: ".rtf", Kind.ODT: ".odt", Kind.WORD_XML: ".xml"}


def office_program() -> str | None:
    """Where LibreOffice is, if it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def read_legacy(job: Job, kind: Kind) -> Document:
    """Convert a file to DOCX in a folder of its own and read that."""
    program = office_program()
    if program is None:
        raise job.refuse("FILE-OFFICE-MISSING", kind=kind.label)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        data = converted(job, program, Path(folder), SUFFIXES[kind])
    document = read_docx(job.with_data(data))
    return Document(
        document.name,
        DocumentKind.LEGACY,
        document.blocks,
        title=document.title,
        notes=document.notes,
    )


def converted(job: Job, program: str, folder: Path, suffix: str, to: str = WORD) -> bytes:
    """Run LibreOffice on the file, without the user's own profile and within the time left.

    `to` is the extension of the new file, and by which filter it is written.
    """
    source = folder / f"source{suffix}"
    source.write_bytes(job.data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        to,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    try:
        subprocess.run(  # noqa: S603 - a fixed program on a file that we have written ourselves
            command, capture_output=True, timeout=max(job.seconds_left, 1), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise job.refuse("FILE-TIME", limit=f"{job.limits.seconds:g}") from error
    except OSError as error:
        raise job.refuse("FILE-OFFICE-FAILED") from error
    result = folder / "out" / f"source.{to.partition(':')[0]}"
    if not result.is_file():
        raise job.refuse("FILE-OFFICE-FAILED")
    return result.read_bytes()
