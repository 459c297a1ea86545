"""Styles and paragraphs of a DOCX."""

from collections.abc import Mapping
from math import floor

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING as SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from gongkai.adapters.letters import measures
from gongkai.adapters.letters.fonts import Face

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
HEADINGS = {1: Face.BLACK, 2: Face.SCRIPT, 3: Face.BODY, 4: Face.BODY}
TWIPS = 20  # in a point
BLACK = RGBColor(0, 0, 0)


def styled(document: Document, names: Mapping[Face, tuple[str, ...]]) -> None:
    """Give the styles of the standard to the document."""
    normal = _style(document, "Normal", names[Face.BODY][0], measures.BODY_PT)
    normal.paragraph_format.alignment = ALIGN.JUSTIFY
    for level, face in HEADINGS.items():
        style = _style(document, f"Heading {level}", names[face][0], measures.BODY_PT)
        style.paragraph_format.keep_with_next = True
    title = _style(document, "Title", names[Face.TITLE][0], measures.TITLE_PT)
    title.paragraph_format.alignment = ALIGN.CENTER
    _spaced(normal, measures.TRACKING_PT)
    _spaced(title, 0)
    _sparing(normal)
    for border in title.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _style(document: Document, name: str, family: str, size: float) -> ParagraphStyle:
    """One style without anything that the template gave it."""
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    for old in style.element.xpath("./w:rPr/*"):
        old.getparent().remove(old)
    style.font.name, style.font.size, style.font.bold = family, Pt(size), False
    style.font.color.rgb = BLACK
    fonts = style.element.rPr.rFonts
    for slot in SLOTS:
        fonts.set(qn(f"w:{slot}"), family)
    spacing = style.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule, spacing.line_spacing = SPACING.EXACTLY, Pt(measures.LINE_PT)
    spacing.widow_control = False
    return style


def _spaced(style: ParagraphStyle, points: float) -> None:
    """How much wider or narrower than its size every character is set, never too wide."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(floor(points * TWIPS)))
    style.element.rPr.find(qn("w:sz")).addprevious(spacing)  # parts have an order


def _sparing(style: ParagraphStyle) -> None:
    """Simplified Chinese, and no gaps between Chinese and Latin: they would break the lines."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.rPr.append(language)
    properties = style.element.get_or_add_pPr()
    place = next(iter(properties.xpath("./w:spacing|./w:ind|./w:jc")))
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        gap = OxmlElement(name)
        gap.set(qn("w:val"), "0")
        place.addprevious(gap)


def set_paragraph(
    paragraph: Paragraph,
    *,
    first: float | None = None,
    left: float = 0,
    right: float = 0,
    line: float = 0,
) -> None:
    """Indents and line pitch of one paragraph, in points; nothing said, nothing changed."""
    layout = paragraph.paragraph_format
    if first is not None:
        layout.first_line_indent = Pt(first)
    if left:
        layout.left_indent = Pt(left)
    if right:
        layout.right_indent = Pt(right)
    if line:
        layout.line_spacing_rule, layout.line_spacing = SPACING.EXACTLY, Pt(line)
