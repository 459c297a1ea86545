"""STR-02, 03, 05, 06: the statutory tables stand there, on the right form, with all their rows."""

import re
from collections.abc import Iterator

from gongkai.core.finding import Evidence, Severity
from gongkai.core.law import FORM_2021, OGI, chinese_number
from gongkai.core.reports.checks.facts import Facts
from gongkai.core.reports.checks.figures.relations import one_row_for_other
from gongkai.core.reports.checks.rule import Outcome, Rule, not_assessable
from gongkai.core.reports.checks.samples import CLEAN, CLEAN_2019, Sample
from gongkai.core.reports.forms import BY_KEY, Table, form_for
from gongkai.core.reports.report import Report, TableLayout

FORM_NAMES = {"2019": "国办公开办函〔2019〕60号", "2021": "国办公开办函〔2021〕30号"}
DENIAL = re.compile(r"[未没无]有?|[0零]\s?[件起宗]")
LONGEST = 60
OTHER_ROWS = frozenset({"other_1", "other_2", "other_3"})


def table_name(table: Table) -> str:
    """How a table is called: 表三（收到和处理…）."""
    return f"表{chinese_number(table.number)}（{table.title}）"


def present_tables(report: Report) -> Iterator[tuple[Table, TableLayout]]:
    """The form's tables that the report has, with how they look."""
    for table in report.form.tables if report.form else ():
        layout = report.tables.get(table.key)
        if layout is not None and layout.present:
            yield table, layout


def _tables(report: Report, facts: Facts) -> Iterator[Outcome]:
    for table in report.form.tables if report.form else ():
        layout = report.tables.get(table.key)
        if layout is not None and layout.present:
            continue
        instead = layout.instead if layout and DENIAL.search(layout.instead[:LONGEST]) else ""
        said = f"，只有一句话：“{instead.rstrip('。')}”" if instead else ""
        yield Outcome(
            text=f"没有{table_name(table)}{said}。",
            hint="没有发生也要列出表格，各格填 0。" if said else "",
            paths=(table.key,),
        )


def _form(report: Report, facts: Facts) -> Iterator[Outcome]:
    if report.year is None:
        yield not_assessable("没有读到报告年度，无法判断应当用哪一种格式。")
        return
    wanted = form_for(report.year)
    if wanted is not None and wanted.key != report.format:
        used = FORM_NAMES.get(report.format, report.format)
        yield Outcome(
            text=f"{report.year}年年报应当用{FORM_NAMES[wanted.key]}的格式，实际用了{used}的格式。"
        )
    elif wanted is None:
        yield Outcome(text=f"{report.year}年年报还没有统一的表格，却用了统一格式。")


def _rows(report: Report, facts: Facts) -> Iterator[Outcome]:
    for table, layout in present_tables(report):
        order = [row.key for row in table.rows]
        keys = [row.key for row in layout.rows]
        known = [key for key in keys if key in order]
        strange = [row for row in layout.rows if row.key not in order]
        if table.key == "applications" and one_row_for_other(report):
            strange = [row for row in strange if row.key != "other"]
            yield Outcome(
                text="表三“（六）其他处理”应当分三行填写，本报告只有一行。",
                paths=("applications.other",),
            )
        twice = sorted({key for key in known if known.count(key) > 1}, key=order.index)
        if twice:
            labels = "、".join(f"“{table.row(key).label}”" for key in twice)
            yield Outcome(text=f"{table_name(table)}有重复的行：{labels}。")
        elif known != sorted(known, key=order.index):
            yield Outcome(text=f"{table_name(table)}的行次序与格式不一致：{_moved(table, known)}。")
        if strange:
            labels = "、".join(f"“{row.label or row.key}”" for row in strange)
            yield Outcome(
                text=f"{table_name(table)}有格式以外的行：{labels}。",
                evidence=tuple(
                    Evidence(report.file, row.place.page, row.place.line, row.label or "")
                    for row in strange
                ),
            )


def _moved(table: Table, known: list[str]) -> str:
    """The first row that stands where another belongs."""
    wanted = sorted(known, key=[row.key for row in table.rows].index)
    first = next(key for key, right in zip(known, wanted, strict=True) if key != right)
    return f"从“{table.row(first).label}”一行起"


def _missing(report: Report, facts: Facts) -> Iterator[Outcome]:
    for table, layout in present_tables(report):
        gone = set(layout.missing)
        if table.key == "applications" and one_row_for_other(report):
            gone -= OTHER_ROWS
        rows = [row for row in table.rows if row.key in gone]
        if rows:
            labels = "、".join(f"“{row.label}”" if row.label else "数据行" for row in rows)
            yield Outcome(
                text=f"{table_name(table)}缺 {len(rows)} 行：{labels}。",
                paths=tuple(f"{table.key}.{row.key}" for row in rows),
            )


TITLE_ROWS = {
    "applications": tuple(row.key for row in BY_KEY["2021"].table("applications").rows[::-1])
}
RULES = (
    Rule(
        "STR-02",
        Severity.ERROR,
        "缺少统计表",
        "补上第二、三、四部分的统计表。",
        OGI.at(50),
        _tables,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("没有表二", without=("table2",)),
            Sample(
                "用一句话代替表四",
                year=2020,
                without=("review",),
                instead={
                    "review": "本年度未发生行政复议、行政诉讼。",
                },
            ),
        ),
    ),
    Rule(
        "STR-03",
        Severity.ERROR,
        "格式与报告年度不符",
        "2019、2020年年报用2019年格式，2021年起用2021年格式。",
        FORM_2021.part("关于印发的通知"),
        _form,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("2020年年报用了2021年格式", year=2020, form="2021"),
            Sample("2022年年报用了2019年格式", year=2022, form="2019"),
        ),
    ),
    Rule(
        "STR-05",
        Severity.ERROR,
        "表格的行与格式不一致",
        "按格式规定的行和次序填写，不增行、不并行。",
        FORM_2021.part("表三"),
        _rows,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("行的次序颠倒", row_order=TITLE_ROWS),
            Sample("多出一行", row_order={"review": ("review", "extra")}),
            Sample("同一行出现两次", row_order={"review": ("review", "review")}),
        ),
    ),
    Rule(
        "STR-06",
        Severity.ERROR,
        "表格缺行",
        "补上缺少的行，没有发生的填 0。",
        FORM_2021.part("表三"),
        _missing,
        good=(CLEAN, CLEAN_2019),
        bad=(
            Sample("缺“1.属于国家秘密”一行", without=("applications.refused_1",)),
            Sample("表二缺行政强制", year=2020, without=("table2.coercion",)),
        ),
    ),
)
