"""Pictures without what the camera and the program wrote into them; no dot changes.

The segments of the file are copied one by one, so that nothing is compressed a second time. The
way up and the colour profile stay.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from zlib import crc32

from PIL import Image

from gongkai.adapters.files.pictures import BROKEN, TOO_BIG, opened
from gongkai.core.ports import Cleaned, FileKind

TAKEN_LABEL = "图片的拍摄信息（时间、位置、设备等）"
APPENDED_LABEL = "图片后面附带的数据"
ORIENTATION = 0x0112
UPRIGHT = 1
SCAN, END, COMMENT, APP0, APP2, APP14, APP15 = 0xDA, 0xD9, 0xFE, 0xE0, 0xE2, 0xEE, 0xEF
MARK, FILL, FIRST_RESTART, LAST_RESTART = 0xFF, 0x00, 0xD0, 0xD7
GIF_END, GIF_EXTENSION, GIF_PICTURE, GIF_REMARK, GIF_PROGRAM = 0x3B, 0x21, 0x2C, 0xFE, 0xFF
GIF_LOOPS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
EXIF = b"Exif\x00\x00"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_TOLD = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"dSIG"})
WEBP_TOLD = {b"EXIF": 0x08, b"XMP ": 0x04}


class OddPictureError(ValueError):
    """The picture is not built as it should be."""


def stripped(kind: FileKind, data: bytes) -> Cleaned | None:
    """The picture without its tale; none where it is not built as it should be."""
    try:
        made = MAKERS[kind](data)
    except (OddPictureError, struct.error, IndexError, *BROKEN, *TOO_BIG):
        return None
    bare, whole = made
    removed = []
    if bare != data[:whole]:
        removed.append(TAKEN_LABEL)
    if whole < len(data):
        removed.append(APPENDED_LABEL)
    return Cleaned(bare, tuple(removed)) if removed else Cleaned(data)


def _orientation(data: bytes) -> int:
    """Which way up the picture is shown."""
    with opened(data) as picture:
        value = picture.getexif().get(ORIENTATION, UPRIGHT)
    return value if isinstance(value, int) and 1 <= value <= 8 else UPRIGHT  # noqa: PLR2004 - eight ways up


def _least_exif(data: bytes) -> bytes:
    """Exif that says nothing but the way up; empty where it is upright."""
    turn = _orientation(data)
    if turn == UPRIGHT:
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    return exif.tobytes()


def _jpeg(data: bytes) -> tuple[bytes, int]:
    """A JPEG: markers before the picture, then all scans up to the end."""
    exif = _least_exif(data)
    kept = [data[:2]]
    if exif:
        kept.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    end = 0
    for marker, start, stop in _segments(data):
        if _is_kept(marker, data[start + 4 : stop]):
            kept.append(data[start:stop])
        end = stop
    return b"".join(kept), end


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Each marker with its bounds; what follows a scan belongs to it."""
    place = 2
    while True:
        if data[place] != MARK:
            raise OddPictureError
        while data[place + 1] == MARK:
            place += 1
        marker = data[place + 1]
        if marker == END:
            yield marker, place, place + 2
            return
        stop = place + 2 + struct.unpack_from(">H", data, place + 2)[0]
        if marker == SCAN:
            stop = _scan_end(data, stop)
        yield marker, place, stop
        place = stop


def _scan_end(data: bytes, place: int) -> int:
    """Where the next marker stands; stuffed bytes and restarts are part of the scan."""
    while True:
        place = data.find(MARK, place)
        if place < 0:
            raise OddPictureError
        code = data[place + 1]
        if code == MARK:
            place += 1
        elif code == FILL or FIRST_RESTART <= code <= LAST_RESTART:
            place += 2
        else:
            return place


def _is_kept(marker: int, content: bytes) -> bool:
    """Whether a segment is part of the picture: its frame, colours, tables, scans."""
    if marker == COMMENT or not APP0 <= marker <= APP15:
        return marker != COMMENT
    if marker == APP0:
        return content.startswith(b"JFIF")
    if marker == APP2:
        return content.startswith(b"ICC_PROFILE")
    return marker == APP14 and content.startswith(b"Adobe")


def _png(data: bytes) -> tuple[bytes, int]:
    """A PNG: chunks up to the last."""
    turned = _orientation(data) != UPRIGHT
    kept, place = [PNG_HEAD], len(PNG_HEAD)
    while True:
        size, name = struct.unpack_from(">I4s", data, place)
        stop = place + 12 + size
        if stop > len(data):
            raise OddPictureError
        if name == b"eXIf" and turned:
            kept.append(_chunk(name, _least_exif(data).removeprefix(EXIF)))
        elif name not in PNG_TOLD:
            kept.append(data[place:stop])
        place = stop
        if name == b"IEND":
            return b"".join(kept), place


def _chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc32(name + content))
    )


def _gif(data: bytes) -> tuple[bytes, int]:
    """A GIF: blocks up to the end; remarks and programs' blocks go, the loop stays."""
    place = 13 + _colours(data[10])
    kept = [data[:place]]
    while data[place] != GIF_END:
        start = place
        if data[place] == GIF_EXTENSION:
            label, place = data[place + 1], _blocks_end(data, place + 2)
        elif data[place] == GIF_PICTURE:
            label, place = 0, _blocks_end(data, place + 11 + _colours(data[place + 9]))
        else:
            raise OddPictureError
        loops = label == GIF_PROGRAM and data[start + 3 : start + 14] in GIF_LOOPS
        if label not in {GIF_REMARK, GIF_PROGRAM} or loops:
            kept.append(data[start:place])
    return b"".join(kept) + b"\x3b", place + 1


def _colours(packed: int) -> int:
    """How many bytes a table of colours takes."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks_end(data: bytes, place: int) -> int:
    """Where a chain of blocks ends; an image has a byte before it."""
    while data[place]:
        place += data[place] + 1
    return place + 1


def _webp(data: bytes) -> tuple[bytes, int]:
    """A WebP: chunks of a RIFF file; the head says which are there."""
    whole = 8 + struct.unpack_from("<I", data, 4)[0]
    exif = _least_exif(data).removeprefix(EXIF)
    kept, place = [], 12
    while place + 8 <= min(whole, len(data)):
        name, size = struct.unpack_from("<4sI", data, place)
        stop = place + 8 + size + size % 2
        chunk = data[place:stop]
        if name == b"VP8X":
            flags = chunk[8] & ~0x0C | (0x08 if exif else 0)
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if name == b"EXIF" and exif:
            chunk = struct.pack("<4sI", name, len(exif)) + exif + b"\x00" * (len(exif) % 2)
        if name not in WEBP_TOLD or (name == b"EXIF" and exif):
            kept.append(chunk)
        place = stop
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body, min(whole, len(data))


MAKERS: Mapping[FileKind, Callable[[bytes], tuple[bytes, int]]] = {
    FileKind.JPEG: _jpeg,
    FileKind.PNG: _png,
    FileKind.GIF: _gif,
    FileKind.WEBP: _webp,
}
