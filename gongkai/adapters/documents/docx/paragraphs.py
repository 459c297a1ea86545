"""The text of a Word paragraph: runs, breaks, fields, revisions, boxes."""

from dataclasses import dataclass, field

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.numbering import Numbering

SIGNS = {names.TAB: "\t", names.BREAK: "\n", names.RETURN: "\n", names.HARD_HYPHEN: "-"}
SKIPPED = frozenset(
    {names.MOVED_AWAY, names.FALLBACK, names.PROPERTIES, names.RUN_PROPERTIES, names.INSTRUCTION}
)
NOTES = frozenset({names.FOOTNOTE, names.ENDNOTE})
STRANGE = {0xA0: " ", 0xAD: None, 0x200B: None, 0xFEFF: None}


@dataclass(slots=True)
class Spelling:
    """What is needed to spell paragraphs, and what turned up while doing so."""

    numbering: Numbering
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)


def text_of(paragraph: etree._Element, spelling: Spelling) -> str:
    """The text of one paragraph as Word shows it, its number included."""
    pieces: list[str] = []
    _gather(paragraph, spelling, pieces)
    text = "".join(pieces).translate(STRANGE)
    if not spelling.numbering.lists:
        return text
    label = spelling.numbering.label(paragraph.find(names.PROPERTIES))
    return label + text if text.strip() else text


def _gather(element: etree._Element, spelling: Spelling, pieces: list[str]) -> None:
    """Collect the text below an element; what is deleted, hidden or in boxes is put aside."""
    for child in element:
        tag = child.tag
        if tag == names.TEXT:
            pieces.append(child.text or "")
        elif tag in SIGNS:
            pieces.append(SIGNS[tag])
        elif tag not in SKIPPED and not _is_aside(child, spelling):
            _gather(child, spelling, pieces)


def _is_aside(element: etree._Element, spelling: Spelling) -> bool:
    """Whether an element is not part of the running text; what it holds is kept apart."""
    tag = element.tag
    if tag == names.DELETED:
        _put_aside(element, spelling)
    elif tag == names.TEXT_BOX:
        spelling.boxes.append(element)
    elif tag in NOTES:
        spelling.footnotes.append(element.get(names.ID, ""))
    elif tag == names.RUN and element.find(names.HIDDEN) is not None:
        spelling.hidden.extend(piece.text or "" for piece in element.iter(names.TEXT))
    else:
        return False
    return True


def _put_aside(deletion: etree._Element, spelling: Spelling) -> None:
    """Remember what a revision deletes."""
    text = "".join(piece.text or "" for piece in deletion.iter(names.DELETED_TEXT))
    if text.strip():
        spelling.deleted.append(text.strip())
