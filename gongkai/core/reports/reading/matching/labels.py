"""Labels as the source writes them, and rows whose labels are missing or have no numbers."""

from collections.abc import Sequence

from gongkai.core.reports.forms import Row, Table, row_paths
from gongkai.core.reports.reading.cells import TableReading, blank, evidence, row_layout, words_of
from gongkai.core.reports.reading.matching.align import Assigned
from gongkai.core.reports.reading.matching.evidence import similarity
from gongkai.core.reports.reading.source.atoms import Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.reading.source.regions import Region
from gongkai.core.reports.report import Doubt, RowLayout
from gongkai.core.reports.text.normalise import fold, letters, pairs

ALIKE = 0.5
NAMED, CLEAR = 0.75, 0.45
UNCLEAR_LABEL = "本行标签缺失或不清，数字属于哪一行不能确定"
UNPLACED = "表中另有数字未能对应到行"


def written_label(row: Row, words: Sequence[Atom]) -> str | None:
    """The row's label as the source writes it, put together from the words near its numbers."""
    wanted = letters(fold(row.label))
    joined = "".join(word.text for word in words)
    if wanted in joined:
        return row.label
    label = pairs(fold(row.label))
    alike = [
        word for word in words if len(pairs(word.text) & label) >= ALIKE * len(pairs(word.text))
    ]
    return "".join(word.raw for word in alike) or None


def written_headers(wanted: Sequence[str], words: Sequence[Atom], text: str) -> tuple[str, ...]:
    """Header labels as written: those of the form that are there, and for others the word
    most alike."""
    found: list[str] = []
    for label in dict.fromkeys(wanted):
        if letters(fold(label)) in text:
            found.append(label)
            continue
        best = max(words, key=lambda word: _alike(label, word.text), default=None)
        if best is not None and _alike(label, best.text) >= ALIKE:
            found.append(best.raw)
    return tuple(found)


def _alike(label: str, text: str) -> float:
    own, other = pairs(fold(label)), pairs(text)
    return len(own & other) / max(len(own | other), 1)


def row_layouts(
    assigned: Sequence[Assigned], region: Region, lines: Sequence[SourceLine]
) -> tuple[RowLayout, ...]:
    """How every row that has numbers looks in the source."""
    words: dict[int, list[Atom]] = {}
    for word in words_of(region.atoms):
        words.setdefault(word.line, []).append(word)
    layouts = []
    for one in assigned:
        line = one.atoms[0].line
        near = [w for w in one.run.before_atoms if w.line != line] + words.get(line, [])
        label = written_label(one.row, near) if one.evidence >= CLEAR else None
        layouts.append(row_layout(one.row, label, one.atoms, lines))
    return tuple(layouts)


def missing_rows(
    rows: Sequence[Row], assigned: Sequence[Assigned], region: Region
) -> tuple[str, ...]:
    """Keys of the rows that have neither numbers nor a label."""
    given = {one.row.key for one in assigned}
    rest = [row for row in rows if row.key not in given]
    present = pairs(region.letters) if rest else frozenset()
    return tuple(row.key for row in rest if similarity(pairs(fold(row.label)), present) < NAMED)


def fill_blanks(
    result: TableReading,
    table: Table,
    rows: Sequence[Row],
    region: Region,
    lines: Sequence[SourceLine],
    *,
    doubtful: bool,
) -> None:
    """Rows whose labels are there without numbers are blank; doubtful where numbers are left
    over."""
    words = words_of(region.atoms)
    for row in rows:
        paths = row_paths(table, row)
        if row.key in result.layout.missing or paths[0] in result.cells or not words:
            continue
        label = pairs(fold(row.label))
        word = max(words, key=lambda atom: similarity(label, pairs(atom.text)))
        blank(result, paths, evidence(word, lines))
        if doubtful:
            result.doubts.append(Doubt(f"{table.key}.{row.key}", UNPLACED))
