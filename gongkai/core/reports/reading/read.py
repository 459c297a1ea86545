"""Reading reports out of documents: find the tables, read them, read the prose, say what is
in doubt."""

import re
from collections.abc import Iterable, Mapping, Sequence

from gongkai.core.ports import Document
from gongkai.core.reports.forms import FORM_2019, FORM_2021, PRE_2019, Form, form_for
from gongkai.core.reports.narrative import Outline, appendix_rows, narrative_of, outline
from gongkai.core.reports.reading.cells import TableReading
from gongkai.core.reports.reading.merge import put_together, told_apart
from gongkai.core.reports.reading.source.atoms import atoms_of
from gongkai.core.reports.reading.source.lines import SourceLine, source_lines
from gongkai.core.reports.reading.source.regions import Found, Region, Text, find_tables
from gongkai.core.reports.reading.source.split import reports_in
from gongkai.core.reports.reading.tables.applications import read_applications
from gongkai.core.reports.reading.tables.review import bounded, read_review
from gongkai.core.reports.reading.tables.table2 import read_table2
from gongkai.core.reports.report import Cell, Doubt, Line, Report, Section, TableLayout

OF_2021 = re.compile(
    r"本年制发|本年废止|现行有效|本年处理决定数量|本年收费金额|逾期不补正|逾期未按收费"
)
OF_2019 = re.compile(
    r"本年新制作|本年新公开|对外公开总数|上一年项目数|本年增减|其他对外管理服务|政府集中采购"
)
ABOUT_DISCLOSURE = re.compile(r"(?:政府)?信息公开.{0,12}报告|政务公开.{0,12}报告")
READERS = {"table2": read_table2, "applications": read_applications}
SECTION_OF = {"table2": 2, "applications": 3, "review": 4}
LONGEST_SENTENCE, MANY_PARTS = 160, 4


def read(documents: Sequence[Document]) -> tuple[Report, ...]:
    """Read every report in some documents.

    A document may hold several reports, and several documents (a page and its attachment) may be
    one report. A document that is no annual report yields nothing.
    """
    return put_together([one for document in documents for one in read_document(document)])


def read_document(document: Document) -> tuple[Report, ...]:
    """Read every report in one document."""
    text = _text(source_lines(document))
    found = find_tables(text.letters)
    parts = [_text(lines) for lines in reports_in(text, found)]
    reports = [_read(document, part, find_tables(part.letters)) for part in parts]
    kept = [r for r in reports or [_read(document, text, found)] if r is not None]
    return told_apart(kept) if len(kept) > 1 else tuple(kept)


def _text(lines: Sequence[SourceLine]) -> Text:
    return Text(lines, atoms_of(lines))


def _read(document: Document, text: Text, found: Found) -> Report | None:
    lines = text.lines
    regions = _regions(text, found, lines)
    about = outline(
        _lines(lines, regions.values()), file_name=document.name, page_title=document.title
    )
    if not _is_report(about, text.letters, regions):
        return None
    form = _form(text.letters, regions, about.year)
    readings = _tables(form, regions, lines) if form else {}
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    for reading in readings.values():
        cells.update(reading.cells)
        doubts.extend(reading.doubts)
    return Report(
        file=document.name,
        kind=document.kind,
        organ=about.organ,
        year=about.year,
        format=form.key if form else PRE_2019,
        cells=cells,
        tables=_layouts(form, readings, about.sections) if form else {},
        sections=about.sections,
        narrative=narrative_of(about),
        lines=about.lines,
        doubts=tuple(doubts),
        notes=document.notes,
        appendix=() if form else appendix_rows(about.lines),
        page_title=document.title,
        published_on=document.published_on,
    )


def _regions(text: Text, found: Found, lines: Sequence[SourceLine]) -> dict[str, Region]:
    spans = {"table2": found.table2, "applications": found.applications, "review": found.review}
    regions = {key: text.region(*span) for key, span in spans.items() if span is not None}
    if "review" in regions:
        regions["review"] = bounded(regions["review"], lines)
    return regions


def _form(letters: str, regions: Mapping[str, Region], year: int | None) -> Form | None:
    """The form the tables are on; where there are none, the form of the year."""
    new, old = len(set(OF_2021.findall(letters))), len(set(OF_2019.findall(letters)))
    if regions and new != old:
        return FORM_2021 if new > old else FORM_2019
    by_year = form_for(year) if year is not None else None
    if regions:
        return by_year or FORM_2021
    return by_year if year is not None else None


def _tables(
    form: Form, regions: Mapping[str, Region], lines: Sequence[SourceLine]
) -> dict[str, TableReading]:
    readings: dict[str, TableReading] = {}
    for key, region in regions.items():
        if key == "review":
            readings[key] = read_review(form.table(key), region, lines)
        else:
            readings[key] = READERS[key](form.table(key), region, lines)
    return {key: reading for key, reading in readings.items() if reading.cells}


def _layouts(
    form: Form, readings: Mapping[str, TableReading], sections: Sequence[Section]
) -> dict[str, TableLayout]:
    layouts = {}
    for table in form.tables:
        if table.key in readings:
            layouts[table.key] = readings[table.key].layout
            continue
        part = next((s for s in sections if s.number == SECTION_OF[table.key]), None)
        sentence = part.body.strip() if part else ""
        missing = tuple(row.key for row in table.rows)
        layouts[table.key] = TableLayout(
            table.key, present=False, missing=missing, instead=sentence[:LONGEST_SENTENCE]
        )
    return layouts


def _is_report(about: Outline, letters: str, regions: Mapping[str, Region]) -> bool:
    parts = sum(section.number not in {0, None} for section in about.sections)
    if "applications" in regions or len(regions) > 1:
        return True
    if parts >= MANY_PARTS:
        return True
    return bool(ABOUT_DISCLOSURE.search(letters)) and (parts > 1 or about.year is not None)


def _lines(lines: Sequence[SourceLine], regions: Iterable[Region]) -> list[Line]:
    """The lines as the prose reader wants them, cut where a table begins or ends inside a line."""
    borders: dict[int, list[tuple[int, int]]] = {}
    for region in sorted(regions, key=lambda r: (r.start.line, r.start.offset)):
        first, last = region.start, region.end
        for index in range(first.line, min(last.line + 1, len(lines))):
            start = first.offset if index == first.line else 0
            end = last.offset if index == last.line else len(lines[index].text)
            borders.setdefault(index, []).append((start, end))
    pieces: list[Line] = []
    for index, line in enumerate(lines):
        if index in borders:
            pieces.extend(_pieces(line, borders[index]))
        else:
            pieces.append(Line(line.text, line.place))
    return pieces


def _pieces(line: SourceLine, borders: Sequence[tuple[int, int]]) -> list[Line]:
    pieces: list[Line] = []
    position = 0
    for start, end in borders:
        if start > position:
            pieces.append(Line(line.text[position:start], line.place))
        if end > max(start, position):
            piece = line.text[max(start, position) : end]
            pieces.append(Line(piece, line.place, tabular=True))
        position = max(position, end)
    if position < len(line.text) or not pieces:
        pieces.append(Line(line.text[position:], line.place))
    return pieces
