"""Parts of a Word document that are in another format: web pages put in whole."""

import posixpath

from gongkai.adapters.documents.archived import read_web_archive
from gongkai.adapters.documents.html.reading import read_html
from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package
from gongkai.adapters.documents.plain.reading import read_text
from gongkai.adapters.documents.sniffing import Kind, kind_of
from gongkai.core.ports.documents import Block

READERS = {Kind.HTML: read_html, Kind.WEB_ARCHIVE: read_web_archive, Kind.TEXT: read_text}


class ForeignParts:
    """Finds and reads the parts that the body refers to."""

    def __init__(self, package: Package, job: Job, main: str) -> None:
        self._package = package
        self._job = job
        self._folder = posixpath.dirname(main)
        self._relations = f"{self._folder}/_rels/{posixpath.basename(main)}.rels".lstrip("/")

    def blocks_of(self, relation_id: str) -> tuple[Block, ...]:
        """The blocks of one part; none where it is missing or of a kind that Word does not show."""
        name = self._target(relation_id)
        if name not in self._package:
            return ()
        data = self._package.part(name)
        read = READERS.get(kind_of(name, data)) if data.strip() else None
        return read(self._job.with_data(data)).blocks if read else ()

    def _target(self, relation_id: str) -> str:
        """The name of the part that a relation leads to."""
        if self._relations not in self._package:
            return ""
        for relation in self._package.xml(self._relations):
            if relation.get("Id") == relation_id:
                target = str(relation.get("Target", ""))
                return posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        return ""
