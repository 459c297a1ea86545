"""Pages of a DOCX: margins, page numbers and the mark at the top."""

from collections.abc import Mapping

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from gongkai.adapters.letters import measures, words
from gongkai.adapters.letters.docx_parts import SLOTS, set_paragraph
from gongkai.adapters.letters.fonts import Face

FOOTER_LINE_PT = 16.0
Names = Mapping[Face, tuple[str, ...]]


def lay_out(document: Document, header: str, names: Names) -> None:
    """Set up the pages; odd and even ones mirror each other, as for two-sided printing."""
    section = document.sections[0]
    section.page_width, section.page_height = (
        Mm(measures.PAGE_WIDTH_MM),
        Mm(measures.PAGE_HEIGHT_MM),
    )
    section.top_margin, section.bottom_margin = Mm(measures.TOP_MM), Mm(measures.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(measures.INSIDE_MM), Mm(measures.OUTSIDE_MM)
    section.header_distance = Mm(measures.TOP_MM - measures.HEADER_MM) - Pt(FOOTER_LINE_PT)
    section.footer_distance = Mm(measures.BOTTOM_MM - measures.PAGE_NUMBER_MM) - Pt(FOOTER_LINE_PT)
    document.settings.odd_and_even_pages_header_footer = True
    settings = document.settings.element
    settings.find(qn("w:zoom")).addnext(OxmlElement("w:mirrorMargins"))
    _drop_grid(document)
    for part in (section.header, section.even_page_header):
        _mark(part, header, names)
    _number(section.footer, ALIGN.RIGHT, names)
    _number(section.even_page_footer, ALIGN.LEFT, names)


def _drop_grid(document: Document) -> None:
    """Lines have a fixed pitch; a grid would pull the larger ones to twice its own."""
    properties = document.sections[0]._sectPr
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)


def _mark(part: _Header, text: str, names: Names) -> None:
    paragraph = _blank(part)
    if text:
        _faced(paragraph.add_run(text), names[Face.BLACK][0])


def _number(part: _Footer, side: ALIGN, names: Names) -> None:
    """The number between dashes, one character in from the outer side."""
    paragraph = _blank(part)
    paragraph.alignment = side
    inward = measures.FOURTH_PT
    right = side == ALIGN.RIGHT
    set_paragraph(paragraph, left=0 if right else inward, right=inward if right else 0)
    family = names[Face.PLAIN][0]
    _faced(paragraph.add_run(f"{words.PAGE_DASH} "), family)
    _faced(_field(paragraph), family)
    _faced(paragraph.add_run(f" {words.PAGE_DASH}"), family)


def _blank(part: _Header | _Footer) -> Paragraph:
    part.is_linked_to_previous = False
    paragraph: Paragraph = part.paragraphs[0]
    paragraph.style = "Normal"
    set_paragraph(paragraph, line=FOOTER_LINE_PT)
    return paragraph


def _field(paragraph: Paragraph) -> Run:
    """A run that shows the number of its page."""
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        sign = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            sign.set(qn("w:fldCharType"), kind)
        else:
            sign.text = "PAGE"
        run._r.append(sign)
    return run


def _faced(run: Run, family: str) -> None:
    run.font.name, run.font.size = family, Pt(measures.FOURTH_PT)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for slot in SLOTS:
        fonts.set(qn(f"w:{slot}"), family)
