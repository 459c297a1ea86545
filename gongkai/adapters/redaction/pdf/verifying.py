"""The written file opened again: nothing that was withheld is in it, by place, by word, by byte."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, cast

import pikepdf
from PIL import Image

from gongkai.adapters.cleaning.portable import VERSION_END, holders
from gongkai.adapters.documents.job import Job
from gongkai.adapters.redaction.burning import still_burnt
from gongkai.adapters.redaction.faults import unproved
from gongkai.adapters.redaction.pdf.choosing import Choice
from gongkai.adapters.redaction.pdf.inside import Search, reached
from gongkai.adapters.redaction.pdf.opening import drawn_from
from gongkai.adapters.redaction.pdf.signs import signs_of
from gongkai.adapters.redaction.pdf.withholding import Withheld
from gongkai.adapters.redaction.pdf.writing import LETTERS, PICTURE

FORBIDDEN: Final = frozenset(
    {
        *("/Info", "/Metadata", "/PieceInfo", "/Thumb", "/AF", "/EF", "/Annots", "/AA", "/A"),
        *("/OpenAction", "/JS", "/Names", "/Outlines", "/AcroForm", "/StructTreeRoot", "/OC"),
        *("/OCProperties", "/Threads", "/Dests", "/PageLabels", "/Collection", "/Encrypt"),
    }
)
PICTURE_PAGE: Final = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"})
PICTURE_KEYS: Final = frozenset(
    {
        *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent"),
        *("/Filter", "/DecodeParms", "/Length"),
    }
)
UNKNOWN: Final = b"FFFD"
ROW: Final = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
HALF: Final = 0.5  # of a sign: letters that are laid are measured anew, a little differently
WHAT_STRUCTURE, WHAT_PAGES = "文件结构与写出的不一致", "页数或者页面文字与原件不一致"
WHAT_PICTURE, WHAT_PLACE = "遮盖处不是纯黑", "遮盖处仍能取出文字"
WHAT_WORD, WHAT_BYTES = "页面上仍能取出被遮盖的文字", "文件内部仍有被遮盖的文字"


@dataclass(frozen=True, slots=True)
class Promise:
    """What a written file has to keep."""

    hidden: Withheld
    choice: Choice


def verify(job: Job, made: bytes, source: bytes, promise: Promise) -> None:
    """Raises UnreadableError unless everything that is withheld is proved to be gone."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for what in chain(_built(pdf, made, promise), _inside(pdf, promise)):
            raise unproved(job.name, what)
    before = _texts(source)
    with drawn_from(made) as document:
        for what in _shown(document, before, promise):
            raise unproved(job.name, what)


def _built(pdf: pikepdf.Pdf, made: bytes, promise: Promise) -> Iterator[str]:
    """The file is new and bare; pages that are pictures hold one picture and our own letters."""
    keys = {key for holder in holders(pdf) for key, _ in holder.items()}
    bare = set(pdf.Root.keys()) <= {"/Type", "/Pages"} and not keys & FORBIDDEN
    if not bare or pdf.is_encrypted or made.count(VERSION_END) != 1:
        yield WHAT_STRUCTURE
    for number in promise.choice.pictures:
        page = pdf.pages[number - 1].obj
        if not _is_picture(page):
            yield WHAT_STRUCTURE
        elif not still_burnt(picture_of(page), promise.hidden.areas.get(number, ())):
            yield WHAT_PICTURE


def _is_picture(page: pikepdf.Object) -> bool:
    """Whether a page holds nothing but one picture and letters."""
    resources = page.Resources
    pictures, fonts = resources.XObject, resources.get("/Font", pikepdf.Dictionary())
    return (
        set(page.keys()) <= PICTURE_PAGE
        and set(resources.keys()) <= {"/XObject", "/Font"}
        and set(pictures.keys()) == {PICTURE}
        and set(pictures[PICTURE].keys()) <= PICTURE_KEYS
        and set(fonts.keys()) <= {LETTERS}
    )


def picture_of(page: pikepdf.Object) -> Image.Image:
    """The picture that a page is."""
    stream = cast("pikepdf.Stream", page.Resources.XObject[PICTURE])
    return pikepdf.PdfImage(stream).as_pil_image()


def _inside(pdf: pikepdf.Pdf, promise: Promise) -> Iterator[str]:
    """No string, no stream, no letter of the pages holds a text that is not open elsewhere."""
    search = Search(promise.hidden.texts - promise.choice.open_texts)
    held = [search.held_by(thing) for thing in reached([pdf.trailer])]
    drawn = [search.drawn_by(page) for page in pdf.pages]
    if any(found or meant for found, meant in (*held, *drawn)):
        yield WHAT_BYTES
    for number in promise.choice.pictures:
        if promise.hidden.drawn_in(letters_of(pdf.pages[number - 1])):
            yield WHAT_WORD


def letters_of(page: pikepdf.Page) -> str:
    """The text under a picture, by the table of its font."""
    fonts = page.obj.Resources.get("/Font")
    if fonts is None:
        return ""
    table = dict(ROW.findall(fonts[LETTERS].ToUnicode.read_bytes()))
    signs = []
    for row in pikepdf.parse_content_stream(page, "TJ"):
        codes = [bytes(part) for part in row.operands[0] if isinstance(part, pikepdf.String)]
        signs += [table.get(code.hex().upper().encode(), UNKNOWN) for code in codes]
    text = "".join(bytes.fromhex(sign.decode()).decode("utf-16-be") for sign in signs)
    return "".join(text.split())


def _texts(data: bytes) -> list[str]:
    """The text of each page."""
    with drawn_from(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _shown(document: Any, before: Sequence[str], promise: Promise) -> Iterator[str]:
    """Nothing is to be had from under a box; pages that stay say what they said."""
    if len(document) != len(before):
        yield WHAT_PAGES
        return
    for number, page in enumerate(document, 1):
        if number not in promise.choice.pictures:
            if page.get_textpage().get_text_range() != before[number - 1]:
                yield WHAT_PAGES
            continue
        signs = [sign for sign in signs_of(page).signs if sign is not None]
        boxes = promise.hidden.areas.get(number, ())
        if any(box.area.shared_with(sign.area) >= HALF for box in boxes for sign in signs):
            yield WHAT_PLACE
        if promise.hidden.drawn_in("".join(sign.text for sign in signs)):
            yield WHAT_WORD
