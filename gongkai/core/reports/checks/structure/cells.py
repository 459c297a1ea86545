"""STR-07 and STR-09: as many cells as columns, and in each cell a whole number."""

import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal
from functools import cache
from itertools import groupby

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.rule import Outcome, Rule
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.structure.tables import present_tables, table_name
from gongkai.core.reports.checks.values import cell_name, doubt_over
from gongkai.core.reports.forms import BY_KEY, Form, Row, Table, row_paths
from gongkai.core.reports.report import Cell, Report

MONEY = frozenset({"table2.fees_wan", "table2.procurement.amount"})
SIGNED = re.compile(r"^table2\.(?:licensing|other_services|penalty|coercion|fees)\.1$")
WIDE_DIGIT = re.compile("[\uff10-\uff19]")
THOUSANDS = re.compile(r"-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?\s*[^\d\s]{0,3}")
BLANK, NOT_WHOLE, NEGATIVE = "空白", "件数应当是整数", "不应为负数"
WIDE, GROUPED = "应当用半角数字", "不应加千位分隔符"
DIGIT = re.compile(r"\d")
MOST_PLACES = 6
MOST_EXTRA = 3


RowOfCells = tuple[Table, Row, tuple[str, ...]]


def rows_with_paths(form: Form) -> tuple[RowOfCells, ...]:
    """All rows of a form with their cells."""
    return _rows_with_paths(form.key)


@cache
def _rows_with_paths(key: str) -> tuple[RowOfCells, ...]:
    form = BY_KEY[key]
    return tuple((table, row, row_paths(table, row)) for table in form.tables for row in table.rows)


def _count(report: Report, facts: Facts) -> Iterator[Outcome]:
    for table, layout in present_tables(report):
        rows = {row.key: row for row in table.rows}
        for written in layout.rows:
            row = rows.get(written.key)
            if row is None or len(written.numbers) <= len(row.columns):
                continue
            numbers = [number for number in written.numbers if DIGIT.search(number)]
            if table.key == "table2":
                numbers = _once(numbers, row, max(len(one.columns) for one in table.rows))
            if not 0 < len(numbers) - len(row.columns) <= MOST_EXTRA:
                continue
            name = f"“{row.label}”行" if row.label else "数据行"
            yield Outcome(
                text=f"{table_name(table)}{name}应有 {len(row.columns)} 个数，"
                f"实有 {len(numbers)} 个：{' '.join(numbers)}。",
                paths=(f"{table.key}.{row.key}",) if row.label else (table.key,),
                left=len(numbers),
                right=len(row.columns),
                evidence=(
                    Evidence(
                        report.file, written.place.page, written.place.line, " ".join(numbers)
                    ),
                ),
            )


def _once(numbers: list[str], row: Row, widest: int) -> list[str]:
    """The numbers of a row of table 2, the repeats of a merged cell by a conversion left out.

    Only rows narrower than the widest have merged cells, and no row is wider than that.
    """
    wanted = len(row.columns)
    if not wanted < len(numbers) <= widest:
        return numbers
    once = [number for number, _ in groupby(numbers)]
    return numbers[:wanted] if len(once) <= wanted else numbers


def _contents(report: Report, facts: Facts) -> Iterator[Outcome]:
    form = report.form
    if form is None:
        return
    odd = {path for path, cell in report.cells.items() if not _plain(cell)}
    empty: dict[str, list[tuple[Row, list[str]]]] = {}
    faults: dict[tuple[str, str], list[str]] = {}
    for table, row, paths in rows_with_paths(form) if odd else ():
        found = [] if odd.isdisjoint(paths) else list(_faults(report, odd, paths))
        blank = [path for path, fault in found if fault == BLANK]
        if blank:
            empty.setdefault(table.key, []).append((row, blank))
        for path, fault in found:
            if fault != BLANK:
                faults.setdefault((table.key, fault), []).append(path)
    for key, rows in empty.items():
        yield _blank(report, form.table(key), rows)
    for (_, fault), wrong in faults.items():
        yield _badly_written(report, fault, wrong)


