"""Blind indexes: the same value is found again, nothing can be read from them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from gongkai.apps.sealing.blind import blind_index
from tests.apps.sealing.notes import NEW_KEY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("11010119900307003x", "11010119900307003X", id="小写"),
        pytest.param("138 0000 5678", "\uff11\uff13800005678", id="全角和空格"),
        pytest.param("Zhang@Example.com ", "zhang@example.com", id="邮箱"),
        pytest.param("张 三", "张三", id="姓名中的空格"),
    ],
)
def test_writing_makes_no_difference(one: str, other: str) -> None:
    assert blind_index(one, "x") == blind_index(other, "x")


@given(st.text(alphabet="0123456789", min_size=1), st.text(alphabet="0123456789", min_size=1))
def test_different_values_have_different_indexes(one: str, other: str) -> None:
    assert (blind_index(one, "x") == blind_index(other, "x")) is (one == other)


def test_purposes_cannot_be_held_against_one_another() -> None:
    assert blind_index("13800005678", "phone") != blind_index("13800005678", "number")


def test_nothing_has_no_index() -> None:
    assert blind_index(" ", "phone") == ""


def test_it_is_keyed_and_stays_when_the_sealing_key_changes(settings: Settings) -> None:
    before = blind_index("13800005678", "phone")
    assert len(before) == 64
    assert before != hashlib.sha256(b"phone\x0013800005678").hexdigest()
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    assert blind_index("13800005678", "phone") == before
    settings.GONGKAI_INDEX_KEY = "bmV3" * 11
    assert blind_index("13800005678", "phone") != before
