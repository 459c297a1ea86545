"""Reports made by hand, for tests of what is shown and written."""

from decimal import Decimal

from gongkai.core.finding import Evidence, Finding, Severity, Status
from gongkai.core.law import FORM_2021 as SOURCE
from gongkai.core.ports import DocumentKind, Place
from gongkai.core.reports.forms import FORM_2019, FORM_2021, Form, row_paths
from gongkai.core.reports.report import (
    Breakdown,
    Cell,
    Doubt,
    Figure,
    Narrative,
    Number,
    Report,
    RowLayout,
    Section,
    TableLayout,
)

FILE = "样例县水利局2023.txt"
SENTENCE = "全年收到政府信息公开申请12件。"
LOST = "applications.refused_3"


def cell(value: Number | None, line: int) -> Cell:
    raw = "" if value is None else str(value)
    return Cell(value, raw, Evidence(FILE, 1, line, f"……{raw}……"))


def report(form: Form = FORM_2021, *, organ: str = "样例县水利局", year: int = 2023) -> Report:
    """A report with a blank cell, a lost row, a doubt, a fee with decimals."""
    cells: dict[str, Cell] = {}
    tables: dict[str, TableLayout] = {}
    for table in form.tables:
        rows = [row for row in table.rows if f"{table.key}.{row.key}" != LOST]
        for row in rows:
            for number, path in enumerate(row_paths(table, row)):
                cells[path] = cell(number, len(cells) + 1)
        tables[table.key] = TableLayout(
            table.key,
            present=True,
            rows=tuple(RowLayout(row.key, row.label, ("0",), Place(1, 1)) for row in rows),
        )
    cells["applications.new.1"] = cell(None, 99)
    if form is FORM_2021:
        cells["table2.fees_wan"] = cell(Decimal("2.5774"), 9)
    figure = Figure("applications_new", 12, False, "件", SENTENCE, Place(1, 3), 1)
    return Report(
        file=FILE,
        kind=DocumentKind.TEXT,
        organ=organ,
        year=year,
        format=form.key,
        cells=cells,
        tables=tables,
        sections=(Section(1, "一", "总体情况", SENTENCE, Place(1, 2)),),
        narrative=Narrative(
            title=f"{organ}{year}年政府信息公开工作年度报告",
            figures=(figure,),
            breakdowns=(Breakdown(figure, (figure,), False),),
        ),
        lines=(),
        doubts=(
            Doubt("applications.granted.0", "数字连写，有两种读法", (1, 11)),
            Doubt("applications.total", "这一行的数字连在一起", ((1, 2, 3, 4, 5, 6, 21), (1,) * 7)),
            Doubt("review", "表四列数不对", ()),
        ),
        notes=(Finding("FILE-ENCODING", Severity.INFORMATION, "编码", "按 GB18030 读取。"),),
    )


def without_tables() -> Report:
    """A report of 2016: prose, and a statistical appendix."""
    return Report(
        file="样例市2016.txt",
        kind=DocumentKind.TEXT,
        organ="样例市教育局",
        year=2016,
        format="pre-2019",
        cells={},
        tables={},
        sections=(),
        narrative=Narrative(),
        lines=(),
        appendix=(("主动公开政府信息数", "条", 120), ("制发规范性文件数", "件", None)),
    )


def without_review() -> Report:
    """A report whose fourth table is a sentence."""
    whole = report(FORM_2019, year=2020)
    tables = dict(whole.tables)
    tables["review"] = TableLayout("review", present=False, instead="未发生行政复议、行政诉讼。")
    kept = {path: cell for path, cell in whole.cells.items() if not path.startswith("review")}
    return Report(
        file=whole.file,
        kind=whole.kind,
        organ=whole.organ,
        year=whole.year,
        format=whole.format,
        cells=kept,
        tables=tables,
        sections=whole.sections,
        narrative=whole.narrative,
        lines=(),
    )


ERROR = Finding(
    "T3-03",
    Severity.ERROR,
    "行内合计不符",
    "表三“一、本年新收政府信息公开申请数量”各列之和为15，总计为6。",
    "请核对这一行。",
    paths=("applications.new.6",),
    cite=SOURCE.part("表三"),
    left=15,
    right=6,
    evidence=(Evidence(FILE, 1, 7, "……6……"),),
)
WARNING = Finding(
    "T2-07", Severity.WARNING, "收费金额偏大", "金额可能以元填写。", paths=("table2.fees_wan",)
)
UNCERTAIN = Finding(
    "T3-01",
    Severity.ERROR,
    "勾稽关系存疑",
    "读取存疑，无法确定。",
    status=Status.UNCERTAIN,
    paths=("applications.granted.0",),
)
PASSED = Finding("T4-01", Severity.ERROR, "表四合计", "相符。", status=Status.PASS)
FINDINGS = (PASSED, UNCERTAIN, WARNING, ERROR)
