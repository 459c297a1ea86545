"""The parts of an OFD file: documents, pages and the templates under them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from gongkai.adapters.documents.job import Job
from gongkai.adapters.documents.packing import Package

A4 = (0.0, 0.0, 210.0, 297.0)
Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class OfdPage:
    """One page: its size in millimetres and the trees that are drawn on it."""

    box: Box
    layers: tuple[etree._Element, ...]


def pages_of(package: Package, job: Job) -> Iterator[OfdPage]:
    """All pages of all documents in the file, one after the other."""
    entry = next(name for name in package.names() if name.lower() == "ofd.xml")
    if "Encryptions.xml" in package:
        raise job.refuse("FILE-ENCRYPTED")
    roots = [(node.text or "").strip() for node in package.xml(entry).iter("{*}DocRoot")]
    documents = [(name, package.xml(name)) for name in (_path("", root) for root in roots)]
    pages = [
        (name, document, page)
        for name, document in documents
        for page in document.iterfind("{*}Pages/{*}Page")
    ]
    job.check_pages(len(pages))
    for name, document, page in pages:
        yield _page(package, posixpath.dirname(name), document, page)


def _page(package: Package, folder: str, document: etree._Element, page: etree._Element) -> OfdPage:
    """One page with its templates."""
    content = package.xml(_path(folder, page.get("BaseLoc", "")))
    locations = {
        template.get("ID"): template.get("BaseLoc", "")
        for template in document.iter("{*}TemplatePage")
    }
    wanted = [locations.get(used.get("TemplateID")) for used in content.iterfind("{*}Template")]
    templates = [_path(folder, location) for location in wanted if location]
    layers = [package.xml(name) for name in templates if name in package]
    box = _box(content) or _box(document) or A4
    return OfdPage(box, (*layers, content))


def _path(folder: str, location: str) -> str:
    """A location as a part's name: from the root where it starts with a slash."""
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, location)).lstrip("/")


def _box(element: etree._Element) -> Box | None:
    """The size that a page or document states."""
    for stated in element.iter("{*}PhysicalBox"):
        values = numbers(stated.text or "")
        match values:
            case [left, top, width, height] if width > 0 and height > 0:
                return left, top, width, height
    return None


def numbers(text: str) -> list[float]:
    """The numbers of a list parted by blanks; none where one of them is no number."""
    try:
        return [float(part) for part in text.split()]
    except ValueError:
        return []


def placed(x: float, y: float, frame: Matrix) -> tuple[float, float]:
    """A point of an object on the page."""
    a, b, c, d, e, f = frame
    return a * x + c * y + e, b * x + d * y + f
