"""Small invented reports that prove the rules: a clean one, and changes to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gongkai.core.finding import Evidence
from gongkai.core.ports import DocumentKind, Place
from gongkai.core.reports.checks.facts import NOTHING_KNOWN, Facts
from gongkai.core.reports.forms import BY_KEY, Form, Table, form_for, row_paths
from gongkai.core.reports.forms.common import OUTCOMES, REVIEW_BLOCKS
from gongkai.core.reports.report import (
    Breakdown,
    Cell,
    Doubt,
    Figure,
    Line,
    Narrative,
    Number,
    Report,
    RowLayout,
    Section,
    TableLayout,
)

FILE = "样例.txt"
APPLICANTS_ABOVE = "申请人情况"
ORGAN = "示例市数据局"
NUMERALS = "零一二三四五六"
OPENING = (
    "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制，统计期限为{year}年1月1日至"
    "{year}年12月31日。联系电话：010-12345678，邮编：100000。"
)
BODIES = {
    1: "{year}年，我局认真做好政府信息公开工作。\n（一）主动公开。全年公开信息120条。\n"
    "（二）依申请公开。全年收到政府信息公开申请6件，办结6件。\n（三）政府信息管理。明确公文公开属性。\n"
    "（四）政府信息公开平台建设。及时更新专栏。\n（五）监督保障。开展两次专项检查。",
    2: "",
    3: "",
    4: "",
    5: "存在的主要问题：一是政策解读的形式比较单一，图解和问答偏少；二是个别栏目更新不够及时。"
    "改进措施：一是增加图解、短视频等解读形式；二是建立栏目更新提醒，按月检查，逐项落实责任人。",
    6: "{year}年未收取政府信息公开信息处理费。",
}
APPLICATIONS: Mapping[str, tuple[int, ...]] = {
    "new": (5, 1, 0, 0, 0, 0, 6),
    "granted": (3, 1, 0, 0, 0, 0, 4),
    "partial": (1, 0, 0, 0, 0, 0, 1),
    "unable_1": (1, 0, 0, 0, 0, 0, 1),
    "total": (5, 1, 0, 0, 0, 0, 6),
}
TABLE_2: Mapping[str, Mapping[str, tuple[Number, ...]]] = {
    "2021": {"normative_docs": (2, 1, 12), "licensing": (30,), "penalty": (4,)},
    "2019": {
        "normative_docs": (2, 2, 12),
        "licensing": (10, 0, 30),
        "penalty": (4, 0, 4),
        "procurement": (1, Decimal("2.5")),
    },
}
SAID = {"applications_new": 6, "applications_answered": 6}
UNITS = {"table2.procurement.amount": "万元"}


def figure(key: str, value: Number, text: str = "", unit: str = "件") -> Figure:
    """An invented figure in the prose."""
    return Figure(key, value, approximate=False, unit=unit, text=text, place=Place(), section=1)


@dataclass(frozen=True, slots=True)
class Sample:
    """A report that differs from the clean one in what is named here.

    `says` tells a reader what it shows. `cells` overrides numbers (a text is a cell's raw wording
    without a number, None a blank); `without` removes rows (`applications.refused_2`) or tables;
    `row_labels`, `headers`, `captions`, `numbers` and `row_order` change how tables look. `bodies`,
    `titles`, `ordinals` are by section number, a body of None removes the section. `said` are the
    figures of the prose.
    """

    says: str
    year: int = 2023
    form: str = ""
    organ: str | None = ORGAN
    title: str | None = None
    cells: Mapping[str, Number | str | None] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    row_labels: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    captions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    row_order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[int, str | None] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    ordinals: Mapping[int, str] = field(default_factory=dict)
    section_order: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    said: Mapping[str, Number] | None = None
    figures: tuple[Figure, ...] = ()
    denials: tuple[Figure, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    period: tuple[date, date] | str | None = ""
    signed_by: str | None = None
    signed_on: date | str | None = ""
    published_on: date | None = None
    facts: Facts = NOTHING_KNOWN

    @property
    def statutory(self) -> Form:
        """The form the sample is written on."""
        form = BY_KEY[self.form] if self.form else form_for(self.year)
        assert form is not None, "samples are written on a form"  # noqa: S101 - a sample's own fault
        return form

    def report(self) -> Report:
        """The report itself."""
        sections = tuple(self._sections())
        return Report(
            file=FILE,
            kind=DocumentKind.TEXT,
            organ=self.organ,
            year=self.year,
            format=self.statutory.key,
            cells=dict(self._cells()),
            tables={table.key: self._layout(table) for table in self.statutory.tables},
            sections=sections,
            narrative=self._narrative(),
            lines=tuple(self._lines(sections)),
            doubts=self.doubts,
            published_on=self.published_on,
        )

    def _lines(self, sections: tuple[Section, ...]) -> Iterator[Line]:
        for section in sections:
            yield from (Line(text, Place()) for text in section.body.split("\n"))
        for table in self.statutory.tables:
            layout = self._layout(table)
            over = (APPLICANTS_ABOVE,) if table.key == "applications" else ()
            yield Line("\t".join((*over, *layout.headers)), Place(), tabular=True)
            yield from (Line(row.label or "", Place(), tabular=True) for row in layout.rows)

    def _cells(self) -> Iterator[tuple[str, Cell]]:
        for table in self.statutory.tables:
            for row in table.rows:
                if {table.key, f"{table.key}.{row.key}"} & set(self.without):
                    continue
                for column, path in enumerate(row_paths(table, row)):
                    yield path, self._cell(path, self._clean(table, row.key, column))

    def _clean(self, table: Table, row: str, column: int) -> Number:
        if table.key == "applications":
            return APPLICATIONS.get(row, (0,) * 7)[column]
        if table.key == "table2":
            return TABLE_2[self.statutory.key].get(row, (0,) * 3)[column]
        return 0

    def _cell(self, path: str, clean: Number) -> Cell:
        given = self.cells.get(path, clean)
        value = given if isinstance(given, int | Decimal) else None
        raw = "" if given is None else f"{given}{UNITS.get(path, '') if value else ''}"
        raw = self.raw.get(path, raw)
        return Cell(value, raw, Evidence(FILE, None, None, raw))

    def _layout(self, table: Table) -> TableLayout:
        gone = {key.removeprefix(f"{table.key}.") for key in self.without}
        keys = [row.key for row in table.rows if row.key not in gone]
        present = table.key not in self.without
        order = self.row_order.get(table.key, tuple(keys)) if present else ()
        return TableLayout(
            key=table.key,
            present=present,
            rows=tuple(self._row(table, key) for key in order),
            missing=tuple(row.key for row in table.rows if row.key not in order),
            captions=self.captions.get(table.key, table.captions),
            headers=self.headers.get(table.key, tuple(_headers(table))),
            instead=self.instead.get(table.key, ""),
        )

    def _row(self, table: Table, key: str) -> RowLayout:
        known = {row.key: row for row in table.rows}.get(key)
        label = known.label if known else None
        width = len(known.columns) if known else 7
        return RowLayout(
            key,
            self.row_labels.get(f"{table.key}.{key}", label or None),
            self.numbers.get(f"{table.key}.{key}", ("0",) * width),
            Place(),
        )

    def _sections(self) -> Iterator[Section]:
        opening = self.bodies.get(0, OPENING)
        for number in self.section_order:
            body = opening if number == 0 else self.bodies.get(number, BODIES[number])
            if body is None:
                continue
            title = self.statutory.sections[number - 1] if number else ""
            yield Section(
                number,
                self.ordinals.get(number, NUMERALS[number] if number else ""),
                self.titles.get(number, title),
                body.replace("{year}", str(self.year)),
                Place(),
            )

    def _narrative(self) -> Narrative:
        organ = self.organ or ""
        year = self.year
        said = SAID if self.said is None else self.said
        period = (date(year, 1, 1), date(year, 12, 31)) if self.period == "" else self.period
        signed_on = date(year + 1, 1, 12) if self.signed_on == "" else self.signed_on
        title = f"{organ}{year}年政府信息公开工作年度报告" if self.title is None else self.title
        return Narrative(
            title=title,
            figures=(*(figure(key, value) for key, value in said.items()), *self.figures),
            breakdowns=self.breakdowns,
            period=None if isinstance(period, str) else period,
            signed_by=organ if self.signed_by is None else self.signed_by,
            signed_on=None if isinstance(signed_on, str) else signed_on,
            organ_names=(organ,) if organ else (),
            denials=self.denials,
        )


def _headers(table: Table) -> Iterator[str]:
    """The header labels of a table, each once for every row of headers that bears it."""
    if table.key == "review":
        for _ in REVIEW_BLOCKS:
            yield from (label for _, label in OUTCOMES)
        return
    seen: tuple[str, ...] = ()
    for row in table.rows:
        labels = tuple(column.label for column in row.columns)
        if labels != seen:
            yield from labels
        seen = labels


CLEAN = Sample("一份没有问题的年报")
CLEAN_2019 = Sample("一份没有问题的2020年年报", year=2020)
