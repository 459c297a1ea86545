"""Word documents: all parts, what is seen and what is not."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.adapters.documents.docx.foreign import ForeignParts
from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.markup import Element, attribute, below, child, is_on, local
from gongkai.adapters.files.office import Office
from gongkai.adapters.files.texts.common import (
    COMMENTS_LABEL,
    DRAWN_LABEL,
    drawings,
    part,
    properties,
)
from gongkai.core.ports import FileKind, FilePart, FileText, TextLine
from gongkai.core.ports.documents import lines_of

BODY_LABEL = "正文"
AROUND = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("endnotes", "尾注"))
COMMENTS = ("comments",)
DELETED_LABEL = "修订中删除的文字"
HIDDEN_LABEL = "隐藏的文字"
FOREIGN_NOTE = "文件里嵌入了其他文件的内容，没有读入。"
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SKIPPED = {"Fallback", "pPr", "rPr", "sdtPr", "tblPr", "tcPr", "instrText", "delInstrText"}
GONE = {"del", "moveFrom"}
THROUGH = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


@dataclass(slots=True)
class Spoken:
    """What was met on the way: lines that are seen, and texts that are not."""

    concealing: frozenset[str] = frozenset()
    lines: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        """Part what is not seen in this paragraph from what is not seen in the next."""
        for pieces in (self.deleted, self.hidden):
            if pieces and pieces[-1] != "\n":
                pieces.append("\n")


def read_word(job: Job) -> FileText:
    """Read a Word document."""
    office = Office(job, FileKind.DOCX)
    main = office.main
    root = office.xml(main)
    said = Spoken(concealing_styles(office))
    read_blocks(root, said)
    unread = _read_foreign(ForeignParts(office.package, job, main), said)
    parts = [*part(BODY_LABEL, said.lines), *_around(office, said)]
    parts += part(DRAWN_LABEL, drawings(office, main))
    parts += _unseen(office, said)
    parts += properties(office)
    return FileText(tuple(parts), (FOREIGN_NOTE,) if unread else ())


def _read_foreign(foreign: ForeignParts, said: Spoken) -> bool:
    """Read the web pages put in whole, after the text; answer whether one could not be read."""
    unread = False
    for key in said.foreign:
        blocks = foreign.blocks_of(key)
        unread |= not blocks
        for block in blocks:
            rows = [block] if isinstance(block, TextLine) else lines_of(block)
            said.lines += [row.text for row in rows]
    return unread


def _around(office: Office, said: Spoken) -> Iterator[FilePart]:
    """Heads and feet of pages, notes."""
    for role, label in AROUND:
        for root in office.trees(office.main, role):
            said.lines = []
            read_blocks(root, said)
            yield from part(label, said.lines)


def _unseen(office: Office, said: Spoken) -> Iterator[FilePart]:
    """What is not seen at once."""
    yield from part(DELETED_LABEL, ["".join(said.deleted)], hidden=True)
    yield from part(HIDDEN_LABEL, ["".join(said.hidden)], hidden=True)
    for root in office.trees(office.main, *COMMENTS):
        said.lines = [attribute(note, "author") for note in root]
        read_blocks(root, said)
        yield from part(COMMENTS_LABEL, said.lines, hidden=True)


def concealing_styles(office: Office) -> frozenset[str]:
    """The styles whose text is not shown."""
    found = set()
    for root in office.trees(office.main, "styles"):
        for style in below(root, "style"):
            own = child(style, "rPr")
            if own is not None and is_on(child(own, "vanish")):
                found.add(attribute(style, "styleId"))
    return frozenset(found)


def read_blocks(parent: Element, said: Spoken) -> None:
    """Read paragraphs and tables in order; text boxes follow the paragraph they hang on."""
    for element in parent:
        name = local(element)
        if name == "p":
            said.lines.append(_paragraph(element, said))
        elif name == "tbl":
            _table(element, said)
        elif name in GONE:
            _gather(element, said, said.deleted)
        elif name == "altChunk":
            said.foreign.append(attribute(element, "id"))
        elif name not in SKIPPED:
            read_blocks(element, said)
        boxes, said.boxes = said.boxes, []
        for box in boxes:
            read_blocks(box, said)


def _paragraph(paragraph: Element, said: Spoken) -> str:
    pieces: list[str] = []
    _gather(paragraph, said, pieces)
    said.end_line()
    return "".join(pieces)


def _table(table: Element, said: Spoken) -> None:
    """Each row a line, its cells parted by tabs."""
    for row in table:
        if local(row) != "tr":
            if local(row) in THROUGH:
                _table(row, said)
            continue
        cells = [_cell(cell, said) for cell in _cells(row)]
        gone = is_deleted_row(row)
        (said.deleted if gone else said.lines).append("\t".join(cells))
        said.end_line()


def is_deleted_row(row: Element) -> bool:
    """Whether a tracked change deletes a row."""
    own = child(row, "trPr")
    return own is not None and child(own, "del") is not None


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in THROUGH:
            yield from _cells(element)


def _cell(cell: Element, said: Spoken) -> str:
    """The text of a cell on one line."""
    texts = (_paragraph(element, said) for element in below(cell, "p"))
    return " ".join(" ".join(texts).split())


def is_concealed(run: Element, concealing: frozenset[str]) -> bool:
    """Whether a run is not shown."""
    own = child(run, "rPr")
    if own is None:
        return False
    if (switch := child(own, "vanish")) is not None:
        return is_on(switch)
    style = child(own, "rStyle")
    return style is not None and attribute(style, "val") in concealing


def _gather(element: Element, said: Spoken, pieces: list[str]) -> None:
    """Collect the text below an element; what is deleted or hidden goes to its own list."""
    for inner in element:
        name = local(inner)
        if name == "t":
            pieces.append(inner.text or "")
        elif name == "delText":
            said.deleted.append(inner.text or "")
        elif name in SIGNS:
            pieces.append(SIGNS[name])
        elif name == "txbxContent":
            said.boxes.append(inner)
        elif name not in SKIPPED:
            _gather(inner, said, _place(inner, name, said, pieces))


def _place(element: Element, name: str, said: Spoken, pieces: list[str]) -> list[str]:
    """Where the text below an element belongs."""
    if name in GONE:
        return said.deleted
    if name == "r" and is_concealed(element, said.concealing):
        return said.hidden
    return pieces