def _plain(cell: Cell) -> bool:
    """Whether a cell holds nothing but usual digits."""
    return cell.value is not None and cell.raw.isdigit() and cell.raw.isascii()


def _faults(report: Report, odd: Set[str], paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The cells with a fault that stand in the source and are not in doubt."""
    for path in paths:
        fault = _fault(path, report.cells[path]) if path in odd else ""
        if fault and not doubt_over(report, path):
            yield path, fault


def _blank(report: Report, table: Table, rows: list[tuple[Row, list[str]]]) -> Outcome:
    """One outcome for all blank cells of a table."""
    form = report.form
    paths = [path for _, blank in rows for path in blank]
    raws = {report.cells[path].raw for path in paths if report.cells[path].raw.strip()}
    written = f"（写作{'、'.join(f'“{raw}”' for raw in sorted(raws))}）" if raws else ""
    if len(paths) == 1 and form:
        text = f"{cell_name(form, paths[0])}空白{written}。"
    else:
        places = "、".join(
            f"“{row.label}”行" if row.label else "数据行" for row, _ in rows[:MOST_PLACES]
        )
        more = f"等 {len(rows)} 行" if len(rows) > MOST_PLACES else ""
        where = f"：{places}{more}" if len(table.rows) > 1 else ""
        text = f"{table_name(table)}有 {len(paths)} 个空白单元格{written}{where}。"
    return Outcome(
        text=text,
        hint="没有发生的填 0，不留空白，也不填“/”“—”“无”。",
        paths=tuple(paths),
        evidence=tuple(dict.fromkeys(report.cells[path].source for path in paths)),
    )


def _fault(path: str, cell: Cell) -> str:
    """What is wrong with a cell; empty where nothing is."""
    value, raw = cell.value, cell.raw
    if value is None:
        return BLANK
    if isinstance(value, Decimal) and path not in MONEY and value != int(value):
        return NOT_WHOLE
    if value < 0 and not SIGNED.match(path):
        return NEGATIVE
    grouped = GROUPED if THOUSANDS.fullmatch(raw.strip()) else ""
    return WIDE if WIDE_DIGIT.search(raw) else grouped


def _badly_written(report: Report, fault: str, paths: list[str]) -> Outcome:
    """One outcome for all cells of a table that have the same fault."""
    first = paths[0]
    more = f"等 {len(paths)} 处" if len(paths) > 1 else ""
    written = report.cells[first].raw
    return Outcome(
        text=f"{cell_name(report.form, first)}{more}写作“{written}”，{fault}。",
        paths=tuple(paths),
        evidence=tuple(dict.fromkeys(report.cells[path].source for path in paths)),
    )


RULES = (
    Rule(
        "STR-07",
        Severity.ERROR,
        "一行的单元格多于格式",
        "删去多出的单元格，并核对各数是否因此错位。",
        FORM_2021.part("表三、表四"),
        _count,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("新收一行有八个数", numbers={"applications.new": ("0",) * 8}),
            Sample("表四有十六个数", numbers={"review.review": ("0",) * 16}),
        ),
    ),
    Rule(
        "STR-09",
        Severity.ERROR,
        "单元格空白，或者不是规范的数字",
        "各格填不小于 0 的整数，金额可以有小数。",
        FORM_2021.part("填报说明"),
        _contents,
        good=(
            CLEAN,
            CLEAN_2019,
            Sample("项目数量可以减少", year=2020, cells={"table2.licensing.1": -59}),
            Sample("收费金额可以有小数", cells={"table2.fees_wan": Decimal("465.74")}),
        ),
        bad=(
            Sample("一格空白", cells={"table2.coercion": None}),
            Sample("填“/”代替 0", cells={"review.after_other": "/", "review.after_total": "/"}),
            Sample("件数有小数", cells={"table2.penalty": Decimal("3.5")}),
            Sample("件数为负", cells={"applications.new.0": -1}),
            Sample("用全角数字", raw={"applications.new.0": "\uff15"}),
            Sample(
                "用千位分隔符",
                cells={"table2.licensing": 6267},
                raw={
                    "table2.licensing": "6,267",
                },
            ),
        ),
    ),
)
