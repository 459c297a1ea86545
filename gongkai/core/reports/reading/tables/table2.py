"""Reading table 2 (主动公开政府信息情况): six or eight rows of one to three cells."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, islice, pairwise

from gongkai.core.reports.forms import Row, Table, row_paths
from gongkai.core.reports.reading import cells as c
from gongkai.core.reports.reading.cuts import MOST, Values, cuts, dropped, number, placed
from gongkai.core.reports.reading.matching.align import Assigned, align
from gongkai.core.reports.reading.matching.labels import (
    CLEAR,
    UNCLEAR_LABEL,
    fill_blanks,
    missing_rows,
    row_layouts,
    written_headers,
)
from gongkai.core.reports.reading.matching.runs import runs_of
from gongkai.core.reports.reading.matching.shape import shaped
from gongkai.core.reports.reading.source.atoms import Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.reading.source.regions import Region
from gongkai.core.reports.report import Doubt, Number, TableLayout
from gongkai.core.reports.text.normalise import fold, letters

WIDEST, MOST_WAYS = 3, 40
RUN_TOGETHER = "数字连写，有多种读法"
BY_LENGTH = "数字连写，按格数唯一确定"
BLANKS = "本行数字少于应填的格，不能确定哪一格是空白"
SURPLUS = "本行数字多于应填的格，不能确定哪一个多余"
SCATTERED = "本行数字少于应填的格，表内另有散落的数字，只能按次序推定"
UNREADABLE = "本行有字迹无法辨认的格"
SAME = "本行多出的数字与留下的相同"
LETTERS = "数字中有字母，按形近数字读出，没有合计可以核对"


def fits(row: Row, values: Values) -> bool:
    """Whether a reading of a row is possible at all.

    Counts are whole and not negative; only 本年增/减 may be negative; what is in force is no
    less than what was issued and not repealed (T2-01); what is public no less than what became
    public (T2-03).
    """
    keys = [column.key for column in row.columns]
    known = {key: value for key, value in zip(keys, values, strict=True) if value is not None}
    money = {"amount", "fees"}
    for key, value in known.items():
        if (value < 0 and key != "change") or (key not in money and isinstance(value, Decimal)):
            return False
    return _balances(known)


def _balances(known: dict[str, Number]) -> bool:
    if {"issued", "repealed", "in_force"} <= known.keys():
        return known["in_force"] >= known["issued"] - known["repealed"]
    if {"newly_public", "public_total"} <= known.keys():
        return known["public_total"] >= known["newly_public"]
    if {"last_year", "change"} <= known.keys():
        return known["last_year"] + known["change"] >= 0
    return True


def likeliness(values: Values) -> tuple[int, int, int]:
    """Sort key: lengths that grow from left to right, then lengths that differ little."""
    sizes = [len(str(abs(value))) for value in values if value is not None]
    falls = sum(a > b for a, b in pairwise(sizes))
    return sum(value is None for value in values), falls, max(sizes) - min(sizes)


def read_table2(table: Table, region: Region, lines: Sequence[SourceLine]) -> c.TableReading:
    """Read all rows of table 2."""
    runs = shaped(runs_of(region.atoms, lines), WIDEST, lines)
    assigned = align(table.rows, runs)
    result = c.TableReading(_layout(table, assigned, region, lines))
    used = {id(one.run) for one in assigned}
    # A row that the form does not have is no stray number.
    loose = [run for run in runs if id(run) not in used and not run.named]
    stray = [atom for run in loose for atom in run.numbers]
    apart = any(
        len(one.run.numbers) == len(one.row.columns) > 1 and not _touching(one.run.numbers)
        for one in assigned
    )
    for one, extra in zip(assigned, _shared_out(assigned, stray), strict=True):
        _emit(result, table, one, _ways(one, extra, apart=apart), lines)
        if one.evidence < CLEAR and len(assigned) < len(table.rows):
            result.doubts.append(Doubt(f"table2.{one.row.key}", UNCLEAR_LABEL))
    fill_blanks(result, table, table.rows, region, lines, doubtful=bool(stray))
    atoms = [atom for one in assigned for atom in one.atoms] + stray
    result.last = max(atoms, key=lambda atom: (atom.line, atom.end), default=None)
    return result


def _shared_out(assigned: Sequence[Assigned], stray: list[Atom]) -> list[list[Atom]]:
    """Give stray numbers, in order, to the rows that lack as many."""
    lacking = [
        max(len(one.row.columns) - len(one.run.atoms), 0) if one.run.numbers else 0
        for one in assigned
    ]
    if not stray or sum(lacking) != len(stray):
        return [[] for _ in assigned]
    rest = iter(stray)
    return [list(islice(rest, number)) for number in lacking]


def _emit(
    result: c.TableReading,
    table: Table,
    one: Assigned,
    reading: tuple[list[Values], str, str],
    lines: Sequence[SourceLine],
) -> None:
    paths = row_paths(table, one.row)
    ways, found, reason = reading
    values = ways[0] if ways else (None,) * len(paths)
    c.fill(result, paths, values, one.atoms, lines, found)
    if reason:
        ways = ways if len(ways) > 1 else []
        result.doubts.append(c.doubt_of(table, one.row, ways, reason))


def _ways(one: Assigned, extra: Sequence[Atom], *, apart: bool) -> tuple[list[Values], str, str]:
    """The readings of a row, how it was found, and what is doubtful.

    `apart` says that the table parts its numbers, so that none need be cut.
    """
    width = len(one.row.columns)
    numbers = [atom for atom in one.atoms if atom.text]
    values = [number(atom.text) for atom in numbers]
    if extra:
        return _inserted(one.row, values, [number(atom.text) for atom in extra]), "", SCATTERED
    if len(numbers) == width:
        return [tuple(values)], "", LETTERS if c.misread(numbers) else ""
    if len(one.atoms) == width or _filled_up(one.atoms, width):
        cells = one.atoms[:width]
        return [c.values_of(cells)], "", UNREADABLE if c.unread(cells) else ""
    if len(numbers) > width:
        ways = dropped(values, width, lambda way: fits(one.row, way))
        return (ways, "", SURPLUS) if len(ways) != 1 else (ways, SAME, "")
    return _cut(one, numbers, apart=apart)


def _filled_up(atoms: Sequence[Atom], width: int) -> bool:
    """Whether what follows the row's cells is the empty rest of merged ones."""
    return len(atoms) > width and bool(atoms[0].raw) and not any(a.raw for a in atoms[width:])


