"""The grid on the screen: the printed table, and what each cell says at a glance."""

from dataclasses import replace

import pytest

from gongkai.apps.reports.confirming import confirmed
from gongkai.core.finding import Finding, Severity
from gongkai.core.reports.forms import FORMS, Form
from gongkai.core.reports.report import Doubt, Report, TableLayout
from gongkai.faces.common.reports.grid import Grid, GridBox, anchor, grids
from gongkai.faces.common.reports.listing import listed
from tests.apps.reports.made import report

PATH = "applications.new.0"
WRONG = Finding("X", Severity.ERROR, "题", "错", paths=(PATH,))
SUM = Finding(
    "X",
    Severity.ERROR,
    "题",
    "和",
    paths=("applications.new.6", PATH, "applications.new.1"),
    left=1,
    right=2,
)

BY_HAND = confirmed(report({PATH: 3}), {PATH: 4})


def boxes(shown: tuple[Grid, ...]) -> dict[str, GridBox]:
    return {
        box.box.path: box
        for grid in shown
        for lines in (grid.heads, *grid.bodies)
        for line in lines
        for box in line
        if box.box.path
    }


def cell(read: Report, *findings: Finding) -> GridBox:
    return boxes(grids(read, listed(read, findings)))[PATH]


def without_cell() -> Report:
    read = report()
    return replace(read, cells={path: at for path, at in read.cells.items() if path != PATH})


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_cell_of_the_form_has_one_box(form: Form) -> None:
    read = replace(report(), format=form.key)
    assert set(boxes(grids(read, ()))) == set(form.paths())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_every_line_is_as_wide_as_its_table(form: Form) -> None:
    for grid in grids(replace(report(), format=form.key), ()):
        held: dict[int, int] = {}
        lines = [line for part in (grid.heads, *grid.bodies) for line in part]
        for number, line in enumerate(lines):
            for box in line:
                for below in range(box.box.row_span):
                    held[number + below] = held.get(number + below, 0) + box.box.column_span
        assert set(held.values()) == {grid.sheet.columns}


@pytest.mark.parametrize(
    ("read", "findings", "state", "label"),
    [
        pytest.param(report({PATH: 3}), (), "read", "读取", id="读出"),
        pytest.param(report({PATH: None}), (), "blank", "原文空白", id="空白"),
        pytest.param(without_cell(), (), "absent", "原文没有这一行", id="缺行"),
        pytest.param(report({PATH: 3}), (WRONG,), "wrong", "有错误", id="错误"),
        pytest.param(
            report({PATH: 3}),
            (replace(WRONG, severity=Severity.WARNING),),
            "warned",
            "需要核对",
            id="提醒",
        ),
        pytest.param(
            report({PATH: 3}, (Doubt("applications.new", "相连"),)),
            (),
            "doubted",
            "读取存疑",
            id="存疑",
        ),
        pytest.param(report({PATH: 3}), (SUM,), "involved", "", id="参与计算"),
        pytest.param(BY_HAND, (), "confirmed", "人工确认", id="人工确认"),
        pytest.param(
            BY_HAND,
            (WRONG,),
            "wrong",
            "有错误，人工确认",
            id="确认后仍错",
        ),
    ],
)
def test_what_a_cell_says(
    read: Report, findings: tuple[Finding, ...], state: str, label: str
) -> None:
    shown = cell(read, *findings)
    assert (shown.state, shown.label) == (state, label)
    assert bool(shown.sign) == (state not in {"read", "involved"})


def test_a_table_that_is_not_there_says_what_stands_instead() -> None:
    tables = {"review": TableLayout("review", present=False, instead="未发生行政复议。")}
    shown = grids(replace(report(), tables=tables), ())
    assert [(grid.present, grid.instead) for grid in shown] == [
        (False, ""),
        (False, ""),
        (False, "未发生行政复议。"),
    ]


def test_free_text_has_no_tables() -> None:
    assert grids(replace(report(), format="pre-2019"), ()) == ()


def test_an_anchor_is_a_name() -> None:
    assert anchor("applications.new.0") == "c-applications-new-0"
