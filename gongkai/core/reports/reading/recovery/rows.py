"""The readings of one row of seven cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from gongkai.core.reports.reading.cells import misread, unread, values_of
from gongkai.core.reports.reading.cuts import (
    MOST,
    Budget,
    Values,
    cuts,
    dropped,
    number,
    placed,
    row_adds_up,
    summed_cuts,
)
from gongkai.core.reports.reading.matching.align import Assigned
from gongkai.core.reports.reading.matching.columns import ColumnOrder
from gongkai.core.reports.reading.matching.positions import Rulers
from gongkai.core.reports.report import Number

WIDTH = 7
MOST_WAYS = 60
BY_LENGTH = "数字连写，七个数字恰为七格"
BY_ROW_SUM = "数字连写，按本行合计唯一确定"
BY_SURPLUS = "本行多出数字，按本行合计去掉多余的数"
BY_LETTER = "形近字母按数字读出，本行合计相符"
RUN_TOGETHER = "数字连写，有多种读法都符合合计关系"
ENDLESS = "数字连写过长，读法太多，无法列出"
NO_SUM = "数字连写，没有一种读法符合本行合计"
SURPLUS = "本行的数字多于七个，不能确定哪一个多余"
BLANKS = "本行有空格，数字属于哪一列不能从文本确定"
UNREADABLE = "本行有字迹无法辨认的格"
LETTERS = "数字中有字母，按形近数字读出后本行合计不符"


@dataclass(slots=True)
class RowReading:
    """One row on its way: the readings that fit, the likeliest first, how found, and what is
    doubtful.

    `cut` is True where digits that run together had to be cut and more than one cut is possible.
    """

    assigned: Assigned
    ways: list[Values]
    found: str = ""
    reason: str = ""
    cut: bool = False

    @property
    def key(self) -> str:
        """The row's key."""
        return self.assigned.row.key

    @property
    def tokens(self) -> list[str]:
        """The numbers as they stand, before any were cut."""
        return [atom.text for atom in self.assigned.atoms if atom.text]


def read_row(
    assigned: Assigned, order: ColumnOrder, columns: Rulers, *, run_together: bool
) -> RowReading:
    """All readings of a row that its own cells and its own sum allow."""
    told = _told_apart(assigned, order, columns)
    if told is not None:
        return _read(assigned, told)
    tokens = [atom.text for atom in assigned.atoms if atom.text]
    if len(tokens) > WIDTH:
        return _surplus(assigned, [number(token) for token in tokens])
    if run_together or len(tokens) == 1:
        cut = _cut(assigned, tokens)
        if cut is not None:
            return cut
    return RowReading(assigned, _with_blanks(tokens, run_together=run_together), "", BLANKS)


def _told_apart(assigned: Assigned, order: ColumnOrder, columns: Rulers) -> Values | None:
    """The cells of a row whose columns the source tells, by grid, by number, or by place."""
    atoms = assigned.atoms
    numbers = [atom for atom in atoms if atom.text]
    by_columns = order.values(atoms)
    if by_columns is not None and len(numbers) <= WIDTH:
        return by_columns
    if len(numbers) == WIDTH:
        return values_of(numbers)
    if len(atoms) == WIDTH:
        return values_of(atoms)
    in_columns = len(numbers) < WIDTH and not assigned.run.divided
    return columns.values(numbers) if in_columns else None


def _surplus(assigned: Assigned, values: Sequence[Number]) -> RowReading:
    ways = dropped(values, WIDTH, row_adds_up)
    if len(ways) == 1:
        return RowReading(assigned, ways, BY_SURPLUS)
    return RowReading(assigned, ways or [tuple(values[:WIDTH])], "", SURPLUS)


def _read(assigned: Assigned, values: Values) -> RowReading:
    if unread(assigned.atoms):
        return RowReading(assigned, [values], "", UNREADABLE)
    if not misread(assigned.atoms):
        return RowReading(assigned, [values])
    if row_adds_up(values):
        return RowReading(assigned, [values], BY_LETTER)
    return RowReading(assigned, [values], "", LETTERS)


def _cut(assigned: Assigned, tokens: Sequence[str]) -> RowReading | None:
    digits = len("".join(tokens))
    if digits < WIDTH or not all(token.isdigit() for token in tokens):
        return None
    if digits == WIDTH:
        return RowReading(assigned, [tuple(map(int, "".join(tokens)))], BY_LENGTH)
    budget = Budget()
    ways = list(islice(summed_cuts(tokens, WIDTH - 1, budget), MOST))
    if budget.spent or len(ways) == MOST:
        return RowReading(assigned, [], "", ENDLESS)
    found, reason = (BY_ROW_SUM, "") if len(ways) == 1 else ("", RUN_TOGETHER if ways else NO_SUM)
    return RowReading(assigned, sorted(ways, key=likeliness), found, reason, cut=True)


def likeliness(way: Values) -> tuple[int, int]:
    """Sort key: fewer kinds of applicants first, then more natural persons."""
    filled = sum(bool(value) for value in way)
    return filled, -int(way[0] or 0)


def _with_blanks(tokens: Sequence[str], *, run_together: bool) -> list[Values]:
    """Readings with blank cells: the total alone, or the total with the parts that make it up."""
    numbers = [tuple(number(token) for token in tokens)]
    if run_together or len(tokens) == 1:
        digits = len("".join(tokens))
        numbers += [
            cut
            for count in range(len(tokens) + 1, min(digits, WIDTH - 1) + 1)
            for cut in islice(cuts(tokens, count), MOST)
        ]
    ways: list[Values] = []
    for values in numbers:
        ways += placed(values, WIDTH, row_adds_up)
    for values in numbers:
        # The total itself may be what was left blank.
        ways += placed(values, WIDTH, lambda way: way[-1] is None)
    return sorted(ways, key=_filled) if len(ways) <= MOST_WAYS else []


def _filled(way: Values) -> tuple[bool, bool, bool]:
    """Sort key: a total with its parts first, the part of natural persons before others."""
    alone = sum(value is not None for value in way) == 1
    return way[-1] is None, alone, way[0] is None
