"""Reports made by hand, small enough to see what is in them."""

from gongkai.core.finding import Evidence
from gongkai.core.ports import DocumentKind, Place
from gongkai.core.reports.forms import FORM_2021
from gongkai.core.reports.report import (
    Cell,
    Doubt,
    Narrative,
    Number,
    Report,
    TableLayout,
)

FILE = "示范市2024年年报.html"


def cell(value: Number | None, raw: str = "") -> Cell:
    return Cell(value, raw or str(value), Evidence(FILE, None, 12, f"…{value}…"), "表格单元格")


def report(
    values: dict[str, Number | None] | None = None,
    doubts: tuple[Doubt, ...] = (),
    organ: str = "示范市人民政府办公室",
    year: int = 2024,
) -> Report:
    """A report on the 2021 form, all zeros but for the values given."""
    cells = {path: cell(0) for path in FORM_2021.paths()}
    cells |= {path: cell(value) for path, value in (values or {}).items()}
    return Report(
        file=FILE,
        kind=DocumentKind.HTML,
        organ=organ,
        year=year,
        format="2021",
        cells=cells,
        tables={table.key: TableLayout(table.key, present=True) for table in FORM_2021.tables},
        sections=(),
        narrative=Narrative(title=f"{organ}{year}年政府信息公开工作年度报告"),
        lines=(),
        doubts=doubts,
        notes=(),
    )


PLACE = Place(page=3, line=12)
