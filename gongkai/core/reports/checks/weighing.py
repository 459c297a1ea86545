"""Weighing a formula on a report: known cells decide, blank cells and doubts leave it open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from gongkai.core.finding import Status
from gongkai.core.reports.checks.formula import Formula, Relation
from gongkai.core.reports.checks.once import once
from gongkai.core.reports.checks.values import doubt_over, doubtful
from gongkai.core.reports.forms import Form, row_paths
from gongkai.core.reports.report import Doubt, Number, Report

MOST_COMBINATIONS = 4000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a formula comes to on a report.

    `numbers` are the known cells, `blank` the cells without a number, `doubts` the doubts it
    touches. `fits` are the candidate readings that satisfy it, each as cell and number; None where
    they cannot be listed. `tried` is how many there are.
    """

    formula: Formula
    status: Status
    numbers: Mapping[str, Number]
    blank: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    fits: tuple[Mapping[str, Number], ...] | None = None
    tried: int = 0


def plainly_holds(formula: Formula, report: Report) -> bool:
    """Whether both sides are equal on known cells: the quick answer for nearly all formulas."""
    value = _numbers(report).__getitem__
    try:
        return sum(map(value, formula.rising)) == sum(map(value, formula.falling))
    except KeyError:
        return False


@once
def _numbers(report: Report) -> Mapping[str, Number]:
    """The number of every cell that has one."""
    cells = report.cells.items()
    return {path: cell.value for path, cell in cells if cell.value is not None}


def weigh(formula: Formula, report: Report) -> Verdict:
    """Judge one formula on one report."""
    doubts = _doubts(formula, report) if doubtful(report, formula.covers) else ()
    if doubts:
        return _open(formula, report, doubts)
    numbers: dict[str, Number] = {}
    blank: list[str] = []
    for path in formula.paths:
        cell = report.cells.get(path)
        if cell is None or cell.value is None:
            blank.append(path)
        else:
            numbers[path] = cell.value
    return judged(formula, numbers, tuple(blank))


def judged(formula: Formula, numbers: Mapping[str, Number], blank: tuple[str, ...] = ()) -> Verdict:
    """The verdict on known numbers; blank cells leave it open unless the known ones contradict."""
    if blank:
        status = Status.FAIL if contradicts(formula, numbers, blank) else Status.NOT_ASSESSABLE
    else:
        status = Status.PASS if formula.holds(numbers) else Status.FAIL
    return Verdict(formula, status, numbers, blank)


def contradicts(formula: Formula, numbers: Mapping[str, Number], blank: Sequence[str]) -> bool:
    """Whether no filling of the blank cells with numbers from 0 up can satisfy the formula."""
    known = {**dict.fromkeys(blank, 0), **numbers}
    left, right = formula.sides(known)
    rising = {term.sign for term in formula.left if term.path in blank}
    rising |= {-term.sign for term in formula.right if term.path in blank}
    if rising == {-1} and right - left > formula.tolerance:
        return True
    return rising == {1} and formula.relation is Relation.EQUAL and left - right > formula.tolerance


def _doubts(formula: Formula, report: Report) -> tuple[Doubt, ...]:
    found = {id(doubt): doubt for path in formula.paths if (doubt := doubt_over(report, path))}
    return tuple(found.values())


def _open(formula: Formula, report: Report, doubts: tuple[Doubt, ...]) -> Verdict:
    """A formula that touches doubted cells: which candidates would satisfy it."""
    form = report.form
    doubted = {path for path in formula.paths if doubt_over(report, path)}
    numbers: dict[str, Number] = {}
    for path in formula.paths:
        value = report.value(path)
        if path not in doubted and value is not None:
            numbers[path] = value
    blank = tuple(path for path in formula.paths if path not in doubted and path not in numbers)
    if form is None or blank or not all(doubt.candidates for doubt in doubts):
        return Verdict(formula, Status.UNCERTAIN, numbers, blank, doubts)
    tried, fits = 0, []
    for choice in combinations(form, doubts):
        chosen = {path: value for path, value in choice.items() if path in doubted}
        if len(chosen) < len(doubted):
            return Verdict(formula, Status.UNCERTAIN, numbers, blank, doubts)
        tried += 1
        if formula.holds({**numbers, **chosen}):
            fits.append(chosen)
    # Whatever the cells say, the formula holds: the doubt does not matter to it.
    if 0 < len(fits) == tried < MOST_COMBINATIONS:
        return Verdict(formula, Status.PASS, numbers, blank, doubts)
    unique = tuple({tuple(sorted(fit.items())): fit for fit in fits}.values())
    return Verdict(formula, Status.UNCERTAIN, numbers, blank, doubts, unique, tried)


def combinations(form: Form, doubts: Sequence[Doubt]) -> Iterator[dict[str, Number]]:
    """Every way to settle the doubts at once, as cell and number."""
    options = [tuple(settled(form, doubt)) for doubt in doubts]
    for choice in islice(product(*options), MOST_COMBINATIONS):
        yield {path: value for cells in choice for path, value in cells.items()}


def settled(form: Form, doubt: Doubt) -> Iterator[dict[str, Number]]:
    """The cells and numbers of each candidate of a doubt."""
    paths = paths_of(form, doubt.path)
    for candidate in doubt.candidates:
        values = candidate if isinstance(candidate, tuple) else (candidate,)
        yield {path: value for path, value in zip(paths, values, strict=False) if value is not None}


def paths_of(form: Form, path: str) -> tuple[str, ...]:
    """The cells a path names: itself, or all cells of a row."""
    for table in form.tables:
        for row in table.rows:
            if path == f"{table.key}.{row.key}" or path == table.key == row.key:
                return row_paths(table, row)
    return (path,)


def suspects(failed: Sequence[Verdict], held: Iterable[Verdict]) -> dict[str, Number]:
    """Cells that alone could explain several failed formulas at once, and what they should be.

    A cell qualifies where every formula it stands in fails, at least two do, and all ask for the
    same number.
    """
    cleared = {path for verdict in held for path in verdict.formula.paths}
    wanted: dict[str, set[Number]] = {}
    counts: dict[str, int] = {}
    for verdict in failed:
        if verdict.blank or verdict.formula.relation is not Relation.EQUAL:
            continue
        for path in verdict.numbers:
            wanted.setdefault(path, set()).add(verdict.formula.needed(path, verdict.numbers))
            counts[path] = counts.get(path, 0) + 1
    return {
        path: next(iter(values))
        for path, values in wanted.items()
        if len(values) == 1 and counts[path] > 1 and path not in cleared and min(values) >= 0
    }
