"""The parts of a Word document that are XML, under the usual names."""

from lxml import etree

from gongkai.adapters.documents.docx.names import STRICT, W
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package, parsed
from gongkai.adapters.documents.sniffing import Kind

KIND = Kind.DOCX.label
MAIN = "word/document.xml"
RELATIONS = "_rels/.rels"


class Parts:
    """Unpacks and parses parts when they are asked for."""

    def __init__(self, job: Job) -> None:
        self.package = Package(job, KIND)
        self._job = job

    def data(self, name: str) -> bytes:
        """The bytes of a part; none where it is missing."""
        return self.package.part(name) if name in self.package else b""

    def root(self, name: str) -> etree._Element | None:
        """A part as a tree; none where it is missing."""
        return _usual(self.package.xml(name)) if name in self.package else None

    def root_of(self, data: bytes) -> etree._Element:
        """The tree of a part that is unpacked already."""
        return _usual(parsed(data, self._job, KIND))

    def main_name(self) -> str:
        """The part that holds the body: the usual one, or the one the package names."""
        if MAIN in self.package or RELATIONS not in self.package:
            return MAIN
        for relation in self.package.xml(RELATIONS):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", MAIN)).lstrip("/")
        return MAIN


def _usual(root: etree._Element) -> etree._Element:
    """A tree with its names brought to the usual form where it is written strictly."""
    if not str(root.tag).startswith(STRICT):
        return root
    for element in root.iter(etree.Element):
        element.tag = str(element.tag).replace(STRICT, W)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(STRICT):
                element.set(str(key).replace(STRICT, W), value)
    return root
