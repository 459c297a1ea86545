"""From atoms to cells: values with their raw text and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gongkai.core.finding import Evidence
from gongkai.core.reports.forms import Row, Table
from gongkai.core.reports.reading.cuts import Values, number
from gongkai.core.reports.reading.source.atoms import MISREAD, NUMBER, WORD, Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.report import Cell, Doubt, Number, Reading, RowLayout, TableLayout

AROUND, SHORT = 24, 80
UNREAD = "\ufffd"


@dataclass(slots=True)
class TableReading:
    """What was read of one table."""

    layout: TableLayout
    cells: dict[str, Cell] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    last: Atom | None = None


def evidence(atom: Atom, lines: Sequence[SourceLine]) -> Evidence:
    """Where an atom stands, with the text around it."""
    line = lines[atom.line]
    text = line.text
    if len(text) > SHORT:
        text = text[max(0, atom.start - AROUND) : atom.end + AROUND]
    text = text.replace("\t", " ").strip()
    return Evidence(line.file, line.place.page, line.place.line, text)


def number_of(atom: Atom) -> Number | None:
    """The number an atom says; None for a blank."""
    return number(atom.text) if atom.kind == NUMBER else None


def values_of(atoms: Sequence[Atom]) -> Values:
    """The values of a row whose cells are all told apart."""
    return tuple(number_of(atom) for atom in atoms)


def misread(atoms: Sequence[Atom]) -> bool:
    """Whether a number holds a letter that stands for a digit."""
    return any(atom.kind == NUMBER and MISREAD.search(atom.raw) for atom in atoms)


def unread(atoms: Sequence[Atom]) -> bool:
    """Whether a cell holds ink that nobody could read: it is not blank."""
    return any(UNREAD in atom.raw for atom in atoms)


def fill(
    reading: TableReading,
    paths: Sequence[str],
    values: Sequence[Number | None],
    atoms: Sequence[Atom],
    lines: Sequence[SourceLine],
    found: str,
) -> None:
    """Write the cells of a row. One atom for each cell, or one text for them all."""
    single = len(atoms) == len(values)
    whole = " ".join(atom.raw for atom in atoms)
    short: dict[int, Evidence] = {}
    for index, (path, value) in enumerate(zip(paths, values, strict=True)):
        atom = atoms[index] if single else atoms[0]
        source = short.get(atom.line)
        if source is None:
            source = evidence(atom, lines)
            if len(lines[atom.line].text) <= SHORT:
                short[atom.line] = source
        reading.cells[path] = Cell(value, atom.raw if single else whole, source, found)


def blank(reading: TableReading, paths: Sequence[str], where: Evidence, found: str = "") -> None:
    """Write a row whose label stands in the source but whose cells are empty."""
    for path in paths:
        reading.cells[path] = Cell(None, "", where, found)


def row_layout(
    row: Row, label: str | None, atoms: Sequence[Atom], lines: Sequence[SourceLine]
) -> RowLayout:
    """How a row looks in the source."""
    return RowLayout(row.key, label, tuple(atom.raw for atom in atoms), lines[atoms[0].line].place)


def words_of(atoms: Sequence[Atom]) -> list[Atom]:
    """Only the words."""
    return [atom for atom in atoms if atom.kind == WORD]


def doubt_of(table: Table, row: Row, ways: Sequence[Values], reason: str) -> Doubt:
    """A doubt over a row with its possible readings, the likeliest first."""
    path = f"{table.key}.{row.key}"
    readings: list[Reading] = [
        way[0] if len(row.columns) == 1 and len(way) == 1 else way for way in ways
    ]
    return Doubt(path, reason, tuple(dict.fromkeys(readings)))
