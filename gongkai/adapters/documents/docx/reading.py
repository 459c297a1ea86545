"""Word documents: the body in order, tables as grids; heads and feet of pages are left out."""

from collections.abc import Iterator

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.foreign import ForeignParts
from gongkai.adapters.documents.docx.names import W
from gongkai.adapters.documents.docx.numbering import Numbering
from gongkai.adapters.documents.docx.paragraphs import Spelling, text_of
from gongkai.adapters.documents.docx.parts import Parts
from gongkai.adapters.documents.docx.tables import spots_of
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks
from gongkai.core.ports.documents import Document, DocumentKind

NOTES = ("word/footnotes.xml", "word/endnotes.xml")
SHOWN = 30
CONTENT = frozenset({names.PARAGRAPH, names.TABLE, names.FOREIGN})
THROUGH = frozenset(
    {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
)


def read_docx(job: Job) -> Document:
    """Read a Word document."""
    parts = Parts(job)
    main = parts.main_name()
    root = parts.root(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise parts.package.damaged()
    reader = _Reader(job, parts, ForeignParts(parts.package, job, main))
    reader.read_part(body)
    reader.read_footnotes()
    reader.note()
    return job.document(DocumentKind.DOCX, reader.blocks.kept)


class _Reader:
    """Reads the body of one document."""

    def __init__(self, job: Job, parts: Parts, foreign: ForeignParts) -> None:
        self.job = job
        self.parts = parts
        self.foreign = foreign
        self.blocks = Blocks()
        self.spelling = Spelling(Numbering(parts))

    def read_part(self, root: etree._Element) -> None:
        """Read what a part holds, or one note of it."""
        self.spelling.has_hidden = next(root.iter(names.VANISH), None) is not None
        self.read(root)

    def read(self, body: etree._Element) -> None:
        """Read paragraphs and tables in order; the text boxes of a paragraph follow it."""
        for element in _content(body):
            if element.tag == names.TABLE:
                self._table(element)
                continue
            if element.tag == names.FOREIGN:
                self.blocks.add_all(self.foreign.blocks_of(element.get(names.RELATION_ID, "")))
                continue
            for line in text_of(element, self.spelling).split("\n"):
                if line.strip():
                    self.blocks.add_line(line.rstrip())
            self._boxes()

    def _table(self, table: etree._Element) -> None:
        """One table: as a grid, or, where it only arranges other tables, what its cells hold."""
        self.job.check_time()
        if any(_is_real(inner) for inner in table.iterdescendants(names.TABLE)):
            for cell in table.iterdescendants(names.CELL):
                if next(cell.iterancestors(names.TABLE)) is table:
                    self.read(cell)
            return
        spots, cut = spots_of(table, self._cell)
        if cut:
            self.job.note("FILE-SPANS")
        self.blocks.add_table(spots)
        self._boxes()

    def _cell(self, cell: etree._Element) -> str:
        """The text of a cell, its paragraphs parted by line breaks."""
        texts = [text_of(paragraph, self.spelling) for paragraph in _paragraphs(cell)]
        whole = texts[0].strip() if len(texts) == 1 else "\n".join(texts)
        if "\n" not in whole:
            return whole
        return "\n".join(filter(None, map(str.strip, whole.split("\n"))))

    def _boxes(self) -> None:
        """The text boxes met on the way."""
        boxes, self.spelling.boxes = self.spelling.boxes, []
        for box in boxes:
            self.read(box)

    def note(self) -> None:
        """Say what was left out."""
        deleted = self.spelling.deleted
        hidden = "".join(self.spelling.hidden).strip()
        if deleted:
            self.job.note("FILE-REVISIONS", count=len(deleted), what=deleted[0][:SHOWN])
        if hidden:
            self.job.note("FILE-HIDDEN", what=hidden[:SHOWN])

    def read_footnotes(self) -> None:
        """The footnotes that the text refers to, after the text."""
        wanted = list(dict.fromkeys(self.spelling.footnotes))
        for name in NOTES if wanted else ():
            root = self.parts.root(name)
            notes = {} if root is None else {note.get(names.ID): note for note in root}
            for number in wanted:
                if number in notes:
                    self.read_part(notes[number])


def _is_real(table: etree._Element) -> bool:
    """Whether a table has more than one cell."""
    return len(list(table.iterdescendants(names.CELL))) > 1


def _content(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls."""
    for child in parent:
        if child.tag in CONTENT:
            yield child
        elif child.tag in THROUGH:
            yield from _content(child)


def _paragraphs(cell: etree._Element) -> list[etree._Element]:
    """All paragraphs of a cell, those of a small table inside it too."""
    found = []
    for child in cell:
        tag = child.tag
        if tag == names.PARAGRAPH:
            found.append(child)
        elif tag == names.TABLE:
            found += child.iterdescendants(names.PARAGRAPH)
        elif tag in THROUGH:
            found += _paragraphs(child)
    return found
