"""The information processing fee: the steps, the monthly count, the values of R3-12."""

from datetime import date
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.applications.fees import (
    Counted,
    FeeMethod,
    before_in_month,
    fee_by_items,
    fee_by_pages,
    suggestion,
)

ITEMS = {
    0: 0, 10: 0, 11: 100, 30: 2000, 31: 2200, 35: 3000, 40: 4000,
    41: 4300, 45: 5500, 50: 7000, 60: 11000, 100: 37000,
}  # fmt: skip
PAGES = {
    0: 0, 30: 0, 31: 10, 100: 700, 101: 720, 150: 1700,
    200: 2700, 201: 2740, 250: 4700, 500: 14700,
}  # fmt: skip


@pytest.mark.parametrize(("items", "amount"), ITEMS.items())
def test_by_items(items: int, amount: int) -> None:
    assert fee_by_items(items).amount == amount


@pytest.mark.parametrize(("pages", "amount"), PAGES.items())
def test_by_pages(pages: int, amount: int) -> None:
    assert fee_by_pages(pages).amount == amount


def price_of_item(number: int) -> int:
    """What the item with that number in the month costs (R3-12)."""
    if number <= 10:
        return 0
    return 100 if number <= 30 else 100 * (ceil((number - 30) / 10) + 1)


@given(st.integers(0, 200), st.integers(0, 60))
def test_an_item_costs_what_its_place_in_the_month_says(before: int, items: int) -> None:
    fee = fee_by_items(items, before)
    assert fee.amount == fee_by_items(before + items).amount - fee_by_items(before).amount
    assert fee.amount == sum(price_of_item(before + n) for n in range(1, items + 1))


def test_the_steps_are_told() -> None:
    assert fee_by_items(35).steps == (
        "按件计收：同一申请人一个自然月内累计，本次之前已有 0 件"
        "（《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条）",
        "第 1 至 10 件：10 件，不收费",
        "第 11 至 30 件：20 件，每件 100 元，2000 元",
        "第 31 至 35 件：5 件，每件 200 元，1000 元",
        "35 件合计 3000 元",
    )
    assert fee_by_items(1, 30).steps[1:] == (
        "第 31 至 31 件：1 件，每件 200 元，200 元",
        "1 件合计 200 元",
    )
    assert "每页 40 元" in fee_by_pages(201).steps[-2]


@pytest.mark.parametrize("numbers", [(-1, 0), (1, -1)], ids=["件数", "在前件数"])
def test_there_is_no_less_than_nothing(numbers: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no fewer than 0"):
        fee_by_items(*numbers)
    with pytest.raises(ValueError, match="no fewer than 0"):
        fee_by_pages(-1)


def test_the_count_is_of_one_identity_in_one_calendar_month() -> None:
    this = Counted("张某", date(2025, 3, 31), 9)
    others = [
        Counted("张某", date(2025, 3, 1), 1, units=3),
        Counted("张某", date(2025, 3, 31), 8),
        Counted("张某", date(2025, 3, 31), 10),
        Counted("张某", date(2025, 2, 28), 2, units=40),
        Counted("张某", date(2024, 3, 5), 3),
        Counted("李某", date(2025, 3, 2), 4),
        this,
    ]
    assert before_in_month(this, others) == 4


def test_a_suggestion_names_both_ways_and_leaves_the_choice_to_a_person() -> None:
    found = suggestion(date(2025, 3, 3), units=1, before=30, pages=150)
    assert [(fee.method, fee.amount) for fee in found.fees] == [
        (FeeMethod.ITEMS, 200),
        (FeeMethod.PAGES, 1700),
    ]
    assert found.is_due
    assert "由工作机构认定后才能收费" in found.reason


def test_nothing_is_suggested_below_the_steps_or_before_the_measures() -> None:
    few = suggestion(date(2025, 3, 3), units=1, before=0, pages=30)
    old = suggestion(date(2020, 12, 31), units=1, before=99, pages=500)
    assert not few.is_due
    assert not old.is_due
    assert old.reason == "2021-01-01 以前收到的申请不收取信息处理费"


def test_words() -> None:
    assert [(row.label, row.unit) for row in FeeMethod] == [("按件计收", "件"), ("按量计收", "页")]
    assert [row.cite.part for row in FeeMethod] == ["第四条", "第五条"]
