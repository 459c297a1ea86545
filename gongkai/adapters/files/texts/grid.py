"""The cells of one sheet, sparse: what is shown, and what hidden rows and columns hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai.adapters.files.markup import Element, attribute, below, child, joined
from gongkai.adapters.files.texts.numbers import shown

PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
LETTERS = 26
TRUTH = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is needed to read cells: shared strings, formats that show days, the first day."""

    strings: tuple[str, ...]
    day_styles: frozenset[int]
    since_1904: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The hidden columns, as spans."""

    spans: tuple[tuple[int, int], ...]

    def __contains__(self, column: object) -> bool:
        return isinstance(column, int) and any(a <= column <= b for a, b in self.spans)


@dataclass(slots=True)
class Cells:
    """The filled cells by row and column, and the rows that are hidden."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def shown(self, concealed: Columns) -> Iterator[str]:
        """The rows that are shown, without hidden columns."""
        columns = [column for column in self._columns() if column not in concealed]
        for number, row in self.rows.items():
            if number not in self.hidden:
                yield "\t".join(row.get(column, "") for column in columns).rstrip("\t")

    def concealed(self, concealed: Columns) -> Iterator[str]:
        """The hidden rows whole, with the first row as their heads; then the hidden columns."""
        columns = self._columns()
        behind = [column for column in columns if column in concealed]
        if self.hidden and (first := next(iter(self.rows), 0)) not in self.hidden:
            yield from self._line(first, columns)
        for number in self.rows:
            if number in self.hidden:
                yield from self._line(number, columns)
        for number in self.rows if behind else ():
            if number not in self.hidden:
                yield from self._line(number, behind)

    def _line(self, number: int, columns: list[int]) -> Iterator[str]:
        row = self.rows[number]
        if line := "\t".join(row.get(column, "") for column in columns).rstrip("\t"):
            yield line

    def _columns(self) -> list[int]:
        """The columns in use, in order."""
        return sorted({column for row in self.rows.values() for column in row})


def rows_in(root: Element, sheet: Sheet) -> Cells:
    """The filled cells of a sheet."""
    found = Cells()
    number = 0
    for row in below(root, "row"):
        given = attribute(row, "r")
        number = int(given) if given.isdecimal() else number + 1
        cells = _cells(row, sheet)
        if cells:
            found.rows[number] = cells
            if attribute(row, "hidden") in {"1", "true"} or attribute(row, "ht") == "0":
                found.hidden.add(number)
    return found


def _cells(row: Element, sheet: Sheet) -> dict[int, str]:
    cells: dict[int, str] = {}
    column = 0
    for cell in below(row, "c"):
        place = PLACE.fullmatch(attribute(cell, "r"))
        column = _number(place[1]) if place else column + 1
        if text := " ".join(_text(cell, sheet).split()):
            cells[column] = text
    return cells


def _text(cell: Element, sheet: Sheet) -> str:
    """What a cell shows."""
    kind = attribute(cell, "t")
    if kind == "inlineStr":
        return joined(cell, "t")
    stored = child(cell, "v")
    value = "" if stored is None else stored.text or ""
    if kind == "s":
        known = value.isdecimal() and int(value) < len(sheet.strings)
        return sheet.strings[int(value)] if known else ""
    if kind == "b":
        return TRUTH.get(value, value)
    if kind in {"", "n"} and value:
        style = attribute(cell, "s") or "0"
        is_day = style.isdecimal() and int(style) in sheet.day_styles
        return shown(value, is_day=is_day, since_1904=sheet.since_1904)
    return value


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def columns_in(root: Element) -> Columns:
    """The hidden columns of a sheet."""
    spans = []
    for row in below(root, "col"):
        bounds = attribute(row, "min"), attribute(row, "max")
        thin = attribute(row, "width") in {"0", "0.0"}
        if (attribute(row, "hidden") in {"1", "true"} or thin) and all(map(str.isdecimal, bounds)):
            spans.append((int(bounds[0]), int(bounds[1])))
    return Columns(tuple(spans))
