"""Pictures redacted: dots painted over, and nothing written but the dots."""

import io
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

import pikepdf
from PIL import Image, ImageOps, ImageSequence

from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.pictures import BROKEN, LABEL, MOST_DOTS, TOO_BIG
from gongkai.adapters.redaction.burning import burnt, still_burnt
from gongkai.adapters.redaction.faults import refusal, unproved
from gongkai.adapters.redaction.pdf.choosing import Choice
from gongkai.adapters.redaction.pdf.opening import saved
from gongkai.adapters.redaction.pdf.verifying import (
    WHAT_PICTURE,
    WHAT_STRUCTURE,
    Promise,
    verify,
)
from gongkai.adapters.redaction.pdf.withholding import withheld
from gongkai.adapters.redaction.pdf.writing import add_picture_page
from gongkai.core.ports import FileKind
from gongkai.core.ports.redaction import Box, PageLook, Redacted

FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")
IN_PAGES = "TIFF"
MOVING = frozenset({"GIF", "WEBP", "PNG"})
PAPER = "#ffffff"
QUALITY = 92
LOOK_SIDE = 1600
POINTS, DOTS = 72, 200
TOLD = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"})
MARKS = ("exif", "xmp", "icc_profile", "comment", "photoshop")


@contextmanager
def _opened(job: Job) -> Iterator[Image.Image]:
    """A picture, or why it is none."""
    limit = f"{MOST_DOTS // 10000}万"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(job.data), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_DOTS:
                    raise job.refuse("FILE-PIXELS", limit=limit)
                yield picture
    except TOO_BIG as error:
        raise job.refuse("FILE-PIXELS", limit=limit) from error
    except BROKEN as error:
        raise job.refuse("FILE-DAMAGED", kind=LABEL) from error


def count_frames(job: Job) -> int:
    """How many pages a picture has: those of a fax or scan; every other picture is one."""
    with _opened(job) as picture:
        frames = getattr(picture, "n_frames", 1)
        if picture.format in MOVING and frames > 1:
            raise refusal("REDACT-FRAMES", job.name)
        pages = frames if picture.format == IN_PAGES else 1
    job.check_pages(pages)
    return pages


def _frames(job: Job) -> Iterator[Image.Image]:
    """Each page upright, on white where one could look through."""
    pages = count_frames(job)
    with _opened(job) as picture:
        for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
            job.check_time()
            if number > pages:
                return
            yield _upright(frame)


def _upright(frame: Image.Image) -> Image.Image:
    """The dots as they are shown, in three colours."""
    turned = ImageOps.exif_transpose(frame)
    if turned.mode.startswith("I;16") or turned.mode in {"I", "F"}:
        turned = ImageOps.autocontrast(turned.convert("F").point(_eighth).convert("L"))
    clear = turned.convert("RGBA")
    paper = Image.new("RGBA", clear.size, PAPER)
    return Image.alpha_composite(paper, clear).convert("RGB")


def _eighth(value: float) -> float:
    return value * (1 / 256)


def frame_looks(job: Job, wanted: Collection[int]) -> tuple[PageLook, ...]:
    """The pages of a picture as a person works on them."""
    found = []
    for number, frame in enumerate(_frames(job), 1):
        if not wanted or number in wanted:
            small = frame.copy()
            small.thumbnail((LOOK_SIDE, LOOK_SIDE))
            buffer = io.BytesIO()
            small.save(buffer, "PNG")
            found.append(PageLook(number, frame.width, frame.height, buffer.getvalue()))
    return tuple(found)


def redact_picture(job: Job, boxes: Sequence[Box]) -> Redacted:
    """Redact a picture: the same kind again where it is one page, a PDF where it has several."""
    with _opened(job) as picture:
        kind = picture.format or ""
    if kind == IN_PAGES:
        return _redact_pages(job, boxes)
    frame = next(_frames(job))
    made = burnt(frame, boxes)
    target = FileKind.JPEG if kind == "JPEG" else FileKind.PNG
    data = _saved(made, target)
    _verify(job, data, boxes, frame.size)
    return Redacted(target, data, 1, (1,))


def _saved(picture: Image.Image, kind: FileKind) -> bytes:
    """Dots and nothing else."""
    bare = Image.frombytes("RGB", picture.size, picture.tobytes())
    buffer = io.BytesIO()
    if kind is FileKind.JPEG:
        bare.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    else:
        bare.save(buffer, "PNG")
    return buffer.getvalue()


def _verify(job: Job, data: bytes, boxes: Sequence[Box], size: tuple[int, int]) -> None:
    """Open the written picture again: it is black where it should be and tells nothing more."""
    with _opened(job.with_data(data)) as picture:
        told = set(picture.info) - TOLD
        if told or len(picture.getexif()) or picture.size != size:
            raise unproved(job.name, WHAT_STRUCTURE)
        if not still_burnt(picture, boxes):
            raise unproved(job.name, WHAT_PICTURE)


def _redact_pages(job: Job, boxes: Sequence[Box]) -> Redacted:
    """Redact a picture of several pages into a PDF."""
    bare, made = pikepdf.new(), pikepdf.new()
    numbers = []
    for number, frame in enumerate(_frames(job), 1):
        size = (frame.width * POINTS / DOTS, frame.height * POINTS / DOTS)
        bare.add_blank_page(page_size=size)
        here = [box for box in boxes if box.page == number]
        add_picture_page(made, burnt(frame, here), size)
        numbers.append(number)
    data = saved(made)
    hidden = withheld(boxes, dict.fromkeys(numbers, ()))
    choice = Choice(tuple(numbers), frozenset(), ())
    verify(job, data, saved(bare), Promise(hidden, choice))
    return Redacted(FileKind.PDF, data, len(numbers), tuple(numbers))
