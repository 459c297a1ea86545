"""Digits that run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.reports.reading.cuts import (
    Budget,
    blocks_add_up,
    cuts,
    dropped,
    placed,
    row_adds_up,
    summed_cuts,
)

PARTS = st.lists(st.integers(0, 300), min_size=6, max_size=6)


@given(PARTS)
def test_seven_numbers_run_together_can_be_cut_back(parts: list[int]) -> None:
    row = (*parts, sum(parts))
    assert row in set(summed_cuts(["".join(map(str, row))], 6, Budget(10**7)))


@given(PARTS)
def test_every_cut_adds_up_and_joins_to_the_source(parts: list[int]) -> None:
    text = "".join(map(str, (*parts, sum(parts))))
    for cut in summed_cuts([text], 6, Budget(10**7)):
        assert sum(cut[:-1]) == cut[-1]
        assert "".join(map(str, cut)) == text


@given(st.lists(st.integers(0, 999), min_size=2, max_size=4))
def test_cuts_keep_the_borders_of_the_source(numbers: list[int]) -> None:
    tokens = [str(number) for number in numbers]
    assert list(cuts(tokens, len(tokens))) == [tuple(numbers)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("170000017", (17, 0, 0, 0, 0, 0, 17)),
        ("20231480023", None),
    ],
)
def test_a_row_with_one_cut(text: str, row: tuple[int, ...] | None) -> None:
    found = list(summed_cuts([text], 6, Budget(10**7)))
    assert found == ([row] if row else [])


def test_only_a_sign_makes_a_negative_number() -> None:
    assert set(cuts(["156", "-5997"], 3)) == {
        (156, -5, 997),
        (156, -59, 97),
        (156, -599, 7),
        (1, 56, -5997),
        (15, 6, -5997),
    }


def test_a_blank_may_be_any_cell() -> None:
    assert placed([0, 0], 3, lambda _: True) == [(0, 0, None), (0, None, 0), (None, 0, 0)]


def test_equal_readings_count_once() -> None:
    assert dropped([0] * 8, 7, row_adds_up) == [(0,) * 7]


def test_a_blank_is_not_a_zero() -> None:
    assert row_adds_up((None, 2, None, None, None, None, 2))
    assert not row_adds_up((1, 2, None, None, None, None, 2))
    assert not row_adds_up((0, 0, 0, 0, 0, 0, None))
    assert blocks_add_up((1, 0, 0, 0, 1) * 3)


def test_digits_without_end_are_given_up_in_time() -> None:
    budget = Budget()
    for _ in summed_cuts(["1" * 200], 14, budget):
        pass
    assert budget.spent
