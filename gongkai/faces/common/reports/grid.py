"""The statutory grid (报表): the printed table with what was read and what is wrong there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from gongkai.apps.reports.confirming import BY_HAND
from gongkai.core.reports.report import Report
from gongkai.faces.common.exports.marks import Mark, State, marks
from gongkai.faces.common.exports.saying import reading_of
from gongkai.faces.common.exports.sheets import Box, Sheet, sheets
from gongkai.faces.common.reports.listing import Numbered

SIGNS = {
    State.DOUBTED: "?",
    State.WRONG: "✗",
    State.WARNED: "▲",
    State.BLANK: "空",
    State.ABSENT: "缺",
}
CONFIRMED: Final = "confirmed"
INVOLVED: Final = "involved"
LEGEND = (
    *((state.value, sign, state.label) for state, sign in SIGNS.items()),
    (CONFIRMED, "✓", BY_HAND),
)


@dataclass(frozen=True, slots=True)
class GridBox:
    """One box on the screen: a head, or a cell with its number, its sign and its findings."""

    box: Box
    scope: str = ""
    kind: str = ""
    text: str = ""
    state: str = ""
    sign: str = ""
    label: str = ""
    notes: tuple[Numbered, ...] = ()

    @property
    def anchor(self) -> str:
        """The name of the cell's place on the page."""
        return anchor(self.box.path)


@dataclass(frozen=True, slots=True)
class Grid:
    """One statutory table on the screen: its lines in groups, first those that only hold heads."""

    sheet: Sheet
    unit: str
    heads: tuple[tuple[GridBox, ...], ...]
    bodies: tuple[tuple[tuple[GridBox, ...], ...], ...]
    present: bool
    instead: str


def _by_hand(mark: Mark) -> bool:
    return mark.cell is not None and mark.cell.found == BY_HAND


@dataclass(frozen=True, slots=True)
class Look:
    """How cells look: what was read in them, what is wrong there, where they only take part."""

    known: Mapping[str, Mark]
    notes: Mapping[str, tuple[Numbered, ...]]
    involved: frozenset[str]

    def cell(self, box: Box) -> GridBox:
        """One cell on the screen."""
        mark, notes = self.known[box.path], self.notes.get(box.path, ())
        text = "" if mark.value is None else reading_of(mark.value)
        state = self._state(box.path, mark, notes)
        if state == CONFIRMED:
            return GridBox(box, "", "cell", text, CONFIRMED, "✓", BY_HAND, notes)
        if state == INVOLVED:
            return GridBox(box, "", "cell", text, INVOLVED)
        label = f"{state.label}，{BY_HAND}" if _by_hand(mark) else state.label
        return GridBox(box, "", "cell", text, state.value, SIGNS.get(state, ""), label, notes)

    def _state(
        self, path: str, mark: Mark, notes: tuple[Numbered, ...]
    ) -> State | Literal["confirmed", "involved"]:
        """What matters most about a cell."""
        kinds = {note.kind for note in notes}
        if "error" in kinds:
            return State.WRONG
        if mark.doubt:
            return State.DOUBTED
        if kinds:
            return State.WARNED
        if _by_hand(mark):
            return CONFIRMED
        return self._calm(path, mark)

    def _calm(self, path: str, mark: Mark) -> State | Literal["involved"]:
        """A cell about which nothing is said."""
        if mark.cell is None:
            return State.ABSENT
        if mark.value is None:
            return State.BLANK
        return INVOLVED if path in self.involved else State.READ


UNITS = {"table2": "单位：件，标明万元的除外", "applications": "单位：件", "review": "单位：件"}


def anchor(path: str) -> str:
    """The name of a cell's place on the page."""
    return "c-" + path.replace(".", "-")


def grids(report: Report, listed: Sequence[Numbered]) -> tuple[Grid, ...]:
    """All statutory tables of a report as they stand on paper."""
    if report.form is None:
        return ()
    known = marks(report, [entry.finding for entry in listed])
    involved = frozenset(place.path for entry in listed for place in entry.involved)
    notes: dict[str, tuple[Numbered, ...]] = {}
    for entry in listed:
        for place in entry.chief:
            notes[place.path] = (*notes.get(place.path, ()), entry)
    look = Look(known, notes, involved)
    return tuple(_grid(report, sheet, look) for sheet in sheets(report.form))


def _grid(report: Report, sheet: Sheet, look: Look) -> Grid:
    lines = tuple(
        tuple(look.cell(box) if box.path else _head(sheet, box, line) for box in line)
        for line in sheet.lines()
    )
    head = next((n for n, line in enumerate(lines) if _has_cells(line) or _is_caption(sheet, line)))
    layout = report.tables.get(sheet.key)
    return Grid(
        sheet,
        UNITS[sheet.key],
        lines[:head],
        tuple(_bodies(sheet, lines[head:])),
        present=layout is not None and layout.present,
        instead=layout.instead if layout else "",
    )


def _has_cells(line: Sequence[GridBox]) -> bool:
    return any(box.box.path for box in line)


def _is_caption(sheet: Sheet, line: Sequence[GridBox]) -> bool:
    return len(line) == 1 and line[0].box.column_span == sheet.columns


def _bodies(
    sheet: Sheet, lines: Sequence[tuple[GridBox, ...]]
) -> Iterator[tuple[tuple[GridBox, ...], ...]]:
    """Part the lines where a caption begins."""
    body: list[tuple[GridBox, ...]] = []
    for line in lines:
        if _is_caption(sheet, line) and body:
            yield tuple(body)
            body = []
        body.append(line)
    yield tuple(body)


def _head(sheet: Sheet, box: Box, line: Sequence[Box]) -> GridBox:
    """A head: of its row if cells follow in the same line, else of the columns below it."""
    if any(other.path for other in line):
        group = box.row_span > 1
        scope, kind = ("rowgroup", "group") if group else ("row", "label")
        return GridBox(box, scope, kind, text=box.text)
    wide = box.column_span == sheet.columns
    kind = "caption" if wide else "head"
    return GridBox(box, "colgroup" if box.column_span > 1 else "col", kind, text=box.text)
