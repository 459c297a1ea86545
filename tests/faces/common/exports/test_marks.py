"""Marks: what is wrong weighs more than what is in doubt, and nothing looks surer than it is."""

from dataclasses import replace

import pytest

from gongkai.core.finding import Status
from gongkai.faces.common.exports.marks import State, marks
from tests.faces.common.made import ERROR, PASSED, UNCERTAIN, WARNING, report

CASES = {
    "读取的": ("applications.carried_in.0", State.READ, "0"),
    "空白": ("applications.new.1", State.BLANK, "－"),
    "缺行": ("applications.refused_3.0", State.ABSENT, ""),
    "存疑的单元格": ("applications.granted.0", State.DOUBTED, "0?"),
    "存疑的一行": ("applications.total.3", State.DOUBTED, "3?"),
    "存疑的一张表": ("review.after_total", State.DOUBTED, "14?"),
    "提醒": ("table2.fees_wan", State.WARNED, "2.5774*"),
    "错误": ("applications.new.6", State.WRONG, "6!"),
}


@pytest.mark.parametrize(("path", "state", "text"), CASES.values(), ids=CASES)
def test_every_state_has_its_sign(path: str, state: State, text: str) -> None:
    mark = marks(report(), (ERROR, WARNING, UNCERTAIN, PASSED))[path]
    assert (mark.state, mark.text) == (state, text)


def test_a_finding_about_a_row_marks_its_cells() -> None:
    about = replace(ERROR, paths=("applications.carried_in",))
    found = marks(report(), (about,))
    assert {found[f"applications.carried_in.{n}"].state for n in range(7)} == {State.WRONG}


def test_a_finding_about_a_table_marks_no_cell() -> None:
    about = (replace(ERROR, paths=("applications",)), replace(ERROR, paths=("review",)))
    states = {mark.state for mark in marks(report(), about).values()}
    assert State.WRONG not in states


def test_what_passed_marks_nothing() -> None:
    passed = replace(ERROR, status=Status.PASS)
    assert marks(report(), (passed,))["applications.new.6"].state is State.READ


def test_every_state_has_a_word() -> None:
    assert len({state.label for state in State}) == len(State)
