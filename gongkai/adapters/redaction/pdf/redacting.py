"""A PDF redacted: pictures in place of pages with boxes, everything else copied bare."""

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from PIL import Image

from gongkai.adapters.cleaning.portable import drop_properties, strip_pictures
from gongkai.adapters.documents.job import Job
from gongkai.adapters.redaction.burning import burnt
from gongkai.adapters.redaction.pdf.choosing import Choice, chosen
from gongkai.adapters.redaction.pdf.laying import Line, laid
from gongkai.adapters.redaction.pdf.opening import drawn_from, plain, saved
from gongkai.adapters.redaction.pdf.signs import PageSigns, signs_of
from gongkai.adapters.redaction.pdf.verifying import Promise, verify
from gongkai.adapters.redaction.pdf.withholding import Withheld, withheld
from gongkai.adapters.redaction.pdf.words import Word, words_of
from gongkai.adapters.redaction.pdf.writing import add_picture_page
from gongkai.core.ports import FileKind
from gongkai.core.ports.redaction import Box, PageLook, Redacted

POINTS = 72
FINE_DOTS, LOOK_DOTS = 200, 110  # to the inch: of what is given out, and of what is worked on
LONGEST_SIDE = 4000
KEPT = frozenset(
    {
        *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit"),
        *("/Resources", "/Contents", "/Group"),
    }
)


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of the pages of a file: sizes and words, by number."""

    sizes: Mapping[int, tuple[float, float]]
    words: Mapping[int, Sequence[Word]]


def looks(job: Job, wanted: Collection[int]) -> tuple[PageLook, ...]:
    """The wanted pages as a person works on them; all when none is named."""
    with drawn_from(plain(job)) as document:
        numbers = [n for n in range(1, len(document) + 1) if not wanted or n in wanted]
        return tuple(_look(job, document[number - 1], number) for number in numbers)


def _look(job: Job, page: Any, number: int) -> PageLook:
    job.check_time()
    signs = signs_of(page)
    buffer = io.BytesIO()
    _drawn(page, LOOK_DOTS).save(buffer, "PNG")
    words = tuple(word.placed() for word in words_of(signs) if word.area.is_on_page)
    return PageLook(number, signs.width, signs.height, buffer.getvalue(), words)


def _drawn(page: Any, dots: int) -> Image.Image:
    """A page as a picture; a huge one with fewer dots."""
    scale = min(dots / POINTS, LONGEST_SIDE / max(page.get_size()))
    picture: Image.Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")


def redact_pdf(job: Job, boxes: Sequence[Box]) -> Redacted:
    """Redact one PDF, and verify what was written."""
    data = plain(job)
    pages = _read(job, data)
    hidden = withheld(boxes, pages.words)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.remove_unreferenced_resources()
        choice = chosen(pdf, pages.words, hidden)
        lines = {n: laid(n, pages.words[n], hidden) for n in choice.pictures}
        made = _written(job, data, pdf, (pages, hidden, choice, lines))
    verify(job, made, data, Promise(hidden, choice))
    return Redacted(FileKind.PDF, made, len(pages.sizes), choice.pictures, choice.notes)


def _read(job: Job, data: bytes) -> Pages:
    """The sizes and words of all pages."""
    found: dict[int, PageSigns] = {}
    with drawn_from(data) as document:
        for number in range(1, len(document) + 1):
            job.check_time()
            found[number] = signs_of(document[number - 1])
    return Pages(
        {number: (page.width, page.height) for number, page in found.items()},
        {number: words_of(page) for number, page in found.items()},
    )


def _written(
    job: Job,
    data: bytes,
    pdf: pikepdf.Pdf,
    plan: tuple[Pages, Withheld, Choice, Mapping[int, Sequence[Line]]],
) -> bytes:
    """A new file, page by page."""
    pages, hidden, choice, lines = plan
    made = pikepdf.new()
    with drawn_from(data) as document:
        for number, page in enumerate(pdf.pages, 1):
            job.check_time()
            if number not in choice.pictures:
                for key in set(page.obj.keys()) - KEPT:
                    del page.obj[key]
                made.pages.append(page)
                continue
            picture = burnt(_drawn(document[number - 1], FINE_DOTS), hidden.areas.get(number, ()))
            add_picture_page(made, picture, pages.sizes[number], lines[number])
    drop_properties(made)
    strip_pictures(made)
    return saved(made)
