"""PDF files: the text layer where there is one, recognition of the picture where there is none."""

from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.layout.blocks import blocks_of
from gongkai.adapters.documents.layout.marks import Rule, Sheet
from gongkai.adapters.documents.layout.page import LaidPage, lay_out
from gongkai.adapters.documents.layout.turning import turn_for
from gongkai.adapters.documents.pdf import glyphs
from gongkai.adapters.documents.pdf.legibility import is_garbled
from gongkai.adapters.documents.pdf.rules import Drawing, drawing_of
from gongkai.adapters.documents.pictures import engine
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document, DocumentKind

ONE_AT_A_TIME = Lock()  # PDFium keeps global state
SCANNED_SHARE = 0.5  # of the page, covered by one picture
FEW_GLYPHS = 20
LONGEST_SIDE = 4000  # dots of a page made into a picture


def read_pdf(job: Job) -> Document:
    """Read a PDF file."""
    with ONE_AT_A_TIME:
        pdf = _opened(job)
        try:
            job.check_pages(len(pdf))
            pages = _Pages(pdf, job).read()
        finally:
            pdf.close()
    return job.document(DocumentKind.PDF, blocks_of(pages, job))


def _opened(job: Job) -> Any:
    """Open the file, or say why not."""
    try:
        return pypdfium2.PdfDocument(job.data)
    except pypdfium2.PdfiumError as error:
        raise job.refuse(_why_closed(job.data), kind=Kind.PDF.label) from error


def _why_closed(data: bytes) -> str:
    """Why a file did not open: it has no page, a password, or is damaged."""
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if handle:
        pdfium.FPDF_CloseDocument(handle)
        return "FILE-NO-PAGES"
    locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
    return "FILE-ENCRYPTED" if locked else "FILE-DAMAGED"


class _Pages:
    """The pages of one file, read one after the other."""

    def __init__(self, pdf: Any, job: Job) -> None:
        self.pdf = pdf
        self.job = job
        self.recognised: list[int] = []
        self.layered: list[int] = []
        self.unread: list[int] = []
        self.garbled = False

    def read(self) -> list[LaidPage]:
        """Read all pages and note what was unusual about them."""
        pages = []
        for number in range(len(self.pdf)):
            self.job.check_time()
            page = self.pdf[number]
            pages.append(self._page(page, number + 1))
            page.close()
        self._note(any(page.items for page in pages))
        return pages

    def _page(self, page: Any, number: int) -> LaidPage:
        """Read one page from its text layer, or from its picture."""
        textpage = page.get_textpage()
        count = pdfium.FPDFText_CountChars(textpage.raw)
        text = glyphs.text_of_page(textpage, count)
        drawing = drawing_of(page.raw)
        scanned = _is_scanned(page, drawing)
        garbled = is_garbled(text)
        self.garbled |= garbled
        if garbled or (scanned and len(text.strip()) < FEW_GLYPHS):
            return self._picture(page, number)
        if scanned:
            self.layered.append(number)
        visible = glyphs.visible_in(text)
        angle = glyphs.direction(textpage, visible)
        turn, width, height = turn_for(angle, page.get_mediabox())
        sheet = Sheet(width, height, glyphs.glyphs_of(textpage, text, visible, turn))
        sheet.rules = list(map(Rule._make, turn.boxes(drawing.rules)))
        textpage.close()
        return lay_out(sheet)

    def _picture(self, page: Any, number: int) -> LaidPage:
        """Recognise a page, if there is a program for it."""
        if not engine.is_installed():
            self.unread.append(number)
            return LaidPage(page.get_height(), ())
        self.recognised.append(number)
        scale = min(engine.DOTS_PER_INCH / 72, LONGEST_SIDE / max(page.get_size()))
        picture = page.render(scale=scale).to_numpy()
        sheet = engine.recognised(picture, 1 / scale)
        self.job.note_doubts(number, sheet.doubts)
        return lay_out(sheet)

    def _note(self, anything: bool) -> None:  # noqa: FBT001 - one plain yes or no
        """Say which pages were recognised, or refuse a file of which nothing was read."""
        if self.unread and not anything:
            raise self.job.refuse("FILE-GARBLED" if self.garbled else "FILE-OCR-MISSING")
        if self.unread:
            self.job.note("FILE-PAGES-UNREAD", pages=_listed(self.unread))
        if self.recognised:
            self.job.note("FILE-RECOGNISED", pages=_listed(self.recognised))
        if self.layered:
            self.job.note("FILE-RECOGNISED-BEFORE", pages=_listed(self.layered))
        self.job.recognised = bool(self.recognised or self.layered)


def _listed(numbers: list[int]) -> str:
    """Page numbers for a sentence."""
    return "、".join(str(number) for number in numbers)


def _is_scanned(page: Any, drawing: Drawing) -> bool:
    """Whether one picture covers most of the page."""
    area = page.get_width() * page.get_height()
    return any(
        (right - left) * (top - bottom) > SCANNED_SHARE * area
        for left, bottom, right, top in drawing.pictures
    )
