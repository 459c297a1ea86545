"""The invented figures obey the form's formulas, and planted mistakes break exactly those."""

from random import Random

import pytest

from gongkai.core.reports.forms import FORM_2019, FORM_2021, Form
from tests.factories.mistakes import PLANTS, wrong_balance, wrong_total
from tests.factories.model import Sheet
from tests.factories.values import SIZES, Size, draw

INFLOW, OUTFLOW = ("new", "carried_in"), ("total", "carried_out")


def _row(sheet: Sheet, key: str) -> list[int]:
    return [int(sheet.values[f"applications.{key}.{n}"] or 0) for n in range(7)]


def _unbalanced(sheet: Sheet) -> list[int]:
    sums = [
        [sum(_row(sheet, key)[n] for key in keys) for n in range(7)] for keys in (INFLOW, OUTFLOW)
    ]
    return [n for n in range(7) if sums[0][n] != sums[1][n]]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("form", [FORM_2019, FORM_2021], ids=lambda form: form.key)
def test_all_formulas_of_table_3_hold(form: Form, size: Size) -> None:
    for seed in range(30):
        sheet = draw(Random(seed), form, size)
        keys = [row.key for row in form.table("applications").rows]
        for key in keys:
            assert sum(_row(sheet, key)[:6]) == _row(sheet, key)[6]
        results = [key for key in keys if key not in (*INFLOW, *OUTFLOW)]
        assert _row(sheet, "total") == [sum(_row(sheet, k)[n] for k in results) for n in range(7)]
        assert _unbalanced(sheet) == []


def test_every_block_of_table_4_adds_up() -> None:
    sheet = draw(Random(1), FORM_2021, SIZES[3])
    for block in ("review", "direct", "after"):
        parts = ("upheld", "corrected", "other", "pending")
        numbers = [int(sheet.values[f"review.{block}_{part}"] or 0) for part in parts]
        assert sum(numbers) == sheet.values[f"review.{block}_total"]


def test_in_force_is_at_least_issued_less_repealed() -> None:
    for seed in range(50):
        sheet = draw(Random(seed), FORM_2021)
        for key in ("regulations", "normative_docs"):
            issued, repealed, kept = (int(sheet.values[f"table2.{key}.{n}"] or 0) for n in range(3))
            assert kept >= max(0, issued - repealed)


def test_a_planted_wrong_total_breaks_one_row() -> None:
    sheet = wrong_total(Random(3), draw(Random(3), FORM_2021, SIZES[2]))
    wrong = [
        row.key
        for row in FORM_2021.table("applications").rows
        if sum(_row(sheet, row.key)[:6]) != _row(sheet, row.key)[6]
    ]
    assert len(wrong) == 1


def test_a_planted_wrong_balance_breaks_the_balance() -> None:
    sheet = wrong_balance(Random(3), draw(Random(3), FORM_2021, SIZES[2]))
    assert _unbalanced(sheet) == [0, 6]


@pytest.mark.parametrize("name", PLANTS)
def test_every_plant_leaves_its_name(name: str) -> None:
    for form in (FORM_2019, FORM_2021):
        assert PLANTS[name](Random(5), draw(Random(5), form)).planted == (name,)
