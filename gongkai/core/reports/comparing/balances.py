"""Formulas between two years' reports, and weighing them; a path is `2022:applications.new.0`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gongkai.core.finding import Evidence, Status
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.formula import Formula, Term, balance
from gongkai.core.reports.checks.values import cell_name
from gongkai.core.reports.checks.weighing import Verdict, combinations, judged
from gongkai.core.reports.forms import Form, row_paths
from gongkai.core.reports.report import Doubt, Number, Report

CARRIED = "表三“{column}”列结转"
STOCK = "{row}现行有效件数"
ITEMS = "{row}项目数量"
PARTED = ":"


@dataclass(frozen=True, slots=True)
class Paired:
    """The reports of two neighbouring years of one organ."""

    before: Report
    after: Report

    @property
    def years(self) -> str:
        """Both years in words."""
        return f"{self.before.year}年与{self.after.year}年"

    def past(self, path: str) -> str:
        """The path of a cell in the earlier report."""
        return f"{self.before.year}{PARTED}{path}"

    def now(self, path: str) -> str:
        """The path of a cell in the later report."""
        return f"{self.after.year}{PARTED}{path}"

    def of(self, path: str) -> tuple[Report, str]:
        """The report and its own path of a cell."""
        year, _, own = path.partition(PARTED)
        return (self.before if year == str(self.before.year) else self.after), own

    def value(self, path: str) -> Number | None:
        """The number in a cell of either report."""
        report, own = self.of(path)
        return report.value(own)

    def doubt(self, path: str) -> Doubt | None:
        """The doubt that covers a cell of either report."""
        report, own = self.of(path)
        return report.doubted(own)

    def label(self, path: str) -> str:
        """What a cell is called, with its year."""
        report, own = self.of(path)
        return f"{report.year}年{cell_name(report.form, own)}"

    def evidence(self, paths: Iterable[str]) -> tuple[Evidence, ...]:
        """Where the cells stand in both sources."""
        found = []
        for path in paths:
            report, own = self.of(path)
            if own in report.cells:
                found.append(report.cells[own].source)
        return tuple(dict.fromkeys(found))


def carried_over(pair: Paired) -> tuple[Formula, ...]:
    """XY-01: what was carried in is what the year before carried out, column by column."""
    before, after = pair.before.form, pair.after.form
    if before is None or after is None:
        return ()
    table = after.table("applications")
    carried_in, carried_out = table.row("carried_in"), table.row("carried_out")
    cite = after.statute.part("表三")
    return tuple(
        balance(
            CARRIED.format(column=column.label),
            (Term(pair.now(now), f"{pair.after.year}年上年结转"),),
            (Term(pair.past(past), f"{pair.before.year}年结转下年度"),),
            cite,
        )
        for column, now, past in zip(
            carried_in.columns,
            row_paths(table, carried_in),
            row_paths(table, carried_out),
            strict=True,
        )
    )


def stock_over_years(pair: Paired) -> tuple[Formula, ...]:
    """XY-02 (both years on the 2021 form): in force = in force before + issued - repealed."""
    form = pair.after.form
    if form is None or pair.before.format != "2021" or pair.after.format != "2021":
        return ()
    made = []
    for key in ("regulations", "normative_docs"):
        row = form.table("table2").row(key)
        issued, repealed, in_force = row_paths(form.table("table2"), row)
        year = pair.after.year
        right = (
            Term(pair.past(in_force), f"{pair.before.year}年现行有效"),
            Term(pair.now(issued), f"{year}年制发"),
            Term(pair.now(repealed), f"{year}年废止", -1),
        )
        left = (Term(pair.now(in_force), f"{year}年现行有效"),)
        made.append(balance(STOCK.format(row=row.label), left, right, FORM_2021.part("表二")))
    return tuple(made)


def items_over_years(pair: Paired) -> tuple[Formula, ...]:
    """XY-03 (both years on the 2019 form): last year's items = those of the report before."""
    form = pair.after.form
    if form is None or pair.before.format != "2019" or pair.after.format != "2019":
        return ()
    return tuple(_items(pair, form, row) for row in _item_rows(form))


def _item_rows(form: Form) -> tuple[str, ...]:
    rows = form.table("table2").rows
    return tuple(row.key for row in rows if row.columns[0].key == "last_year")


def _items(pair: Paired, form: Form, key: str) -> Formula:
    table = form.table("table2")
    row = table.row(key)
    items, change = row_paths(table, row)[:2]
    right = (
        Term(pair.past(items), f"{pair.before.year}年年报的上一年项目数量"),
        Term(pair.past(change), "增减"),
    )
    left = (Term(pair.now(items), f"{pair.after.year}年年报的上一年项目数量"),)
    return balance(ITEMS.format(row=row.label), left, right, form.statute.part("表二"))


def weigh_paired(formula: Formula, pair: Paired) -> Verdict:
    """Judge a formula over both reports, with blanks and doubts left open."""
    numbers: dict[str, Number] = {}
    blank: list[str] = []
    doubted: list[str] = []
    for path in formula.paths:
        value = pair.value(path)
        if pair.doubt(path):
            doubted.append(path)
        elif value is None:
            blank.append(path)
        else:
            numbers[path] = value
    if not doubted:
        return judged(formula, numbers, tuple(blank))
    verdict = Verdict(formula, Status.UNCERTAIN, numbers, tuple(blank))
    if blank:
        return verdict
    choices = settlements(pair, doubted)
    if choices is None:
        return verdict
    fits = tuple(choice for choice in choices if formula.holds({**numbers, **choice}))
    return replace(verdict, fits=fits, tried=len(choices))


def settlements(pair: Paired, doubted: Sequence[str]) -> tuple[dict[str, Number], ...] | None:
    """Every way to settle the doubted cells of both reports; None where they cannot be listed."""
    unique: dict[tuple[tuple[str, Number], ...], dict[str, Number]] = {}
    for past in _of_one(pair.before, pair, doubted):
        for now in _of_one(pair.after, pair, doubted):
            choice = {**past, **now}
            if len(choice) < len(doubted):
                return None
            unique[tuple(sorted(choice.items()))] = choice
    return tuple(unique.values())


def _of_one(report: Report, pair: Paired, doubted: Sequence[str]) -> list[dict[str, Number]]:
    """The ways to settle one report's share of the doubted cells."""
    own = {path: pair.of(path)[1] for path in doubted if pair.of(path)[0] is report}
    doubts = {id(doubt): doubt for path in own if (doubt := pair.doubt(path))}
    if not own or report.form is None:
        return [{}]
    return [
        {path: choice[cell] for path, cell in own.items() if cell in choice}
        for choice in combinations(report.form, tuple(doubts.values()))
    ] or [{}]
