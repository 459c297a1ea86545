"""The gate: what a file is, by its content; whether it may come in at all."""

import io
import posixpath
from collections.abc import Callable, Mapping

import pikepdf

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.documents.reader import DAMAGES, MEGABYTE, TOO_MUCH
from gongkai.adapters.documents.sniffing import Kind, extension_of, kind_of
from gongkai.adapters.files.faults import refusal
from gongkai.adapters.files.office import LABELS, MAIN, Office
from gongkai.adapters.files.pictures import check_picture, picture_kind
from gongkai.core.ports import FileKind, ReadingLimits

EXTENSIONS = {kind.value: kind for kind in FileKind} | {"jpeg": FileKind.JPEG}
LEGACY = frozenset(
    {
        *("doc", "dot", "wps", "wpt", "rtf", "odt", "xls", "xlt", "xlsb", "et", "ett", "ods"),
        *("ppt", "pps", "dps", "odp", "tif", "tiff", "bmp"),
    }
)
MACRO = frozenset({"docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm", "potm", "ppam"})
ACTIVE = frozenset(
    {
        *("html", "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "swf"),
        *("js", "mjs", "vbs", "vbe", "wsf", "hta", "php", "jsp", "asp", "aspx", "py", "sh"),
        *("exe", "dll", "com", "msi", "bat", "cmd", "ps1", "scr", "jar", "apk", "app"),
        *("lnk", "url", "reg", "chm", "iso", "img"),
    }
)
ARCHIVES = frozenset({"zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "cab"})
TURNED_AWAY = (
    (LEGACY, "FILE-LEGACY"),
    (MACRO, "FILE-MACRO"),
    (ACTIVE, "FILE-ACTIVE"),
    (ARCHIVES, "FILE-ARCHIVE"),
)
PACKED = {Kind.DOCX, Kind.SHEET, Kind.ARCHIVE, Kind.ODT, Kind.OFD}
PLAIN = {FileKind.TEXT, FileKind.CSV, FileKind.MARKDOWN}
PLAIN_KINDS = {Kind.TEXT, Kind.MARKDOWN}
PROGRAMS = (b"MZ", b"\x7fELF", b"#!/", b"\xca\xfe\xba\xbe", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
LOCKED = {Kind.LOCKED: "FILE-ENCRYPTED", Kind.BROKEN_ZIP: "FILE-DAMAGED"}
ENCRYPTED_BIT = 1


class Gate:
    """Admits files of known kinds that are whole and not locked."""

    def admit(self, name: str, data: bytes, limits: ReadingLimits) -> FileKind:
        """Tell what a file is by its content. Raises UnreadableError for what is not let in."""
        job = Job(name, data, limits)
        kind = _by_name(name)
        _check_size(job)
        try:
            _check(job, kind)
        except TOO_MUCH as error:
            raise job.refuse("FILE-COMPLEX") from error
        except DAMAGES as error:
            raise job.refuse("FILE-DAMAGED", kind=_label(kind)) from error
        return kind


def _by_name(name: str) -> FileKind:
    """The kind that the name claims, if files of that name are let in."""
    extension = extension_of(name)
    if kind := EXTENSIONS.get(extension):
        return kind
    for group, code in TURNED_AWAY:
        if extension in group:
            raise refusal(code, name)
    raise refusal("FILE-NOT-TAKEN", name)


def _check_size(job: Job) -> None:
    """Refuse what holds nothing, and what is beyond the limit."""
    if not job.data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise job.refuse("FILE-EMPTY")
    if len(job.data) > job.limits.file_bytes:
        sizes = (len(job.data), job.limits.file_bytes)
        size, limit = (f"{number / MEGABYTE:.1f} MB" for number in sizes)
        raise job.refuse("FILE-SIZE", size=size, limit=limit)


def _check(job: Job, kind: FileKind) -> None:
    """Compare content and claim, then look whether the file is whole."""
    found = Kind.BINARY if job.data.startswith(PROGRAMS) else kind_of(job.name, job.data)
    if code := LOCKED.get(found):
        raise job.refuse(code, kind=_label(kind))
    if found in PACKED:
        _check_package(job)
    if not _agrees(job, kind, found):
        if found in PLAIN_KINDS and kind not in PLAIN:
            raise job.refuse("FILE-DAMAGED", kind=_label(kind))
        label = found.label.strip()
        raise refusal(
            "FILE-FALSE-TYPE", job.name, extension=f".{extension_of(job.name)}", kind=label
        )
    if check := CHECKS.get(kind):
        check(job)


def _agrees(job: Job, kind: FileKind, found: Kind) -> bool:
    """Whether the content is what the name claims."""
    if kind in LABELS:
        return found in {Kind.DOCX, Kind.SHEET} and _is_office(job, kind)
    if kind in PLAIN:
        return found in PLAIN_KINDS and b"\x00" not in _narrow(job.data)
    if kind.is_picture:
        return picture_kind(job.data) is kind
    return found is {FileKind.PDF: Kind.PDF, FileKind.OFD: Kind.OFD}[kind]


def _narrow(data: bytes) -> bytes:
    """A text with the zero bytes of UTF-16 left out of account."""
    return b"" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data


def _is_office(job: Job, kind: FileKind) -> bool:
    """Whether the main part is that of such a file."""
    office = Office(job, kind)
    main = office.main
    folder = posixpath.dirname(MAIN[kind])
    return main in office.package and main.startswith(folder) and main.endswith(".xml")


def _check_package(job: Job) -> None:
    """Unpack every part once: none locked, none damaged, none twice, none outside the package."""
    package = Package(job, " Office 或 OFD ")
    names = package.stored_names()
    plain = [name.replace("\\", "/").lstrip("/") for name in names]
    if len(set(plain)) < len(plain) or any(".." in name.split("/") for name in plain):
        raise refusal("FILE-PARTS", job.name)
    if "Encryptions.xml" in package or "META-INF/encryption.xml" in package:
        raise job.refuse("FILE-ENCRYPTED")
    for name in package.names():
        package.part(name)


def _check_pdf(job: Job) -> None:
    """A PDF opens without a password and has pages."""
    try:
        with pikepdf.open(_stream(job)) as pdf:
            job.check_pages(len(pdf.pages))
    except pikepdf.PasswordError as error:
        raise job.refuse("FILE-ENCRYPTED") from error
    except pikepdf.PdfError as error:
        raise job.refuse("FILE-DAMAGED", kind=_label(FileKind.PDF)) from error


CHECKS: Mapping[FileKind, Callable[[Job], None]] = {
    FileKind.PDF: _check_pdf,
    FileKind.JPEG: check_picture,
    FileKind.PNG: check_picture,
    FileKind.GIF: check_picture,
    FileKind.WEBP: check_picture,
}


def _stream(job: Job) -> io.BytesIO:
    return io.BytesIO(job.data)


def _label(kind: FileKind) -> str:
    """How a sentence names the kind."""
    return LABELS.get(kind, f" {kind.value.upper()} ")