def _inserted(row: Row, values: Sequence[Number], extra: Sequence[Number]) -> list[Values]:
    width = len(row.columns)
    ways: list[Values] = []
    for columns in combinations(range(width), len(extra)):
        rest, added = iter(values), iter(extra)
        ways.append(tuple(next(added) if i in columns else next(rest) for i in range(width)))
    ways = list(dict.fromkeys(way for way in ways if fits(row, way)))
    return sorted(ways, key=likeliness)


def _cut(one: Assigned, numbers: Sequence[Atom], *, apart: bool) -> tuple[list[Values], str, str]:
    """Readings of digits that run together, or of fewer numbers than cells."""
    width = len(one.row.columns)
    tokens = [atom.text for atom in numbers]
    touching = not apart and _touching(numbers)
    if tokens and touching and not one.run.divided:
        ways: list[Values] = [
            way for way in islice(cuts(tokens, width), MOST) if fits(one.row, way)
        ]
        ways.sort(key=_by_items if one.row.key == "procurement" else likeliness)
        if len(ways) == 1:
            return list(ways), BY_LENGTH, ""
        if ways:
            return list(ways[:MOST_WAYS]), "", RUN_TOGETHER
    ways = []
    for count in range(width - 1, 0, -1):
        for cut in islice(cuts(tokens, count), MOST):
            if len(cut) == len(tokens) or (touching and not one.run.divided):
                ways += placed(cut, width, lambda way: fits(one.row, way))
    return ways[:MOST_WAYS], "", BLANKS


def _touching(numbers: Sequence[Atom]) -> bool:
    """Whether nothing, not even a blank, parts the numbers."""
    return all((a.line, a.end) == (b.line, b.start) for a, b in pairwise(numbers))


def _by_items(values: Values) -> Number:
    return values[0] or 0


def _layout(
    table: Table, assigned: Sequence[Assigned], region: Region, lines: Sequence[SourceLine]
) -> TableLayout:
    words = c.words_of(region.atoms)
    headers = ["信息内容", *(column.label for row in table.rows for column in row.columns)]
    return TableLayout(
        table.key,
        present=True,
        rows=row_layouts(assigned, region, lines),
        missing=missing_rows(table.rows, assigned, region),
        captions=tuple(
            caption for caption in table.captions if letters(fold(caption)) in region.letters
        ),
        headers=written_headers(headers, words, region.letters),
        place=lines[region.start.line].place,
    )
