"""What an OFD holds beside its pages: notes, objects that are not shown, its properties."""

import posixpath
from collections.abc import Iterator

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.ofd.package import pages_of
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.files.markup import Element, attribute, below, joined, local
from gongkai.adapters.files.texts.common import PROPERTIES_LABEL, part
from gongkai.core.ports import FilePart

LABEL = " OFD "
UNSHOWN_LABEL = "不显示的文字"
NOTES_LABEL = "页面上的注释文字"
NAMES_LABEL = "附带的文件"
TELLING = {"Author": "作者", "Title": "标题", "Subject": "主题", "Abstract": "摘要"}
FALSE = "false"


def entry_name(package: Package) -> str:
    """The part with which an OFD begins."""
    return next(name for name in package.names() if name.lower() == "ofd.xml")


def resolved(folder: str, location: str) -> str:
    """A location as a part's name: from the root where it starts with a slash."""
    return posixpath.normpath(posixpath.join("/", folder, location.strip())).lstrip("/")


def document_names(package: Package) -> tuple[str, ...]:
    """The documents in the file."""
    root = package.xml(entry_name(package))
    names = (resolved("", row.text or "") for row in below(root, "DocRoot"))
    return tuple(name for name in names if name in package)


def listed(package: Package, document: str, name: str) -> tuple[str, ...]:
    """The list parts of a document of that name: of its attachments, of its notes."""
    folder = posixpath.dirname(document)
    found = (resolved(folder, row.text or "") for row in below(package.xml(document), name))
    return tuple(name for name in found if name in package)


def beside(job: Job) -> Iterator[FilePart]:
    """The parts of an OFD that are not shown on its pages."""
    package = Package(job, LABEL)
    unshown = [
        joined(element, "TextCode")
        for page in pages_of(package, job)
        for layer in page.layers
        for element in below(layer, "TextObject")
        if not is_shown(element)
    ]
    yield from part(UNSHOWN_LABEL, unshown, hidden=True)
    notes = [text for root in note_pages(package) for text in _note_texts(root)]
    yield from part(NOTES_LABEL, notes)
    names = [
        attribute(row, "Name")
        for document in document_names(package)
        for listing in listed(package, document, "Attachments")
        for row in below(package.xml(listing), "Attachment")
    ]
    yield from part(NAMES_LABEL, names, hidden=True)
    yield from part(PROPERTIES_LABEL, _properties(package), hidden=True)


def is_shown(element: Element) -> bool:
    """Whether neither an object nor what holds it is switched off."""
    around = (element, *element.iterancestors())
    return all(attribute(one, "Visible") != FALSE for one in around)


def note_pages(package: Package) -> Iterator[Element]:
    """The trees that hold the notes on each page."""
    for document in document_names(package):
        for listing in listed(package, document, "Annotations"):
            folder = posixpath.dirname(listing)
            for row in below(package.xml(listing), "FileLoc"):
                name = resolved(folder, row.text or "")
                if name in package:
                    yield package.xml(name)


def _note_texts(root: Element) -> Iterator[str]:
    for note in below(root, "Annot"):
        yield joined(note, "TextCode") or joined(note, "Remark")


def _properties(package: Package) -> Iterator[str]:
    """What the file says about its writers."""
    for info in below(package.xml(entry_name(package)), "DocInfo"):
        for row in info:
            if (name := TELLING.get(local(row))) and (row.text or "").strip():
                yield f"{name}：{row.text}"
        for row in below(info, "CustomData", "Keyword"):
            yield f"{attribute(row, 'Name')}：{row.text or ''}"
