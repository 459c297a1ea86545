"""Pictures at the gate: which kind, whole, and not of a size that swells in memory."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from gongkai.adapters.documents.job import Job
from gongkai.core.ports import FileKind

MOST_DOTS = 80_000_000
MOST_FRAMES = 500
FORMATS = {
    "JPEG": FileKind.JPEG,
    "PNG": FileKind.PNG,
    "GIF": FileKind.GIF,
    "WEBP": FileKind.WEBP,
}
LABEL = "图片"
TOO_BIG = (Image.DecompressionBombError, Image.DecompressionBombWarning)
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError)


def picture_kind(data: bytes) -> FileKind | None:
    """Which kind of picture it is; none where it is no picture that is let in."""
    if data.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return FileKind.GIF
    return FileKind.WEBP if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """A picture opened for looking; oddities in what it tells of itself do not matter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as picture:
            yield picture


def check_picture(job: Job) -> None:
    """Refuse a picture that is damaged or whose dots are too many."""
    limit = f"{MOST_DOTS // 10000}万"
    try:
        with opened(job.data) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height > MOST_DOTS or frames > MOST_FRAMES:
                raise job.refuse("FILE-PIXELS", limit=limit)
            picture.load()
    except TOO_BIG as error:
        raise job.refuse("FILE-PIXELS", limit=limit) from error
    except BROKEN as error:
        raise job.refuse("FILE-DAMAGED", kind=LABEL) from error
