"""Headings that a word document numbers by itself (一、二、…)."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

NUMBERING = 77


def counting(document: Document) -> int:
    """Add a numbering of Chinese numerals; its number."""
    part = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
        "</w:lvl></w:abstractNum>"
    )
    part.insert(0, abstract)
    part.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{NUMBERING}">'
            f'<w:abstractNumId w:val="{NUMBERING}"/></w:num>'
        )
    )
    return NUMBERING


def add_heading(paragraph: Paragraph, heading: str, number: int | None) -> None:
    """Write a heading, its numeral as text or left to the numbering."""
    if number is None or heading[1:2] != "、":
        paragraph.add_run(heading)
        return
    paragraph.add_run(heading[2:])
    properties = paragraph._p.get_or_add_pPr()
    mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(mark))
