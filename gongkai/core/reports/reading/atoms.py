"""The source as atoms in reading order: words, numbers and blank cells, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.core.ports import Document, Grid, Place, TextLine
from gongkai.core.reports.text.normalise import fold, letters

WORD, NUMBER, BLANK = "word", "number", "blank"

# Inside a table a lone O, l or I is a misread digit; a unit may follow the number.
NUMERAL = r"[-+]?[\dOoQlI|〇○][\dOoQlI|〇○]*(?:,\d{3})*(?:\.\d+)?"
SCAN = re.compile(
    r"(?P<note>\((?=[^()]*[\u4e00-\u9fff])[^()]*\))"
    rf"|(?P<number>(?<![A-Za-z.]){NUMERAL}(?![\dA-Za-z%.])|[-+]?\d+(?=\s?[.、,:)]))"
    r"|(?P<blank>(?<![^\s])(?:-{1,3}|/|\\|无|\*{1,2})(?![^\s]))"
)
ORDINAL_AFTER = re.compile(r"\s?[.、,:)]\s?(?=[\u4e00-\u9fff\"(])|\s(?=[\u4e00-\u9fff])")
UNIT_AFTER = re.compile(r"\s?(?:件|项|万元|元|个|条|宗|人次|次)(?![\u4e00-\u9fff])|\s?万元|\s?元(?!素)")
BLANK_CELL = re.compile(r"[-/\\*无空]{0,3}\s*")
PAGE_MARK = re.compile(r"\s*(?:-\s?\d{1,3}\s?-|第\s?\d{1,3}\s?页.{0,12}|\d{1,3}\s?/\s?\d{1,3})\s*")
PLAIN_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "|": "1"})
MISREAD = re.compile(r"[OoQlI|○]")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source. `fields` are its cells (column, offset, text) where it is divided."""

    text: str
    folded: str
    place: Place
    file: str
    fields: tuple[tuple[int, int, str], ...] | None = None
    grid: int | None = None


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a number or a blank cell.

    `text` is folded (of a number: plain digits), `raw` as written; `line` indexes the source lines, `start`
    and `end` are offsets in that line; `column` is known in divided lines.
    """

    kind: str
    text: str
    raw: str
    line: int
    start: int
    end: int
    column: int | None = None
    ordinal: bool = False


def source_lines(document: Document) -> list[SourceLine]:
    """All lines of a document; a row of a grid is one divided line."""
    lines: list[SourceLine] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, TextLine):
            lines.append(_text_line(block, document.name))
        else:
            lines.extend(_grid_lines(block, number, document.name))
    return lines


def _text_line(block: TextLine, file: str) -> SourceLine:
    folded = fold(block.text)
    fields = None
    for mark in "\t", "|":
        if folded.count(mark) >= (1 if mark == "\t" else 2):
            fields = _fields(folded, mark)
            break
    return SourceLine(block.text, folded, block.place, file, fields)


def _fields(folded: str, mark: str) -> tuple[tuple[int, int, str], ...] | None:
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
            flat = " ".join(text.split()) if text else ""
            fields.append((column, offset, fold(flat)))
            texts.append(flat)
            offset += len(flat) + 1
        line = "\t".join(texts)
        yield SourceLine(line, fold(line), places[row], file, tuple(fields), number)


def atoms_of(lines: Sequence[SourceLine]) -> list[Atom]:
    """The atoms of all lines in reading order."""
    atoms: list[Atom] = []
    for index, line in enumerate(lines):
        if line.fields is None:
            if not PAGE_MARK.fullmatch(line.folded):
                atoms.extend(_scan(line.folded, line, index, 0, None))
            continue
        for column, offset, text in line.fields:
            if BLANK_CELL.fullmatch(text):
                raw = line.text[offset : offset + len(text)].strip()
                atoms.append(Atom(BLANK, "", raw, index, offset, offset + len(text), column))
            else:
                atoms.extend(_scan(text, line, index, offset, column))
    return atoms


def _scan(text: str, line: SourceLine, index: int, base: int, column: int | None) -> Iterator[Atom]:
    """Cut one cell or undivided line into words, numbers and blanks."""
    position = 0
    for match in SCAN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        kind = match.lastgroup
        if kind == "note":
            continue
        if kind == "number":
            end = _before_ordinal(text, start, end)
            if end <= start:
                continue
        yield from _word(text, line, index, base, column, position, start)
        shift = base + start
        if kind == "blank":
            raw = line.text[shift : base + end]
            yield Atom(BLANK, "", raw, index, shift, base + end, column)
            position = end
            continue
        unit = UNIT_AFTER.match(text, end)
        stop = unit.end() if unit else end
        digits = text[start:end].translate(PLAIN_DIGITS).replace(",", "")
        yield Atom(NUMBER, digits, line.text[shift : base + stop], index, shift, base + stop, column)
        position = stop
    yield from _word(text, line, index, base, column, position, len(text))


def _before_ordinal(text: str, start: int, end: int) -> int:
    """Where the number ends if its last digit is the ordinal of the label after it (…00 2.其他)."""
    after = ORDINAL_AFTER.match(text, end)
    if after is None or not text[end - 1].isdigit():
        return end
    if after.group().isspace():
        return end
    return end - 1


def _word(
    text: str, line: SourceLine, index: int, base: int, column: int | None, start: int, end: int
) -> Iterator[Atom]:
    piece = text[start:end]
    if letters(piece):
        raw = line.text[base + start : base + end]
        yield Atom(WORD, letters(piece), raw.strip(), index, base + start, base + end, column)
