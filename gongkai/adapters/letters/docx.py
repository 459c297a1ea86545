"""Documents as DOCX, for those who write on."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from gongkai.adapters.letters import measures, words
from gongkai.adapters.letters.docx_pages import lay_out
from gongkai.adapters.letters.docx_parts import set_paragraph, styled
from gongkai.adapters.letters.docx_tables import add_table
from gongkai.adapters.letters.fonts import Face, note_of, wanted
from gongkai.adapters.letters.packing import bare, packed
from gongkai.core.ports import Heading, Letter, LetterBlock, Paragraph, Written

INDENT_PT = measures.INDENT * measures.BODY_PT
NARROW = "\u0100"  # characters before it are half as wide


class DocxWriter:
    """Writes DOCX. `fonts` names the font of a face; fonts are named in the file, not held."""

    def __init__(self, *, fonts: Mapping[str, str] | None = None, folder: str = "") -> None:
        del folder  # a file that only names its fonts does not look for them
        self.names = {face: wanted(face, fonts or {}) for face in Face}

    def write(self, letter: Letter, *, made_at: datetime) -> Written:
        """Write one document."""
        document = docx.Document()
        bare(document)
        styled(document, self.names)
        lay_out(document, words.one_line(letter.header), self.names)
        _describe(document, letter, made_at)
        _opening(document, letter)
        for block in letter.blocks:
            _block(document, block)
        _closing(document, letter)
        _enclosing(document, letter)
        stream = io.BytesIO()
        document.save(stream)
        what = "、".join(names[0] for names in self.names.values())
        return Written(
            packed(stream.getvalue(), self.names), (note_of("LETTER-FONT-NAMED", what=what),)
        )


def _describe(document: Document, letter: Letter, made_at: datetime) -> None:
    """What the file says of itself: its title and when it was made, no person."""
    about = document.core_properties
    moment = made_at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    about.title, about.author, about.comments = words.one_line(letter.title)[:255], "", ""
    about.language, about.created, about.modified = "zh-CN", moment, moment


def _opening(document: Document, letter: Letter) -> None:
    """Title, number and whom it is for."""
    title = document.add_paragraph("\n".join(words.title_lines(letter)), style="Title")
    set_paragraph(title, line=measures.TITLE_LINE_PT)
    if number := words.one_line(letter.document_number):
        document.add_paragraph(number).alignment = ALIGN.CENTER
    document.add_paragraph()
    if name := words.addressee(letter):
        document.add_paragraph(name)


def _block(document: Document, block: LetterBlock) -> None:
    if isinstance(block, Heading):
        heading = document.add_paragraph(words.one_line(block.text), style=f"Heading {block.level}")
        set_paragraph(heading, first=INDENT_PT)
    elif isinstance(block, Paragraph):
        for line in words.lines(block.text):
            added = document.add_paragraph(line)
            set_paragraph(added, first=INDENT_PT if block.indented else 0)
    else:
        add_table(document, block)


def _closing(document: Document, letter: Letter) -> None:
    """Attachments, who issued it and when, the remark."""
    names = words.attachments(letter)
    if names:
        document.add_paragraph()
    for number, name in enumerate(names):
        hang = len(words.ATTACHED) * measures.BODY_PT
        line = document.add_paragraph(name if number else words.ATTACHED + name)
        set_paragraph(line, left=INDENT_PT + hang, first=0 if number else -hang)
    _signing(document, letter)
    if remark := words.remark(letter):
        set_paragraph(document.add_paragraph(remark), first=INDENT_PT)


def _enclosing(document: Document, letter: Letter) -> None:
    """What is filled in and sent back, on pages of its own."""
    if letter.enclosed:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for block in letter.enclosed:
        _block(document, block)


def _signing(document: Document, letter: Letter) -> None:
    """The organ above the date, both centred on the same line, kept together."""
    issuer = words.one_line(letter.issuer)
    day = words.day(letter.dated_on) if letter.dated_on else ""
    texts = [text for text in (issuer, day) if text]
    if texts:
        _lead_on(document)
    widest = max(map(_width, texts), default=0)
    for text in texts:
        line = document.add_paragraph(text)
        line.alignment = ALIGN.RIGHT
        free = measures.DATE_RIGHT * measures.BODY_PT + (widest - _width(text)) / 2
        set_paragraph(line, right=free)
        line.paragraph_format.keep_with_next = text is not texts[-1]
        line.paragraph_format.line_spacing = Pt(measures.LINE_PT)


def _lead_on(document: Document) -> None:
    """Two blank lines, kept with what stands before them: no page holds the signing alone."""
    before = document.paragraphs[-1]
    blanks = [document.add_paragraph(), document.add_paragraph()]
    kept = [before] if blanks[0]._p.getprevious() is before._p else []
    for line in (*kept, *blanks):
        line.paragraph_format.keep_with_next = True


def _width(text: str) -> float:
    """How wide a text is: a character of Latin takes half of what a Chinese one takes."""
    return sum(measures.BODY_PT / (2 if sign < NARROW else 1) for sign in text)
