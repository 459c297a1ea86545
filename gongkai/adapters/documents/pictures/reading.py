"""Pictures of reports: recognised, with the help of the rules drawn in them."""

import io
import warnings
from importlib import import_module
from typing import Any

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.layout.blocks import blocks_of
from gongkai.adapters.documents.layout.page import lay_out
from gongkai.adapters.documents.pictures import engine
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document, DocumentKind

MOST_DOTS = 80_000_000
LEAST_SIDE = 20
PAGE_WIDTH = 595.0  # points; a picture is taken for a page of A4


def read_picture(job: Job) -> Document:
    """Read a picture, or all pages of a picture file that has several."""
    if not engine.is_installed():
        raise job.refuse("FILE-OCR-MISSING")
    pages = []
    for number, picture in enumerate(_pictures(job), start=1):
        job.check_time()
        sheet = engine.recognised(picture, PAGE_WIDTH / picture.shape[1])
        job.note_doubts(number, sheet.doubts)
        pages.append(lay_out(sheet))
    job.check_pages(len(pages))
    job.recognised = True
    job.note("FILE-RECOGNISED", pages="、".join(str(n + 1) for n in range(len(pages))))
    return job.document(DocumentKind.IMAGE, blocks_of(pages, job))


def _pictures(job: Job) -> list[Any]:
    """The pages of a picture file as arrays; refuses what would swell in memory."""
    imaging, numpy = import_module("PIL.Image"), import_module("numpy")
    sequence = import_module("PIL.ImageSequence")
    too_big = (imaging.DecompressionBombError, imaging.DecompressionBombWarning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", imaging.DecompressionBombWarning)
            opened = imaging.open(io.BytesIO(job.data))
        with opened as file:
            if file.width * file.height > MOST_DOTS:
                raise imaging.DecompressionBombError
            if min(file.width, file.height) < LEAST_SIDE:
                raise job.refuse("FILE-NO-TEXT")
            job.check_pages(getattr(file, "n_frames", 1))
            frames = [numpy.array(frame.convert("RGB")) for frame in sequence.Iterator(file)]
    except too_big as error:
        raise job.refuse("FILE-PIXELS", limit=f"{MOST_DOTS // 10000}万") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise job.refuse("FILE-DAMAGED", kind=Kind.IMAGE.label) from error
    return [frame[:, :, ::-1].copy() for frame in frames]
