"""The source as atoms in reading order: words, numbers and blank cells, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.core.ports import Block, Document, Grid, Place, TextLine
from gongkai.core.reports.text.normalise import fold, letters

WORD, NUMBER, BLANK = "word", "number", "blank"
MOST_CELLS = 20

# Inside a table a lone O, l, I or 丨 is a misread digit; a unit may follow the number.
NUMERAL = r"[-+]?[\dOoQlI丨〇○][\dOoQlI丨〇○]*(?:,\d{3})*(?:\.\d+)?"
SCAN = re.compile(
    r"(?P<note>\((?=[^()]*[\u4e00-\u9fff])(?=[^()]*\d)[^()]*\))"
    r"|(?P<change>(?:增加?|减少?)\s?(?=\d))"
    rf"|(?P<number>(?<![A-Za-z.]){NUMERAL}(?![\dA-Za-z%.])|[-+]?\d+(?=\s?[.、,:)]))"
    r"|(?P<blank>(?<![^\s])(?:-{1,3}|/|\\|无|\*{1,2})(?![^\s]))"
)
ORDINAL_AFTER = re.compile(r"\s?[.、,:)]\s?(?=[\u4e00-\u9fff\"(])|\s(?=[\u4e00-\u9fff])")
UNIT_AFTER = re.compile(r"\s?(?:件|项|万元|元|个|条|宗|人次|次)(?![\u4e00-\u9fff])|\s?万元|\s?元(?!素)")
NUMBER_CELL = re.compile(r'\s*"?[-+]?[\d.]*"?\s*|[-/]')
BLANK_CELL = re.compile(r"[-/\\*无空]{0,3}\s*")
REMARK = re.compile(r"\s*注[:：释]|[。；]")
LONGEST_REMARK = 240
PAGE_MARK = re.compile(r"\s*(?:-\s?\d{1,3}\s?-|第\s?\d{1,3}\s?页.{0,12}|\d{1,3}\s?/\s?\d{1,3})\s*")
PLAIN_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "丨": "1"})
MISREAD = re.compile(r"[OoQlI丨○]")


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
    for number, block in enumerate(_rows_joined(document.blocks)):
        if isinstance(block, TextLine):
            lines.append(_text_line(block, document.name))
        else:
            lines.extend(_grid_lines(block, number, document.name))
    return lines


def _rows_joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join cells that stand one to a line, each behind a tab, into the rows they were.

    Such a text keeps blank cells as lines of a lone tab, and parts its rows by empty lines.
    """
    row: list[TextLine] = []
    for block in blocks:
        if isinstance(block, TextLine) and block.text.startswith("\t") and "\t" not in block.text.strip():
            row.append(block)
            continue
        yield from _row(row)
        row = []
        yield block
    yield from _row(row)


def _row(cells: list[TextLine]) -> list[TextLine]:
    if not 2 < len(cells) <= MOST_CELLS:
        return cells
    return [TextLine("\t".join(cell.text.strip() for cell in cells), cells[0].place)]


def _text_line(block: TextLine, file: str) -> SourceLine:
    folded = fold(block.text)
    if folded.count("|") == 1 and _bar_is_misread(folded):
        folded = folded.replace("|", "丨")
    mark = next((mark for mark in "\t|" if mark in folded), None)
    fields = _fields(folded, mark) if mark else _comma_fields(block.text, folded)
    return SourceLine(block.text, folded, block.place, file, fields)


def _bar_is_misread(folded: str) -> bool:
    """Whether the one bar of a line is a 1: the line's other numbers are parted by blanks, not by bars."""
    left, right = folded.split("|")
    alone = not (left + right).strip() or (left + right).strip().isdigit()
    return alone or max(len(re.findall(r"\d+", left)), len(re.findall(r"\d+", right))) > 2


def _comma_fields(text: str, folded: str) -> tuple[tuple[int, int, str], ...] | None:
    """The cells of a comma-separated row: words first, then nothing but numbers and blanks."""
    parts = text.split(",")
    if len(parts) < 2 or "。" in text:
        return None
    words = [part for part in parts if not NUMBER_CELL.fullmatch(part)]
    if len(words) == len(parts) or any(part[-1:].isdigit() for part in words):
        return None
    return _fields(folded, ",") if all(not NUMBER_CELL.fullmatch(parts[i]) or parts[i] == "" for i in range(parts.index(words[-1]) if words else 0)) else None


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
    noted = _broken_notes(lines)
    for index, line in enumerate(lines):
        if line.fields is None:
            if not PAGE_MARK.fullmatch(line.folded):
                atoms.extend(_undivided(line, index, noted.get(index)))
            continue
        for column, offset, text in line.fields:
            if BLANK_CELL.fullmatch(text):
                raw = line.text[offset : offset + len(text)].strip()
                atoms.append(Atom(BLANK, "", raw, index, offset, offset + len(text), column))
            else:
                atoms.extend(_scan(text, line, index, offset, column))
    return atoms


def _undivided(line: SourceLine, index: int, note: tuple[int, int] | None) -> Iterator[Atom]:
    """The atoms of a line without cells. A remark under the table is words, whatever it counts."""
    if len(line.text) < LONGEST_REMARK and REMARK.search(line.text):
        yield from _word(line.folded, line, index, 0, None, 0, len(line.folded))
    elif note is None:
        yield from _scan(line.folded, line, index, 0, None)
    else:
        start, end = note
        yield from _scan(line.folded[:start], line, index, 0, None)
        yield from _scan(line.folded[end:], line, index, end, None)


def _broken_notes(lines: Sequence[SourceLine]) -> dict[int, tuple[int, int]]:
    """Notes in brackets that go on in the next line: (含 / 自然失效30件). The part of each line to leave out."""
    noted: dict[int, tuple[int, int]] = {}
    for index, line in enumerate(lines[:-1]):
        start = line.folded.rfind("(")
        if start < 0 or line.folded.find(")", start) >= 0 or line.fields:
            continue
        following = lines[index + 1]
        end = following.folded.find(")")
        inside = line.folded[start:] + following.folded[: end + 1]
        if 0 <= end and len(inside) < 40 and re.search(r"\d", inside) and re.search(r"\d\s*$", line.folded[:start]):
            noted[index] = (start, len(line.folded))
            noted[index + 1] = (0, end + 1)
    return noted


def _scan(text: str, line: SourceLine, index: int, base: int, column: int | None) -> Iterator[Atom]:
    """Cut one cell or undivided line into words, numbers and blanks."""
    position, signed = 0, ""
    for match in SCAN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        kind = match.lastgroup
        if kind == "note":
            yield from _word(text, line, index, base, column, position, start)
            position = end
            continue
        if kind == "change":
            yield from _word(text, line, index, base, column, position, start)
            signed, position = match.group()[0], end
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
        digits, signed = ("-" + digits if signed == "减" else digits), ""
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
