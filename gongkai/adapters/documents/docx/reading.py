"""Word documents: the body in order, tables as grids; heads and feet of pages are left out."""

from collections.abc import Iterator

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.foreign import ForeignParts
from gongkai.adapters.documents.docx.names import STRICT, W
from gongkai.adapters.documents.docx.numbering import Numbering, numbering_of
from gongkai.adapters.documents.docx.paragraphs import Spelling, text_of
from gongkai.adapters.documents.docx.tables import spots_of
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.marked import Blocks
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.documents.sniffing import Kind
from gongkai.core.ports.documents import Document, DocumentKind

KIND = Kind.DOCX.label
MAIN = "word/document.xml"
SHOWN = 30
CONTENT = frozenset({names.PARAGRAPH, names.TABLE, names.FOREIGN})
THROUGH = frozenset(
    {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
)


def read_docx(job: Job) -> Document:
    """Read a Word document."""
    package = Package(job, KIND)
    main = _main_name(package)
    body = _part(package, main).find(f"{W}body")
    if body is None:
        raise package.damaged()
    reader = _Reader(job, _numbering(package), ForeignParts(package, job, main))
    reader.read(body)
    reader.read_footnotes(package)
    reader.note()
    return job.document(DocumentKind.DOCX, reader.blocks.kept)


def _main_name(package: Package) -> str:
    """The part that holds the body: the usual one, or the one the package names."""
    if MAIN in package or "_rels/.rels" not in package:
        return MAIN
    for relation in package.xml("_rels/.rels"):
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", MAIN)).lstrip("/")
    return MAIN


def _part(package: Package, name: str) -> etree._Element:
    """One part, its names brought to the usual form where it is written strictly."""
    root = package.xml(name)
    if not str(root.tag).startswith(STRICT):
        return root
    for element in root.iter(etree.Element):
        element.tag = str(element.tag).replace(STRICT, W)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(STRICT):
                element.set(str(key).replace(STRICT, W), value)
    return root


def _numbering(package: Package) -> Numbering:
    """The automatic numbers of the document."""
    parts = [
        _part(package, name) if name in package else None
        for name in ("word/numbering.xml", "word/styles.xml")
    ]
    return numbering_of(*parts)


class _Reader:
    """Reads the body of one document."""

    def __init__(self, job: Job, numbering: Numbering, foreign: ForeignParts) -> None:
        self.job = job
        self.foreign = foreign
        self.blocks = Blocks()
        self.spelling = Spelling(numbering)

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
        texts = (text_of(paragraph, self.spelling) for paragraph in _paragraphs(cell))
        return "\n".join(
            line.strip() for text in texts for line in text.split("\n") if line.strip()
        )

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

    def read_footnotes(self, package: Package) -> None:
        """The footnotes that the text refers to, after the text."""
        wanted = list(dict.fromkeys(self.spelling.footnotes))
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if wanted and name in package:
                notes = {note.get(names.ID): note for note in _part(package, name)}
                for number in wanted:
                    if number in notes:
                        self.read(notes[number])


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


def _paragraphs(cell: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs of a cell, those of a small table inside it too."""
    for child in _content(cell):
        if child.tag == names.PARAGRAPH:
            yield child
        elif child.tag == names.TABLE:
            yield from child.iterdescendants(names.PARAGRAPH)
