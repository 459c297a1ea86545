"""The printed tables: every cell of the form in one box, boxes that fill the paper."""

from collections import Counter
from dataclasses import replace

import pytest

from gongkai.core.reports.forms import FORM_2021, FORMS, Form
from gongkai.faces.common.exports.sheets import sheets, sheets_of
from tests.faces.common.made import report, without_tables


@pytest.fixture(params=FORMS, ids=lambda form: f"{form.key}年格式")
def form(request: pytest.FixtureRequest) -> Form:
    made: Form = request.param
    return made


def test_every_cell_of_the_form_has_one_box(form: Form) -> None:
    paths = [box.path for sheet in sheets(form) for box in sheet.boxes if box.path]
    assert sorted(paths) == sorted(form.paths())


def test_boxes_fill_the_paper_without_overlap(form: Form) -> None:
    for sheet in sheets(form):
        covered = Counter(
            (row, column)
            for box in sheet.boxes
            for row in range(box.row, box.row + box.row_span)
            for column in range(box.column, box.column + box.column_span)
        )
        whole = {(row, column) for row in range(sheet.rows) for column in range(sheet.columns)}
        assert set(covered) == whole, sheet.key
        assert set(covered.values()) == {1}, sheet.key


def test_boxes_come_in_reading_order(form: Form) -> None:
    for sheet in sheets(form):
        assert [box for line in sheet.lines() for box in line] == sorted(
            sheet.boxes, key=lambda box: (box.row, box.column)
        )


def test_applications_have_the_heads_of_the_form(form: Form) -> None:
    (applications,) = (sheet for sheet in sheets(form) if sheet.key == "applications")
    texts = [box.text for box in applications.boxes]
    assert texts.count("法人或其他组织") == 1
    merged = {box.text: box.row_span for box in applications.boxes if box.row_span > 1}
    assert merged["（三）不予公开"] == 8
    assert merged["三、本年度办理结果"] == len(form.table("applications").rows) - 3


def test_a_table_on_the_other_form_is_printed_on_that() -> None:
    mixed = report(FORM_2021)
    cells = {path: cell for path, cell in mixed.cells.items() if ".other_" not in path}
    cells |= {f"applications.other.{n}": mixed.cells["applications.new.0"] for n in range(7)}
    paths = {box.path for sheet in sheets_of(replace(mixed, cells=cells)) for box in sheet.boxes}
    assert "applications.other.6" in paths
    assert "applications.other_1.0" not in paths
    assert "table2.fees_wan" in paths


def test_a_report_without_a_form_has_no_sheet() -> None:
    assert sheets_of(without_tables()) == ()
