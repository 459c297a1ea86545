"""The text of a Word paragraph: runs, breaks, fields, revisions, boxes."""

from dataclasses import dataclass, field

from lxml import etree

from gongkai.adapters.documents.docx import names
from gongkai.adapters.documents.docx.numbering import Numbering
from gongkai.adapters.documents.plain.signs import NARROW_BLANK, UNSEEN, replaced

SIGNS = {names.TAB: "\t", names.BREAK: "\n", names.RETURN: "\n", names.HARD_HYPHEN: "-"}
SKIPPED = frozenset(
    {names.MOVED_AWAY, names.FALLBACK, names.PROPERTIES, names.RUN_PROPERTIES, names.INSTRUCTION}
)
NOTES = frozenset({names.FOOTNOTE, names.ENDNOTE})
STRANGE = {**NARROW_BLANK, **UNSEEN}


@dataclass(slots=True)
class Spelling:
    """What is needed to spell paragraphs, and what turned up while doing so."""

    numbering: Numbering
    has_hidden: bool = False
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)


def text_of(paragraph: etree._Element, spelling: Spelling) -> str:
    """The text of one paragraph as Word shows it, its number included."""
    pieces: list[str] = []
    properties = _gather(paragraph, spelling, pieces)
    text = "".join(pieces)
    if not text.isprintable():
        text = replaced(text, STRANGE)
    if properties is None:
        return text
    label = spelling.numbering.label(properties)
    return label + text if label and text.strip() else text


def _gather(
    element: etree._Element, spelling: Spelling, pieces: list[str]
) -> etree._Element | None:
    """Collect the text below an element; what is deleted, hidden or in boxes is put aside.

    Answers with the properties of a paragraph, met on the way.
    """
    properties = None
    for child in element:
        tag = child.tag
        if tag == names.TEXT:
            pieces.append(child.text or "")
        elif tag in SIGNS:
            pieces.append(SIGNS[tag])
        elif tag in SKIPPED:
            if tag == names.PROPERTIES and properties is None:
                properties = child
        elif not _is_aside(child, tag, spelling):
            _gather(child, spelling, pieces)
    return properties


def _is_aside(element: etree._Element, tag: str, spelling: Spelling) -> bool:
    """Whether an element is not part of the running text; what it holds is kept apart."""
    if tag == names.RUN:
        return spelling.has_hidden and _is_hidden(element, spelling)
    if tag == names.DELETED:
        _put_aside(element, spelling)
    elif tag == names.TEXT_BOX:
        spelling.boxes.append(element)
    elif tag in NOTES:
        spelling.footnotes.append(element.get(names.ID, ""))
    else:
        return False
    return True


def _is_hidden(run: etree._Element, spelling: Spelling) -> bool:
    """Whether a run is not shown; its text is remembered."""
    if run.find(names.HIDDEN) is None:
        return False
    spelling.hidden.extend(piece.text or "" for piece in run.iter(names.TEXT))
    return True


def _put_aside(deletion: etree._Element, spelling: Spelling) -> None:
    """Remember what a revision deletes."""
    text = "".join(piece.text or "" for piece in deletion.iter(names.DELETED_TEXT))
    if text.strip():
        spelling.deleted.append(text.strip())
