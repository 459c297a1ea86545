"""A DOCX whose bytes depend on nothing but the document, with other names for its fonts."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from gongkai.adapters.letters.fonts import SERIF, Face

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP file knows
FONTS = "word/fontTable.xml"
SURPLUS = frozenset({"thumbnail", "stylesWithEffects", "customXml"})
FILE_MODE = 0o600 << 16


def packed(data: bytes, names: Mapping[Face, tuple[str, ...]]) -> bytes:
    """The same file with every part dated alike, and other names told for the fonts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == FONTS:
                content = _with_other_names(content, names.values())
            info = zipfile.ZipInfo(part, EPOCH)
            info.external_attr = FILE_MODE
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return stream.getvalue()


def bare(document: Document) -> None:
    """Leave out what the library's template carries beside a document: a picture, old styles."""
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in SURPLUS:
                del owner.rels[key]


def _with_other_names(content: bytes, fonts: Iterable[tuple[str, ...]]) -> bytes:
    """Tell a word processor under which other names it may have a font."""
    table = parse_xml(content)
    known = {font.get(qn("w:name")): font for font in table}
    for first, *others in fonts:
        if first in known:
            table.remove(known[first])
        font = OxmlElement("w:font")
        font.set(qn("w:name"), first)
        other = OxmlElement("w:altName")
        other.set(qn("w:val"), ",".join((*others, *SERIF)))
        font.append(other)
        table.append(font)
    return etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
