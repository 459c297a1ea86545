"""Reading table 4 (政府信息公开行政复议、行政诉讼情况): one row of fifteen numbers, in three
blocks of five."""

from collections.abc import Sequence
from itertools import islice, pairwise

from gongkai.core.reports.forms import Row, Table, row_paths
from gongkai.core.reports.forms.common import OUTCOMES, REVIEW_BLOCKS
from gongkai.core.reports.reading import cells as c
from gongkai.core.reports.reading.cuts import (
    Budget,
    Values,
    blocks_add_up,
    dropped,
    number,
    summed_cuts,
)
from gongkai.core.reports.reading.matching.labels import written_headers
from gongkai.core.reports.reading.matching.runs import Run, runs_of
from gongkai.core.reports.reading.source.atoms import WORD, Atom
from gongkai.core.reports.reading.source.lines import SourceLine
from gongkai.core.reports.reading.source.regions import Region, Spot
from gongkai.core.reports.report import Doubt, RowLayout, TableLayout

BLOCKS, SIZE = len(REVIEW_BLOCKS), len(OUTCOMES)
WIDTH = BLOCKS * SIZE
MOST_WAYS = 40
PROSE = 20
BY_LENGTH = "数字连写，十五个数字恰为十五格"
BY_SUMS = "数字连写，按三组各自的合计唯一确定"
BY_SURPLUS = "多出数字，按三组各自的合计去掉多余的数"
BY_TURNING = "表格按结果分行，已转为按复议、诉讼分组"
BY_LETTER = "形近字母按数字读出，合计相符"
RUN_TOGETHER = "数字连写，有多种读法都符合各组合计"
COUNT = "表四应有十五个数，原文数量不符，不能确定各数属于哪一格"
UNREADABLE = "表四有字迹无法辨认的格"
LETTERS = "数字中有字母，按形近数字读出后合计不符"


def read_review(table: Table, region: Region, lines: Sequence[SourceLine]) -> c.TableReading:
    """Read the fifteen numbers, however they are laid out."""
    runs = [run for run in runs_of(region.atoms, lines) if run.numbers]
    row = table.rows[0]
    words = c.words_of(region.atoms)
    wanted = ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", *(o[1] for o in OUTCOMES))
    headers = written_headers(wanted, words, region.letters)
    atoms, ways, found, reason = _read(runs, region.atoms)
    place = lines[region.start.line].place
    layout_rows: tuple[RowLayout, ...] = ()
    if atoms:
        layout_rows = (
            RowLayout(row.key, "", tuple(a.raw for a in atoms), lines[atoms[0].line].place),
        )
    result = c.TableReading(
        TableLayout(table.key, present=True, rows=layout_rows, headers=headers, place=place)
    )
    paths = row_paths(table, row)
    if not atoms:
        if words:
            c.blank(result, paths, c.evidence(words[0], lines))
        return result
    result.last = atoms[-1]
    values = ways[0] if ways else (None,) * WIDTH
    c.fill(result, paths, values, atoms, lines, found)
    if reason:
        result.doubts.extend(_doubts(table, row, ways, reason))
    return result


def bounded(region: Region, lines: Sequence[SourceLine]) -> Region:
    """The region without the prose that follows where the next heading is lost."""
    digits = 0
    for run in runs_of(region.atoms, lines):
        digits += run.digits
        if digits >= WIDTH and len(run.after) >= PROSE:
            last = run.atoms[-1]
            inside = tuple(a for a in region.atoms if (a.line, a.end) <= (last.line, last.end))
            text = "".join(atom.text for atom in c.words_of(inside))
            return Region(inside, region.start, Spot(last.line, last.end), text)
    return region


def _doubts(table: Table, row: Row, ways: Sequence[Values], reason: str) -> list[Doubt]:
    """A doubt for every cell on which the readings differ."""
    paths = row_paths(table, row)
    if len(ways) <= 1:
        return [Doubt(path, reason) for path in paths]
    doubts = []
    for index, path in enumerate(paths):
        readings = tuple(dict.fromkeys(way[index] for way in ways))
        if len(readings) > 1:
            doubts.append(Doubt(path, reason, readings))
    return doubts


