"""Formulas reckon and say themselves."""

from decimal import Decimal

import pytest

from gongkai.core.law import FORM_2021
from gongkai.core.reports.checks.figures.relations import (
    applicants,
    application_rows,
    flow,
    outcomes,
    publicity,
    results,
    stock,
)
from gongkai.core.reports.checks.formula import (
    Formula,
    Term,
    at_least,
    balance,
    number_text,
    sum_of,
)
from gongkai.core.reports.forms import FORM_2019, Form
from gongkai.core.reports.forms import FORM_2021 as NEW_FORM

CITE = FORM_2021.part("表三")
NEW, IN, DONE, OUT = (
    Term("n", "本年新收"),
    Term("i", "上年结转"),
    Term("t", "总计"),
    Term("o", "结转下年度"),
)
FLOW = balance("总计列", (NEW, IN), (DONE, OUT), CITE)


def test_a_broken_formula_says_by_how_much() -> None:
    assert FLOW.say({"n": 14, "i": 0, "t": 13, "o": 0}) == (
        "总计列：本年新收 14 + 上年结转 0 ≠ 总计 13 + 结转下年度 0，相差 1"
    )


def test_a_formula_that_holds_says_so() -> None:
    numbers = {"n": 14, "i": 0, "t": 13, "o": 1}
    assert FLOW.holds(numbers)
    assert FLOW.say(numbers) == "总计列：本年新收 14 + 上年结转 0 = 总计 13 + 结转下年度 1"


def test_a_formula_without_numbers() -> None:
    assert str(FLOW) == "总计列：本年新收 + 上年结转 = 总计 + 结转下年度"


def test_zeros_of_a_long_sum_are_left_out() -> None:
    parts = tuple(Term(str(number), f"项{number}") for number in range(6))
    formula = sum_of("某列", DONE, parts, CITE)
    numbers = {"t": 5, **dict.fromkeys("012345", 0), "2": 4}
    assert formula.say(numbers) == "某列：总计 5 ≠ 各分项之和 4（项2 4），相差 1"
    assert formula.say({"t": 0, **dict.fromkeys("012345", 0)}) == "某列：总计 0 = 各分项之和 0"


def test_at_least_allows_more() -> None:
    formula = at_least("规章", (NEW,), (IN, Term("o", "废止", -1)), CITE)
    assert formula.holds({"n": 4, "i": 5, "o": 1})
    assert formula.holds({"n": 9, "i": 5, "o": 1})
    assert not formula.holds({"n": 3, "i": 5, "o": 1})
    assert (
        formula.say({"n": 3, "i": 5, "o": 1})
        == "规章：本年新收 3 < 上年结转 5 \u2212 废止 1，相差 1"
    )


def test_money_has_a_tolerance() -> None:
    formula = Formula("收费", (NEW,), (IN,), CITE, tolerance=Decimal("0.01"))
    assert formula.holds({"n": Decimal("2.50"), "i": Decimal("2.51")})
    assert not formula.holds({"n": Decimal("2.50"), "i": Decimal("2.52")})


@pytest.mark.parametrize(("path", "wanted"), [("n", 13), ("t", 14), ("o", 1)])
def test_what_a_cell_would_have_to_be(path: str, wanted: int) -> None:
    assert FLOW.needed(path, {"n": 14, "i": 0, "t": 13, "o": 0}) == wanted


def test_numbers_are_written_without_needless_zeros() -> None:
    assert number_text(Decimal("465.740")) == "465.74"
    assert number_text(Decimal(1000)) == "1000"
    assert number_text(7) == "7"


@pytest.mark.parametrize("form", [FORM_2019, NEW_FORM], ids=lambda form: form.key)
def test_formulas_come_from_the_form(form: Form) -> None:
    table = form.table("applications")
    columns = len(table.rows[0].columns)
    assert len(flow(form)) == columns
    assert len(results(form)) == columns
    assert len(applicants(form)) == len(table.rows)
    assert len(outcomes(form)) == 3
    paths = set(form.paths())
    every = (*flow(form), *results(form), *applicants(form), *outcomes(form))
    assert {path for formula in every for path in formula.paths} <= paths
    # new, carried in and carried out are no results, the total is no part of itself
    assert len(results(form)[0].right) == len(table.rows) - 4


def test_one_row_stands_for_three_where_the_report_has_one() -> None:
    rows = application_rows(NEW_FORM, one_row=True)
    assert [row.key for row in rows] == [row.key for row in FORM_2019.table("applications").rows]


def test_each_form_has_its_own_formulas_for_documents() -> None:
    assert (
        str(stock()[1]) == "表二“行政规范性文件”：现行有效件数 ≥ 本年制发件数 \u2212 本年废止件数"
    )
    assert str(publicity()[1]) == "表二“规范性文件”：对外公开总数量 ≥ 本年新公开数量"
