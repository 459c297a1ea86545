"""Amounts in capital numerals, as the rules for filling in bills write them."""

import pytest

from gongkai.core.applications.letters.amounts import LARGEST, amount_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "零元整"),
        (9, "玖元整"),
        (10, "壹拾元整"),
        (105, "壹佰零伍元整"),
        (1200, "壹仟贰佰元整"),
        (2010, "贰仟零壹拾元整"),
        (7008, "柒仟零捌元整"),
        (10000, "壹万元整"),
        (10305, "壹万零叁佰零伍元整"),
        (120000, "壹拾贰万元整"),
        (3004050, "叁佰万肆仟零伍拾元整"),
        (100000001, "壹亿零壹元整"),
    ],
)
def test_an_amount_in_capitals(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


@pytest.mark.parametrize("amount", [-1, LARGEST + 1])
def test_what_is_no_amount(amount: int) -> None:
    with pytest.raises(ValueError, match="between"):
        amount_in_words(amount)
