"""Settling doubts by the formulas over years: what only one reading satisfies is what was meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from gongkai.core.finding import Evidence
from gongkai.core.reports.checks.formula import Formula
from gongkai.core.reports.checks.weighing import MOST_COMBINATIONS, paths_of
from gongkai.core.reports.comparing.balances import (
    Paired,
    carried_over,
    items_over_years,
    stock_over_years,
)
from gongkai.core.reports.comparing.years import neighbours
from gongkai.core.reports.report import Cell, Doubt, Number, Reading, Report

FOUND = "按跨年关系确定：{formula}"
NARROWED = "{reason}；{narrowing}"
NARROWING = "已按跨年关系排除不成立的读法"


@dataclass(frozen=True, slots=True)
class Owned:
    """A doubt and the report it is about."""

    report: Report
    doubt: Doubt


def resolve_with_years(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The same reports, doubts settled where the formulas over years leave one reading.

    Where they leave several, the list of candidates shrinks; where they leave none, the source
    itself may be at fault and nothing changes.
    """
    current = {id(report): report for report in reports}
    changed = True
    while changed:
        changed = False
        for pair in neighbours(tuple(current.values())):
            settled = settle(pair)
            for key, report in list(current.items()):
                new = settled.get(id(report))
                if new is not None and new is not report:
                    current[key] = new
                    changed = True
    return tuple(current[id(report)] for report in reports)


def settle(pair: Paired) -> dict[int, Report]:
    """What the formulas between two reports settle: the new reports by identity of the old."""
    results = {id(pair.before): pair.before, id(pair.after): pair.after}
    for formula in (*stock_over_years(pair), *carried_over(pair), *items_over_years(pair)):
        fresh = Paired(results[id(pair.before)], results[id(pair.after)])
        before, after = _by_formula(formula, fresh)
        results = {id(pair.before): before, id(pair.after): after}
    return results


def _by_formula(formula: Formula, pair: Paired) -> tuple[Report, Report]:
    """Both reports after one formula has had its say."""
    owned = _doubts(formula, pair)
    known = {
        path: value
        for path in formula.paths
        if pair.doubt(path) is None and (value := pair.value(path)) is not None
    }
    fits = _fits(formula, pair, owned, known)
    if not fits:
        return pair.before, pair.after
    before, after = pair.before, pair.after
    for number, one in enumerate(owned):
        kept = tuple(dict.fromkeys(fit[number] for fit in fits))
        if len(kept) == len(one.doubt.candidates):
            continue
        said = FOUND.format(formula=formula.say(_numbers(formula, pair, owned, fits[0], known)))
        if one.report is pair.before:
            before = narrowed(before, one.doubt, kept, said)
        else:
            after = narrowed(after, one.doubt, kept, said)
    return before, after


def _doubts(formula: Formula, pair: Paired) -> list[Owned]:
    """The doubts a formula touches, each once, with their reports."""
    found: dict[int, Owned] = {}
    for path in formula.paths:
        report, own = pair.of(path)
        doubt = report.doubted(own)
        if doubt is not None:
            found.setdefault(id(doubt), Owned(report, doubt))
    return list(found.values())


def _fits(
    formula: Formula, pair: Paired, owned: Sequence[Owned], known: Mapping[str, Number]
) -> list[tuple[Reading, ...]]:
    """The combinations of candidates that satisfy a formula; none where it cannot be reckoned."""
    size = 1
    for one in owned:
        size *= len(one.doubt.candidates)
    if not owned or not 1 < size <= MOST_COMBINATIONS:
        return []
    fits = []
    for choice in islice(product(*(one.doubt.candidates for one in owned)), MOST_COMBINATIONS):
        numbers = _numbers(formula, pair, owned, choice, known)
        if len(numbers) < len(formula.paths):
            return []
        if formula.holds(numbers):
            fits.append(choice)
    return fits


def _numbers(
    formula: Formula,
    pair: Paired,
    owned: Sequence[Owned],
    choice: tuple[Reading, ...],
    known: Mapping[str, Number],
) -> dict[str, Number]:
    """The numbers of a formula under one choice of candidates."""
    numbers = dict(known)
    for one, reading in zip(owned, choice, strict=True):
        mark = pair.past if one.report is pair.before else pair.now
        for path, value in cells_of(one.report, one.doubt, reading).items():
            if mark(path) in formula.paths:
                numbers[mark(path)] = value
    return numbers


def cells_of(report: Report, doubt: Doubt, reading: Reading) -> dict[str, Number]:
    """The cells and numbers of one reading of a doubt."""
    values = reading if isinstance(reading, tuple) else (reading,)
    paths = paths_of(report.form, doubt.path) if report.form else (doubt.path,)
    return {path: value for path, value in zip(paths, values, strict=False) if value is not None}


def narrowed(report: Report, doubt: Doubt, kept: tuple[Reading, ...], said: str) -> Report:
    """A report in which only some readings of a doubt remain; a single one becomes the value."""
    others = tuple(other for other in report.doubts if other is not doubt)
    if len(kept) > 1:
        reason = NARROWED.format(reason=doubt.reason, narrowing=NARROWING)
        return replace(report, doubts=(*others, Doubt(doubt.path, reason, kept)))
    cells = dict(report.cells)
    for path, value in cells_of(report, doubt, kept[0]).items():
        old = cells.get(path) or Cell(None, "", Evidence(report.file, None, None, ""))
        cells[path] = replace(old, value=value, found=said)
    return replace(report, cells=cells, doubts=others)
