"""What goes out of OFD files: who wrote them, data of programs, attachments."""

import io
import posixpath
import zipfile
from collections.abc import Callable

from lxml import etree

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.files.markup import Element, below, remove
from gongkai.adapters.files.texts.ofd import document_names, entry_name, listed, resolved
from gongkai.core.ports import Cleaned

LABEL = " OFD "
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
PROPERTIES = ("Author", "Title", "Subject", "Abstract", "Keywords", "CustomDatas")
SIGNED_LABEL = "电子签章（清除会使签章失效，没有改动）：{label}"
VERSIONS_LABEL = "历史版本"


class OfdParts:
    """All parts of an OFD, changed ones apart."""

    def __init__(self, job: Job) -> None:
        self.package = Package(job, LABEL)
        self.trees: dict[str, Element] = {}
        self.gone: set[str] = set()

    def tree(self, name: str) -> Element:
        """A part as a tree that may be changed."""
        if name not in self.trees:
            self.trees[name] = self.package.xml(name)
        return self.trees[name]

    def packed(self) -> bytes:
        """The file, without dates."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for name in self.package.names():
                if name in self.gone or name.endswith("/"):
                    continue
                tree = self.trees.get(name)
                data = (
                    self.package.part(name)
                    if tree is None
                    else etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
                )
                info = zipfile.ZipInfo(name, FIRST_MOMENT)
                info.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(info, data)
        return buffer.getvalue()


def drop_properties(parts: OfdParts) -> bool:
    """Who wrote the file, and what programs noted in it."""
    entry = parts.tree(entry_name(parts.package))
    found = [row for info in below(entry, "DocInfo") for row in below(info, *PROPERTIES)]
    for row in found:
        remove(row)
    return bool(found)


def drop_attachments(parts: OfdParts) -> bool:
    """Files put into the file."""
    found = False
    for document in document_names(parts.package):
        for listing in listed(parts.package, document, "Attachments"):
            folder = posixpath.dirname(listing)
            rows = below(parts.package.xml(listing), "FileLoc")
            parts.gone |= {resolved(folder, row.text or "") for row in rows} | {listing}
            found = True
        for row in list(below(parts.tree(document), "Attachments")):
            remove(row)
    return found


STEPS: tuple[tuple[str, Callable[[OfdParts], bool]], ...] = (
    ("文档属性（作者、标题、自定义数据等）", drop_properties),
    ("附带的文件", drop_attachments),
)


def clean_ofd(job: Job) -> Cleaned:
    """Clean an OFD. A sealed one is left as it is, and what is in it is said."""
    parts = OfdParts(job)
    entry = parts.package.xml(entry_name(parts.package))
    signed = any((row.text or "").strip() for row in below(entry, "Signatures"))
    remains = (VERSIONS_LABEL,) if next(below(entry, "Version"), None) is not None else ()
    removed = tuple(label for label, take in STEPS if take(parts))
    if signed:
        kept = tuple(SIGNED_LABEL.format(label=label) for label in removed)
        return Cleaned(job.data, (), (*remains, *kept))
    return Cleaned(parts.packed(), removed, remains) if removed else Cleaned(job.data, (), remains)
