"""Packed files: unpacking ZIP parts within limits, and parsing XML without entities."""

import io
import zipfile
import zlib

from lxml import etree

from gongkai.adapters.documents.job import Job

MOST_PARTS = 10_000
HIGHEST_RATIO = 200
ALWAYS_ALLOWED = 1024 * 1024  # bytes; small parts of blanks pack very well
CHUNK = 64 * 1024
PACKING_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Package:
    """A ZIP file opened for reading; refuses what swells beyond the limits."""

    def __init__(self, job: Job, kind: str) -> None:
        self._job = job
        self._kind = kind
        self._left = job.limits.unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(job.data))
        except PACKING_ERRORS as error:
            raise job.refuse("FILE-DAMAGED", kind=kind) from error
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > self._left:
            raise job.refuse("FILE-ZIP-BOMB")
        self._infos = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._infos)

    def stored_names(self) -> list[str]:
        """The names as they are stored, one for each entry."""
        return [info.filename for info in self._zip.infolist()]

    def part(self, name: str) -> bytes:
        """The bytes of one part, counted while they come out."""
        info = self._infos.get(name)
        if info is None:
            raise self.damaged()
        if info.flag_bits & 1:
            raise self._job.refuse("FILE-ENCRYPTED")
        ceiling = min(self._left, max(ALWAYS_ALLOWED, HIGHEST_RATIO * info.compress_size))
        try:
            data = self._unpacked(info, ceiling)
        except PACKING_ERRORS as error:
            raise self.damaged() from error
        self._left -= len(data)
        return data

    def _unpacked(self, info: zipfile.ZipInfo, ceiling: int) -> bytes:
        """Unpack piece by piece, so that a false size does not matter."""
        pieces = []
        size = 0
        with self._zip.open(info) as stream:
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > ceiling:
                    raise self._job.refuse("FILE-ZIP-BOMB")
                pieces.append(piece)
        return b"".join(pieces)

    def xml(self, name: str) -> etree._Element:
        """One part parsed as XML."""
        self._job.check_time()
        return parsed(self.part(name), self._job, self._kind)

    def damaged(self) -> Exception:
        """The refusal that says that this package is not whole."""
        return self._job.refuse("FILE-DAMAGED", kind=self._kind)


def parsed(data: bytes, job: Job, kind: str) -> etree._Element:
    """Parse XML; a file that declares entities is refused, none is expanded or fetched."""
    if b"<!ENTITY" in data or b"<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y" in data:
        raise job.refuse("FILE-XML-UNSAFE")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise job.refuse("FILE-DAMAGED", kind=kind) from error
