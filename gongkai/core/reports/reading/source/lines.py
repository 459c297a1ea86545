"""The lines of a source, divided into cells where the source itself divides them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.core.ports import Block, Document, Grid, Place, TextLine
from gongkai.core.reports.text.normalise import fold

MOST_CELLS, LEAST_CELLS, LEAST_BARRED = 20, 3, 5
NUMBER_CELL = re.compile(r'\s*"?[-+]?[\d.]*(?:万?元|件|项)?"?\s*|[-/]')
DIGITS = re.compile(r"\d+")
ALONE = re.compile(r"\s*(?:\|\d+|\d+\||\|)\s*")
BROKEN = re.compile(r"[\d,.]+")

Fields = tuple[tuple[int, int, str], ...]
"""The cells of a divided line: column, offset in the line, folded text."""


class SourceLine(NamedTuple):
    """One line of the source. `fields` are its cells (column, offset, text) where it is divided."""

    text: str
    folded: str
    place: Place
    file: str
    fields: Fields | None = None
    grid: int | None = None


def source_lines(document: Document) -> list[SourceLine]:
    """All lines of a document; a row of a grid is one divided line."""
    lines: list[SourceLine] = []
    barred = _is_barred(document.blocks)
    for number, block in enumerate(_rows_joined(document.blocks)):
        if isinstance(block, TextLine):
            lines.append(_text_line(block, document.name, barred=barred))
        else:
            lines.extend(_grid_lines(block, number, document.name))
    return lines


def _is_barred(blocks: Sequence[Block]) -> bool:
    """Whether bars part the cells of this text: lines that end with one are no accident."""
    ends = sum(isinstance(b, TextLine) and b.text.rstrip().endswith("|") for b in blocks)
    return ends >= LEAST_BARRED


def _rows_joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join cells that stand one to a line, each behind a tab, into the rows they were.

    Such a text keeps blank cells as lines of a lone tab, and parts its rows by empty lines.
    """
    row: list[TextLine] = []
    for block in blocks:
        if (
            isinstance(block, TextLine)
            and block.text.startswith("\t")
            and "\t" not in block.text.strip()
        ):
            row.append(block)
            continue
        yield from _row(row)
        row = []
        yield block
    yield from _row(row)


def _row(cells: list[TextLine]) -> list[TextLine]:
    if not LEAST_CELLS <= len(cells) <= MOST_CELLS:
        return cells
    return [TextLine("\t".join(cell.text.strip() for cell in cells), cells[0].place)]


def _text_line(block: TextLine, file: str, *, barred: bool) -> SourceLine:
    if not block.text or block.text.isspace():
        return SourceLine(block.text, block.text, block.place, file)
    folded = fold(block.text)
    if "|" in folded and not barred and _bar_is_misread(folded):
        folded = folded.replace("|", "丨")
    if "\t" in folded:
        fields = _fields(folded, "\t")
    elif "|" in folded:
        fields = _fields(folded, "|")
    else:
        fields = _comma_fields(block.text, folded) if "," in block.text else None
    return SourceLine(block.text, folded, block.place, file, fields)


def _bar_is_misread(folded: str) -> bool:
    """Whether the bars of a line are ones: its other numbers are parted by blanks, not by bars."""
    if ALONE.fullmatch(folded):
        return True
    return max(len(DIGITS.findall(part)) for part in folded.split("|")) >= LEAST_CELLS


def _comma_fields(text: str, folded: str) -> Fields | None:
    """The cells of a comma-separated row: words first, then nothing but numbers and blanks."""
    if "。" in text:
        return None
    parts = text.split(",")
    numeric = [bool(NUMBER_CELL.fullmatch(part)) for part in parts]
    words = [part for part, is_number in zip(parts, numeric, strict=True) if not is_number]
    if all(numeric) or not any(numeric) or any(part[-1:].isdigit() for part in words):
        return None
    last_word = len(parts) - 1 - parts[::-1].index(words[-1])
    if any(
        part.strip() and number for part, number in zip(parts[:last_word], numeric, strict=False)
    ):
        return None
    return _fields(folded, ",")


def _fields(folded: str, mark: str) -> Fields | None:
    parts = folded.split(mark)
    offset, fields = 0, []
    for column, part in enumerate(parts):
        fields.append((column, offset, part))
        offset += len(part) + 1
    if mark == "|":
        fields = [field for field in fields if field[2].strip() or 0 < field[0] < len(parts) - 1]
    # A line that is only indented by a tab is one cell, not a divided line.
    return tuple(fields) if sum(bool(field[2].strip()) for field in fields) > 1 else None


def _grid_lines(grid: Grid, number: int, file: str) -> Iterator[SourceLine]:
    rows: dict[int, list[tuple[int, str]]] = {}
    places: dict[int, Place] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append((cell.column, cell.text))
        places.setdefault(cell.row, cell.place)
    for row in sorted(rows):
        offset, fields, texts = 0, [], []
        for column, text in sorted(rows[row]):
            flat = _one_line(text) if text else ""
            fields.append((column, offset, fold(flat)))
            texts.append(flat)
            offset += len(flat) + 1
        line = "\t".join(texts)
        yield SourceLine(line, fold(line), places[row], file, tuple(fields), number)


def _one_line(text: str) -> str:
    """The text of a cell in one line. A number that a narrow column has broken is put together."""
    pieces = text.split()
    broken = len(pieces) > 1 and "\n" in text and all(BROKEN.fullmatch(p) for p in pieces)
    return ("" if broken and len(pieces[0]) > 1 else " ").join(pieces)