def _read(
    runs: Sequence[Run], region: Sequence[Atom]
) -> tuple[tuple[Atom, ...], list[Values], str, str]:
    """The atoms of the row, its readings, how it was found, and what is doubtful."""
    cells = _cells(runs, region)
    if len(cells) == WIDTH:
        return _exact(cells, runs)
    numbers = tuple(atom for run in runs for atom in run.numbers)
    values = [number(atom.text) for atom in numbers]
    if len(numbers) > WIDTH:
        ways = dropped(values, WIDTH, blocks_add_up)
        if len(ways) == 1:
            return numbers, ways, BY_SURPLUS, ""
        return numbers, ways or [tuple(values[:WIDTH])], "", COUNT
    return _together(numbers)


def _cells(runs: Sequence[Run], region: Sequence[Atom]) -> tuple[Atom, ...]:
    """Fifteen cells where the source tells them apart: one run of them, or all numbers together."""
    for run in runs:
        if len(run.numbers) == WIDTH:
            return tuple(run.numbers)
        if len(run.atoms) == WIDTH:
            return tuple(run.atoms)
    for cells in (
        tuple(atom for run in runs for atom in run.numbers),
        tuple(atom for run in runs for atom in run.atoms),
        tuple(atom for atom in region if atom.kind != WORD and atom.raw),
    ):
        if len(cells) == WIDTH:
            return cells
    return ()


def _exact(
    cells: tuple[Atom, ...], runs: Sequence[Run]
) -> tuple[tuple[Atom, ...], list[Values], str, str]:
    values = c.values_of(cells)
    if c.unread(cells):
        return cells, [values], "", UNREADABLE
    if c.misread(cells):
        return (
            (cells, [values], BY_LETTER, "")
            if blocks_add_up(values)
            else (cells, [values], "", LETTERS)
        )
    by_outcome = len(runs) == SIZE and all(len(run.atoms) == BLOCKS for run in runs)
    if by_outcome:
        turned = tuple(cells[i + j * BLOCKS] for i in range(BLOCKS) for j in range(SIZE))
        return turned, [c.values_of(turned)], BY_TURNING, ""
    return cells, [values], "", ""


def _together(
    numbers: tuple[Atom, ...],
) -> tuple[tuple[Atom, ...], list[Values], str, str]:
    tokens = [atom.text for atom in numbers]
    digits = "".join(tokens)
    if not digits.isdigit() or len(digits) < WIDTH:
        return numbers, [], "", COUNT if digits else ""
    if len(digits) == WIDTH:
        return numbers, [tuple(map(int, digits))], BY_LENGTH, ""
    budget = Budget()
    ways = sorted(islice(_blocks(tokens, BLOCKS, budget), MOST_WAYS + 1), key=_spread)
    whole = not budget.spent and len(ways) <= MOST_WAYS
    if len(ways) == 1 and whole:
        return numbers, ways, BY_SUMS, ""
    reason = RUN_TOGETHER if ways else COUNT
    return numbers, ways if whole else [], "", reason


def _blocks(tokens: Sequence[str], blocks: int, budget: Budget) -> list[Values]:
    """Ways to cut the tokens into blocks of four numbers and their sum."""
    if blocks == 1:
        return list(summed_cuts(tokens, SIZE - 1, budget))
    found: list[Values] = []
    text = "".join(tokens)
    borders = {len("".join(tokens[:count])) for count in range(1, len(tokens))}
    for end in range(SIZE, len(text) - SIZE * (blocks - 1) + 1):
        for first in summed_cuts(_between(text, 0, end, borders), SIZE - 1, budget):
            rest = _between(text, end, len(text), borders)
            found.extend((*first, *other) for other in _blocks(rest, blocks - 1, budget))
            if budget.spent or len(found) > MOST_WAYS * 10:
                return found
    return found


def _between(text: str, start: int, end: int, borders: set[int]) -> list[str]:
    inner = [start, *sorted(border for border in borders if start < border < end), end]
    return [text[a:b] for a, b in pairwise(inner)]


def _spread(way: Values) -> int:
    """Sort key: readings with the smaller largest number first."""
    return max(int(value or 0) for value in way)
