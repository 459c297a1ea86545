"""Names of cells: each means one thing, whatever the form."""

import pytest

from gongkai.apps.reports.naming import named_cells, names
from gongkai.core.reports.forms import FORMS, Form

BY_NAME = {form.key: {cell.name: cell for cell in named_cells(form)} for form in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.key}年格式")
def test_every_cell_has_a_name_of_its_own(form: Form) -> None:
    cells = named_cells(form)
    assert len({cell.name for cell in cells}) == len({cell.path for cell in cells}) == len(cells)
    assert set(form.paths()) <= {cell.path for cell in cells}


def test_one_path_of_two_forms_has_two_names() -> None:
    assert BY_NAME["2021"]["table2.regulations.issued"].path == "table2.regulations.0"
    assert BY_NAME["2019"]["table2.regulations.made"].path == "table2.regulations.0"
    assert "table2.regulations.made" not in BY_NAME["2021"]


def test_rows_of_the_other_form_only_are_named_too() -> None:
    assert BY_NAME["2021"]["applications.other.total"].path == "applications.other.6"
    assert BY_NAME["2019"]["applications.other_3.total"].label.startswith("表三")


def test_all_names_are_unique() -> None:
    assert len(names()) == len(set(names()))
    assert {"applications.new.natural", "review.after_total", "table2.fees_wan.fees"} <= set(
        names()
    )
