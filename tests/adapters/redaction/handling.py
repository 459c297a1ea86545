"""Short ways to the redactor, and searching what it wrote without its own help."""

import io

import pikepdf
import pypdfium2
from PIL import Image

from gongkai.adapters.redaction.redactor import FileRedactor
from gongkai.core.finding import Finding
from gongkai.core.ports import Area, Box, PageLook, ReadingLimits, Redacted, UnreadableError

LIMITS = ReadingLimits()
GROUND = "PERSONAL_PRIVACY"
REDACTOR = FileRedactor()


def looks(data: bytes, name: str = "答复.pdf") -> tuple[PageLook, ...]:
    """All pages of a file."""
    return REDACTOR.pages(name, data, LIMITS)


def place_of(data: bytes, text: str, page: int = 1) -> Area:
    """Where a word stands on a page."""
    found = [word.area for word in looks(data)[page - 1].words if word.text == text]
    assert found, f"{text} is no word of page {page}"
    return found[0]


def box_on(data: bytes, text: str, page: int = 1) -> Box:
    """A box around a word."""
    return Box(page, place_of(data, text, page), GROUND)


def redacted(data: bytes, *boxes: Box, name: str = "答复.pdf") -> Redacted:
    """A file redacted."""
    return REDACTOR.redact(name, data, boxes, LIMITS)


def refused(data: bytes, *boxes: Box, name: str = "答复.pdf") -> Finding:
    """Why a file is not redacted."""
    try:
        REDACTOR.redact(name, data, boxes, LIMITS)
    except UnreadableError as error:
        return error.finding
    message = f"{name} was redacted"
    raise AssertionError(message)


def texts(data: bytes) -> list[str]:
    """What each page of a PDF says, without blanks."""
    document = pypdfium2.PdfDocument(data)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def is_traceless(data: bytes, text: str) -> bool:
    """Whether a text stands nowhere in a PDF, unpacked, in no usual way of writing it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        whole = io.BytesIO()
        pdf.save(
            whole,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    wide = text.encode("utf-16-be")
    written = whole.getvalue()
    forms = (text.encode(), wide, text.encode("gb18030"), wide.hex().encode())
    return not any(form in written or form in data for form in forms) and not any(
        text in page for page in texts(data)
    )


def drawn(data: bytes, page: int = 1) -> Image.Image:
    """A page of a PDF as it is shown."""
    document = pypdfium2.PdfDocument(data)
    try:
        shown = document[page - 1]
        scale = min(2, 2000 / max(shown.get_size()))
        picture: Image.Image = shown.render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    return picture


def dark_share(picture: Image.Image, area: Area) -> float:
    """How much of an area is black."""
    width, height = picture.size
    sides = (area.x * width, area.y * height, area.right * width, area.bottom * height)
    left, top, right, bottom = map(round, sides)
    patch = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1))).convert("L")
    return sum(patch.histogram()[:60]) / (patch.width * patch.height)
