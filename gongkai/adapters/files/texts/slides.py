"""Presentations: slides, hidden slides, notes, comments."""

from collections.abc import Iterator

from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.markup import Element, attribute, below, joined
from gongkai.adapters.files.office import Office
from gongkai.adapters.files.texts.common import COMMENTS_LABEL, drawings, drawn, part, properties
from gongkai.core.ports import FileKind, FilePart, FileText

SLIDE_LABEL = "第{number}张幻灯片"
HIDDEN_SLIDE_LABEL = "隐藏的第{number}张幻灯片"
NOTES_LABEL = "第{number}张幻灯片的备注"
MASTER_LABEL = "幻灯片母版"
FALSE = {"0", "false"}


def slides_of(office: Office) -> tuple[str, ...]:
    """The slides in the order in which they are shown."""
    targets = {row.key: row.target for row in office.relations(office.main)}
    keys = [
        str(value)
        for row in below(office.xml(office.main), "sldId")
        for key, value in row.attrib.items()
        if str(key).endswith("}id")
    ]
    return tuple(targets[key] for key in keys if targets.get(key, "") in office.package)


def is_hidden(slide: Element) -> bool:
    """Whether a slide is left out of the show."""
    return attribute(slide, "show") in FALSE


def read_slides(job: Job) -> FileText:
    """Read a presentation."""
    office = Office(job, FileKind.PPTX)
    parts: list[FilePart] = []
    for number, name in enumerate(slides_of(office), start=1):
        job.check_time()
        parts += _slide(office, name, number)
    masters = [line for root in office.trees(office.main, "slideMaster") for line in drawn(root)]
    parts += part(MASTER_LABEL, masters)
    parts += properties(office)
    return FileText(tuple(parts))


def notes_of(office: Office, name: str) -> list[str]:
    """The lines of a slide's notes, without the number of the page."""
    found = []
    for root in office.trees(name, "notesSlide"):
        for shape in below(root, "sp"):
            kinds = {attribute(row, "type") for row in below(shape, "ph")}
            if not kinds & {"sldNum", "dt", "hdr", "ftr", "sldImg"}:
                found += [line for line in drawn(shape) if line.strip()]
    return found


def _slide(office: Office, name: str, number: int) -> Iterator[FilePart]:
    root = office.xml(name)
    hidden = is_hidden(root)
    label = (HIDDEN_SLIDE_LABEL if hidden else SLIDE_LABEL).format(number=number)
    yield from part(label, [*drawn(root), *drawings(office, name)], hidden=hidden)
    yield from part(NOTES_LABEL.format(number=number), notes_of(office, name), hidden=True)
    comments = [
        joined(row, "text") or joined(row, "t")
        for root in office.trees(name, "comments", "comment")
        for row in below(root, "cm")
    ]
    yield from part(COMMENTS_LABEL, comments, hidden=True)
