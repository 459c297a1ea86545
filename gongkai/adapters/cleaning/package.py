"""An Office file that is changed: parts dropped with all that leads to them, trees rewritten."""

import io
import zipfile
from collections.abc import Callable, Iterable

from lxml import etree

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package, parsed
from gongkai.adapters.files.markup import Element, local, remove
from gongkai.adapters.files.office import LABELS, Relation, relations_in, relations_name
from gongkai.core.ports import FileKind

TYPES = "[Content_Types].xml"
LINK = "/relationships}"
KEPT_WITHOUT_LINK = frozenset({"pageSetup", "sheetPr"})
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)


class OfficeParts:
    """All parts of a package in memory, and which of them have changed."""

    def __init__(self, job: Job, kind: FileKind) -> None:
        self._job = job
        self._label = LABELS[kind]
        package = Package(job, self._label)
        self.data = {name: package.part(name) for name in package.names() if name[-1:] != "/"}
        self._trees: dict[str, Element] = {}
        self._touched: set[str] = set()
        self.changed = False

    def named(self, *ways: Callable[[str], bool]) -> list[str]:
        """The parts whose name fits one of these ways."""
        return [name for name in self.data if any(way(name) for way in ways)]

    def tree(self, name: str) -> Element:
        """A part as a tree that may be changed."""
        if name not in self._trees:
            self._trees[name] = parsed(self.data[name], self._job, self._label)
        return self._trees[name]

    def touch(self, name: str) -> None:
        """Have a changed tree written."""
        self._touched.add(name)
        self.changed = True

    def replace(self, name: str, data: bytes) -> None:
        """Put other bytes in the place of a part."""
        self.data[name] = data
        self.changed = True

    def holders(self) -> Iterable[tuple[str, str]]:
        """Each part that has relations, and the part that holds them."""
        for name in list(self.data):
            folder, slash, file = name.rpartition("_rels/")
            if slash and file.endswith(".rels"):
                yield f"{folder}{file.removesuffix('.rels')}", name

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part leads to."""
        name = relations_name(part)
        return relations_in(self.tree(name), part) if name in self.data else ()

    def drop(self, names: Iterable[str]) -> bool:
        """Take parts out with their own relations, and with what leads to them elsewhere."""
        gone = set(names) & set(self.data)
        for name in gone | ({relations_name(name) for name in gone} & set(self.data)):
            del self.data[name]
            self._touched.discard(name)
        for part, holder in self.holders() if gone else ():
            keys = {row.key for row in self.relations(part) if row.target in gone}
            self.cut(part, holder, keys)
        if gone and TYPES in self.data:
            for row in list(self.tree(TYPES)):
                if str(row.get("PartName", "")).lstrip("/") in gone:
                    remove(row)
            self.touch(TYPES)
        self.changed |= bool(gone)
        return bool(gone)

    def cut(self, part: str, holder: str, keys: set[str]) -> None:
        """Take relations away, and the elements that name them."""
        if not keys:
            return
        for row in list(self.tree(holder)):
            if row.get("Id") in keys:
                remove(row)
        self.touch(holder)
        if part not in self.data or not part.endswith((".xml", ".vml")):
            return
        for element in list(self.tree(part).iter(etree.Element)):
            for name, value in list(element.attrib.items()):
                if LINK in str(name) and str(value) in keys:
                    self._unlink(element, str(name))
                    self.touch(part)

    def _unlink(self, element: Element, name: str) -> None:
        if local(element) in KEPT_WITHOUT_LINK:
            del element.attrib[name]
        else:
            remove(element)

    def packed(self) -> bytes:
        """The file, without dates, its list of types first."""
        for name in self._touched & set(self.data):
            self.data[name] = etree.tostring(
                self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
            )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name in sorted(self.data, key=lambda name: name != TYPES):
                info = zipfile.ZipInfo(name, FIRST_MOMENT)
                info.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(info, self.data[name])
        return buffer.getvalue()
