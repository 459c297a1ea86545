"""A report as it was read: values as they stand, where each came from, and what is in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gongkai.core.finding import Evidence, Finding
from gongkai.core.ports import DocumentKind, Place
from gongkai.core.reports.forms import BY_KEY, Form

Number = int | Decimal
NOWHERE = Place()
Reading = Number | tuple[Number | None, ...] | None
"""What a cell, or a whole row of cells, may say."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report's text; `tabular` lines belong to a statutory table."""

    text: str
    place: Place
    tabular: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report, from its heading to the next.

    `number` is the part's number as the form has it (1-6; 0 for what stands before the first
    heading, None where the heading is none of the form's); `ordinal` the numeral as written
    (“一”), empty where it was lost; `title` the heading as written without numeral; `body` its
    prose without tables.
    """

    number: int | None
    ordinal: str
    title: str
    body: str
    place: Place
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell or row whose reading is not certain.

    `path` names a cell (`applications.new.3`), a row (`table2.normative_docs`) or a table.
    `candidates` are all readings that fit, the likeliest first; each is a number for a cell, a
    tuple for a row. Without candidates anything may be true.
    """

    path: str
    reason: str
    candidates: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it was read: the number (None where blank), the raw text, how it was found."""

    value: Number | None
    raw: str
    source: Evidence
    found: str = ""


@dataclass(frozen=True, slots=True)
class RowLayout:
    """How one row of the form looks in the source.

    `label` is the label as written (None where the row has none), `numbers` all cells that stand
    in the row as written, before any were assigned; more than the form has is a fault of the
    source.
    """

    key: str
    label: str | None
    numbers: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How one statutory table looks in the source.

    `present` is False where the text has no such table, `instead` is then the sentence that
    stands for it (“未发生…”). `rows` follow the source; `missing` are keys of the form's rows
    that the source lacks; `captions` and `headers` the caption and header labels as written.
    """

    key: str
    present: bool
    rows: tuple[RowLayout, ...] = ()
    missing: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    instead: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the prose.

    `key` names what is counted (`applications_new`, `website_items`), empty where it is not
    known; `approximate` for 余, 多, 近, 约; `unit` as written (件, 条, 期, 万元, %); `text` the
    sentence. `section` is the number of the part it stands in.
    """

    key: str
    value: Number
    approximate: bool
    unit: str
    text: str
    place: Place
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with its parts (共…条，其中…). `open_ended` where the list of parts ends with 等."""

    total: Figure
    parts: tuple[Figure, ...]
    open_ended: bool


@dataclass(frozen=True, slots=True)
class Narrative:
    """What the prose says: figures, sums, dates, numbers of documents, contacts."""

    title: str = ""
    figures: tuple[Figure, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    period: tuple[date, date] | None = None
    period_text: str = ""
    signed_by: str = ""
    signed_on: date | None = None
    organ_names: tuple[str, ...] = ()
    document_numbers: tuple[str, ...] = ()
    denials: tuple[Figure, ...] = ()
    """Statements that something did not happen (“未发生行政复议”), as figures of value 0."""

    def figure(self, key: str) -> Figure | None:
        """The first figure of that key."""
        return next((figure for figure in self.figures if figure.key == key), None)


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report (政府信息公开工作年度报告) as it was read.

    `cells` holds every cell of the form whose row stands in the source, by path; a blank cell
    has the value None. `format` is `2019`, `2021` or `pre-2019` (free text, no statutory
    tables). `appendix` keeps the rows of a 2014-2018 statistical appendix: label, unit, value.
    """

    file: str
    kind: DocumentKind
    organ: str | None
    year: int | None
    format: str
    cells: Mapping[str, Cell]
    tables: Mapping[str, TableLayout]
    sections: tuple[Section, ...]
    narrative: Narrative
    lines: tuple[Line, ...]
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[Finding, ...] = ()
    appendix: tuple[tuple[str, str, Number | None], ...] = ()
    page_title: str = ""
    published_on: date | None = None
    parts: tuple[str, ...] = field(default=())
    """Names of the files this report was put together from, where there are several."""

    @property
    def form(self) -> Form | None:
        """The form it is written on; None for free text before 2019."""
        return BY_KEY.get(self.format)

    def value(self, path: str) -> Number | None:
        """The number in a cell; None where blank, absent or unread."""
        cell = self.cells.get(path)
        return cell.value if cell else None

    def doubted(self, path: str) -> Doubt | None:
        """The doubt that covers a cell, if there is one."""
        for doubt in self.doubts:
            if path == doubt.path or path.startswith(doubt.path + "."):
                return doubt
        return None

    def section(self, number: int) -> Section | None:
        """The part of that number (1-6)."""
        return next((section for section in self.sections if section.number == number), None)
