"""Digits that run together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.reports.reading.cuts import (
    blocks_add_up,
    cuts,
    dropped,
    placed,
    row_adds_up,
    summed_cuts,
)

PARTS = st.lists(st.integers(0, 300), min_size=6, max_size=6)


@given(PARTS)
def test_连写的七个数总能切回原来的读法(parts: list[int]) -> None:
    row = (*parts, sum(parts))
    assert row in set(summed_cuts(["".join(map(str, row))], 6))


@given(PARTS)
def test_每一种切法都符合本行合计且原样拼回(parts: list[int]) -> None:
    text = "".join(map(str, (*parts, sum(parts))))
    for cut in summed_cuts([text], 6):
        assert sum(cut[:-1]) == cut[-1]
        assert "".join(map(str, cut)) == text


@given(st.lists(st.integers(0, 999), min_size=2, max_size=4))
def test_切法保留原文已有的分隔(numbers: list[int]) -> None:
    tokens = [str(number) for number in numbers]
    assert list(cuts(tokens, len(tokens))) == [tuple(numbers)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("170000017", (17, 0, 0, 0, 0, 0, 17)),
        ("20231480023", None),
    ],
)
def test_唯一的切法(text: str, row: tuple[int, ...] | None) -> None:
    found = list(summed_cuts([text], 6))
    assert found == ([row] if row else [])


def test_负数只在有符号处出现() -> None:
    assert set(cuts(["156", "-5997"], 3)) == {
        (156, -5, 997),
        (156, -59, 97),
        (156, -599, 7),
        (1, 56, -5997),
        (15, 6, -5997),
    }


def test_空格可以在任何一列() -> None:
    assert placed([0, 0], 3, lambda _: True) == [(0, 0, None), (0, None, 0), (None, 0, 0)]


def test_多出的数去掉后相同的读法只算一种() -> None:
    assert dropped([0] * 8, 7, row_adds_up) == [(0,) * 7]


def test_空白不当作零() -> None:
    assert row_adds_up((None, 2, None, None, None, None, 2))
    assert not row_adds_up((1, 2, None, None, None, None, 2))
    assert not row_adds_up((0, 0, 0, 0, 0, 0, None))
    assert blocks_add_up((1, 0, 0, 0, 1) * 3)
