"""Unified social credit codes: invented ones, and what is wrong with others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.identity.credit_code import ALPHABET, check_character, is_credit_code

BODIES = st.builds(
    lambda head, region, tail: head + region + tail,
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
)


@given(BODIES)
def test_the_check_character_makes_a_code(body: str) -> None:
    assert is_credit_code(body + check_character(body))


@given(BODIES, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(body: str, place: int, char: str) -> None:
    code = body + check_character(body)
    wrong = code[:place] + char + code[place + 1 :]
    assert is_credit_code(wrong) is (wrong == code)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("", id="空"),
        pytest.param("11990100000000000", id="少一位"),
        pytest.param("11990100000000000O", id="字母O"),
        pytest.param("1199A10000000000X0", id="区划不是数字"),
    ],
)
def test_what_is_no_code(code: str) -> None:
    assert not is_credit_code(code)
