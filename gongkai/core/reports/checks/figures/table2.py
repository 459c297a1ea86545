"""T2-01 to T2-04, T2-08: the formulas of table 2 and what they cannot see."""

from collections.abc import Iterator

from gongkai.core.finding import Severity
from gongkai.core.law import FORM_2019, FORM_2021
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.judging import evidence_of, outcomes_of
from gongkai.core.reports.checks.figures.relations import publicity, stock
from gongkai.core.reports.checks.rule import Outcome, Rule, missing_material, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.checks.values import certain
from gongkai.core.reports.report import Doubt, Report

TABLE_2_2021 = FORM_2021.part("表二")
TABLE_2_2019 = FORM_2019.part("表二")
ROWS = {"regulations": "规章", "normative_docs": "规范性文件"}
LAST_YEAR = "上一年度的年报"
NO_TABLE = "没有读到表二，无法核算。"
MANY_TIMES = 3
MONEY_UNIT = "元"


def document_paths(row: str) -> tuple[str, str, str]:
    """The three cells of a row of documents."""
    return f"table2.{row}.0", f"table2.{row}.1", f"table2.{row}.2"


def _read(report: Report) -> bool:
    return any(path.startswith("table2.") for path in report.cells)


def _stock(report: Report, facts: Facts) -> Iterator[Outcome]:
    if not _read(report):
        yield not_assessable(NO_TABLE)
        return
    yield from outcomes_of(stock(), report)


def _repealed(report: Report, facts: Facts) -> Iterator[Outcome]:
    if facts.previous is None or facts.previous.format != "2021":
        yield missing_material(LAST_YEAR)
        return
    for row, label in ROWS.items():
        issued_path, repealed_path, in_force_path = document_paths(row)
        now = certain(report, issued_path, repealed_path)
        before = certain(facts.previous, in_force_path)
        if now and before and now[1] > before[0] + now[0]:
            yield Outcome(
                text=f"{label}本年废止 {now[1]} 件，多于上年现行有效 {before[0]} 件"
                f"加本年制发 {now[0]} 件。",
                paths=(repealed_path, issued_path),
                left=now[1],
                right=before[0] + now[0],
                evidence=evidence_of(report, (repealed_path,)),
            )


def _publicity(report: Report, facts: Facts) -> Iterator[Outcome]:
    if not _read(report):
        yield not_assessable(NO_TABLE)
        return
    yield from outcomes_of(publicity(), report)
    for row, label in ROWS.items():
        paths = document_paths(row)
        values = certain(report, *paths)
        if values and values[0] and values[1] and values[2] == values[0] + values[1]:
            yield Outcome(
                text=f"{label}对外公开总数量 {values[2]} 恰为本年新制作 {values[0]} "
                f"与本年新公开 {values[1]} 之和，可能误解了各列的含义。",
                severity=Severity.WARNING,
                hint="对外公开总数量是截至年底仍对外公开的全部件数，不是前两列相加，请核对。",
                paths=paths,
                evidence=evidence_of(report, paths),
            )


def _all_posts(report: Report, facts: Facts) -> Iterator[Outcome]:
    for row, label in ROWS.items():
        paths = document_paths(row)
        values = certain(report, *paths[:2])
        if values and values[0] and values[1] > MANY_TIMES * values[0]:
            yield Outcome(
                text=f"{label}本年新公开 {values[1]} 件，是本年新制作 {values[0]} 件的三倍以上。",
                paths=paths[:2],
                left=values[1],
                right=values[0],
                evidence=evidence_of(report, paths[:2]),
            )


def _purchase_unit(report: Report, facts: Facts) -> Iterator[Outcome]:
    path = "table2.procurement.amount"
    cell = report.cells.get(path)
    if cell is None or cell.value is None:
        yield not_assessable("没有读到采购总金额。", path)
    elif cell.value and MONEY_UNIT not in cell.raw:
        yield Outcome(
            text=f"采购总金额写作“{cell.raw}”，没有写单位。",
            paths=(path,),
            evidence=(cell.source,),
        )


RULES = (
    Rule(
        "T2-01",
        Severity.ERROR,
        "现行有效件数过小",
        "核对该行：现行有效件数不会少于本年制发件数减去本年废止件数。",
        TABLE_2_2021,
        _stock,
        good=(
            CLEAN,
            Sample(
                "制发6件、废止16件、现行有效43件",
                cells={
                    "table2.normative_docs.0": 6,
                    "table2.normative_docs.1": 16,
                    "table2.normative_docs.2": 43,
                },
            ),
            Sample(
                "三个数粘连，只作存疑",
                cells={"table2.normative_docs.2": 0},
                doubts=(Doubt("table2.normative_docs", "数字粘连", ((2, 1, 12), (21, 1, 2))),),
            ),
        ),
        bad=(
            Sample(
                "制发5件、废止1件、现行有效2件",
                cells={
                    "table2.normative_docs.0": 5,
                    "table2.normative_docs.2": 2,
                },
            ),
        ),
        forms=("2021",),
    ),
    Rule(
        "T2-02",
        Severity.WARNING,
        "废止件数超过存量",
        "核对上年年报的现行有效件数和本年的制发、废止件数。",
        TABLE_2_2021,
        _repealed,
        good=(
            CLEAN,
            Sample(
                "上年有效11件",
                facts=Facts(
                    previous=Sample(
                        "上一年", year=2022, cells={"table2.normative_docs.2": 11}
                    ).report()
                ),
            ),
        ),
        bad=(
            Sample(
                "上年有效12件，本年废止20件",
                cells={"table2.normative_docs.1": 20},
                facts=Facts(previous=Sample("上一年", year=2022).report()),
            ),
        ),
        forms=("2021",),
    ),
    Rule(
        "T2-03",
        Severity.ERROR,
        "对外公开总数量有误",
        "核对该行：对外公开总数量应当不少于本年新公开数量。",
        TABLE_2_2019,
        _publicity,
        good=(CLEAN_2019,),
        bad=(
            Sample(
                "新公开9件，总数只有3件",
                year=2020,
                cells={
                    "table2.normative_docs.1": 9,
                    "table2.normative_docs.2": 3,
                },
            ),
            Sample(
                "新制作5件、新公开7件、总数12件",
                year=2020,
                cells={
                    "table2.normative_docs.0": 5,
                    "table2.normative_docs.1": 7,
                    "table2.normative_docs.2": 12,
                },
            ),
        ),
        forms=("2019",),
    ),
    Rule(
        "T2-04",
        Severity.WARNING,
        "新公开数量疑似统计了全部信息",
        "本行只统计规章或者规范性文件，不统计网站发布的全部信息。",
        TABLE_2_2019,
        _all_posts,
        good=(CLEAN_2019,),
        bad=(
            Sample(
                "新制作2件，新公开90件",
                year=2020,
                cells={
                    "table2.normative_docs.1": 90,
                    "table2.normative_docs.2": 95,
                },
            ),
        ),
        forms=("2019",),
    ),
    Rule(
        "T2-08",
        Severity.INFORMATION,
        "采购总金额没有单位",
        "在金额后写明单位，例如“万元”。",
        TABLE_2_2019,
        _purchase_unit,
        good=(CLEAN_2019,),
        bad=(Sample("金额只写数字", year=2020, raw={"table2.procurement.amount": "2.5"}),),
        forms=("2019",),
    ),
)
