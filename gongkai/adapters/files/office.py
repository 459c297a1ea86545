"""Office files as packages: the main part, the relations between parts."""

import posixpath
from dataclasses import dataclass

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.files.markup import Element
from gongkai.core.ports import FileKind

ROOT = ""
LABELS = {
    FileKind.DOCX: " Word 文档（DOCX）",
    FileKind.XLSX: "电子表格（XLSX）",
    FileKind.PPTX: "演示文稿（PPTX）",
}
MAIN = {
    FileKind.DOCX: "word/document.xml",
    FileKind.XLSX: "xl/workbook.xml",
    FileKind.PPTX: "ppt/presentation.xml",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: what it is for, and the part (or outside address) it leads to."""

    key: str
    role: str
    target: str
    external: bool


def relations_name(part: str) -> str:
    """The part that holds the relations of a part; of the whole package for the root."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_in(root: Element, part: str) -> tuple[Relation, ...]:
    """The relations in a part that holds those of another."""
    folder = posixpath.dirname(part)
    found = []
    for row in root:
        external = row.get("TargetMode") == "External"
        target = str(row.get("Target", ""))
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        role = str(row.get("Type", "")).rpartition("/")[2]
        found.append(Relation(str(row.get("Id", "")), role, target, external))
    return tuple(found)


class Office:
    """An Office file opened for reading."""

    def __init__(self, job: Job, kind: FileKind) -> None:
        self.job = job
        self.kind = kind
        self.package = Package(job, LABELS[kind])
        self._relations: dict[str, tuple[Relation, ...]] = {}

    def relations(self, part: str = ROOT) -> tuple[Relation, ...]:
        """What a part leads to."""
        if part not in self._relations:
            name = relations_name(part)
            rows = relations_in(self.package.xml(name), part) if name in self.package else ()
            self._relations[part] = rows
        return self._relations[part]

    @property
    def main(self) -> str:
        """The main part."""
        found = [row.target for row in self.relations() if row.role == "officeDocument"]
        return next((name for name in found if name in self.package), MAIN[self.kind])

    def related(self, part: str, *roles: str) -> tuple[str, ...]:
        """The parts that a part leads to in one of these roles, in the order of their names."""
        rows = self.relations(part)
        names = {row.target for row in rows if row.role in roles and not row.external}
        return tuple(sorted(name for name in names if name in self.package))

    def xml(self, name: str) -> Element:
        """A part as a tree."""
        return self.package.xml(name)

    def trees(self, part: str, *roles: str) -> tuple[Element, ...]:
        """The trees of those parts."""
        return tuple(self.xml(name) for name in self.related(part, *roles))
