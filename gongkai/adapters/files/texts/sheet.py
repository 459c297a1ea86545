"""Workbooks: every sheet, with what is hidden in it apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.adapters.documents.job import Job
from gongkai.adapters.files.markup import Element, attribute, below, child, joined, local
from gongkai.adapters.files.office import Office
from gongkai.adapters.files.texts.common import (
    COMMENTS_LABEL,
    DRAWN_LABEL,
    drawings,
    part,
    properties,
)
from gongkai.adapters.files.texts.grid import Sheet, columns_in, rows_in
from gongkai.adapters.files.texts.numbers import day_styles
from gongkai.core.ports import FileKind, FilePart, FileText

SHEET_LABEL = "工作表“{name}”"
HIDDEN_SHEET_LABEL = "隐藏的工作表“{name}”"
HIDDEN_CELLS_LABEL = "工作表“{name}”隐藏的行和列"
AROUND_LABEL = "工作表“{name}”的页眉页脚"
PIVOT_LABEL = "数据透视表的缓存"
OUTSIDE_LABEL = "引用的其他工作簿"
SWITCHES = re.compile(r'&(?:"[^"]*"|[LCRPNDTFAGBIUESXY]|K[0-9A-F]{6}|\d+)')


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a workbook: its name, the part that holds it, whether it is shown."""

    name: str
    target: str
    hidden: bool


def tabs_of(office: Office) -> tuple[Tab, ...]:
    """The sheets in their order, hidden ones too."""
    targets = {row.key: row.target for row in office.relations(office.main)}
    found = []
    for row in below(office.xml(office.main), "sheet"):
        key = next((str(v) for k, v in row.attrib.items() if str(k).endswith("}id")), "")
        hidden = attribute(row, "state") in {"hidden", "veryHidden"}
        found.append(Tab(attribute(row, "name"), targets.get(key, ""), hidden))
    return tuple(tab for tab in found if tab.target in office.package)


def read_sheets(job: Job) -> FileText:
    """Read a workbook."""
    office = Office(job, FileKind.XLSX)
    strings = tuple(_string(row) for row in _strings(office))
    styles = next(iter(office.trees(office.main, "styles")), None)
    since_1904 = any(
        attribute(row, "date1904") in {"1", "true"}
        for row in below(office.xml(office.main), "workbookPr")
    )
    parts: list[FilePart] = []
    for tab in tabs_of(office):
        job.check_time()
        sheet = Sheet(strings, day_styles(styles), since_1904)
        parts += _tab(office, tab, sheet)
    parts += [*_behind(office), *properties(office)]
    return FileText(tuple(parts))


def _strings(office: Office) -> Iterator[Element]:
    for root in office.trees(office.main, "sharedStrings"):
        yield from below(root, "si")


def _string(item: Element) -> str:
    """A shared string without the readings put over it."""
    runs = (joined(row, "t") for row in item if local(row) in {"t", "r"})
    return "".join(runs)


def _tab(office: Office, tab: Tab, sheet: Sheet) -> Iterator[FilePart]:
    """The texts of one sheet."""
    root = office.xml(tab.target)
    cells = rows_in(root, sheet)
    concealed = columns_in(root)
    whole = HIDDEN_SHEET_LABEL if tab.hidden else SHEET_LABEL
    yield from part(whole.format(name=tab.name), cells.shown(concealed), hidden=tab.hidden)
    label = HIDDEN_CELLS_LABEL.format(name=tab.name)
    yield from part(label, cells.concealed(concealed), hidden=True)
    heads = [
        SWITCHES.sub(" ", "".join(map(str, row.itertext()))) for row in below(root, "headerFooter")
    ]
    yield from part(AROUND_LABEL.format(name=tab.name), heads, hidden=tab.hidden)
    yield from part(DRAWN_LABEL, drawings(office, tab.target), hidden=tab.hidden)
    notes = office.trees(tab.target, "comments", "threadedComment")
    lines = [joined(row, "t") or joined(row, "text") for root in notes for row in _notes(root)]
    yield from part(COMMENTS_LABEL, lines, hidden=True)


def _notes(root: Element) -> Iterator[Element]:
    yield from below(root, "comment", "threadedComment")


def _behind(office: Office) -> Iterator[FilePart]:
    """What a workbook keeps of its sources: caches of pivot tables, cells of other workbooks."""
    lines = []
    for name in office.related(office.main, "pivotCacheDefinition"):
        lines += list(_values(office.xml(name)))
        for records in office.trees(name, "pivotCacheRecords"):
            lines += list(_values(records))
    yield from part(PIVOT_LABEL, lines, hidden=True)
    outside = []
    for name in office.related(office.main, "externalLink"):
        outside += [row.target for row in office.relations(name)]
        outside += [row.text or "" for row in below(office.xml(name), "v")]
    yield from part(OUTSIDE_LABEL, outside, hidden=True)


def _values(root: Element) -> Iterator[str]:
    """The values of a cache: of each field, or of each record in one line."""
    for holder in below(root, "sharedItems", "r"):
        yield "\t".join(attribute(row, "v") for row in holder if child(row, "x") is None)
