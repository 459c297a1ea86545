"""Characters that are taken for one another."""

import pytest

from gongkai.apps.checks.word_kin import blurred, kin, kin_characters, sounds
from gongkai.core.checks.wording.likely import Kinship


@pytest.mark.parametrize(
    ("one", "other", "kinship"),
    [
        pytest.param("布", "部", Kinship.SOUND, id="同音"),
        pytest.param("旅", "履", Kinship.SOUND, id="带分音符的同音"),
        pytest.param("振", "正", Kinship.NEAR, id="前后鼻音"),
        pytest.param("撒", "傻", Kinship.NEAR, id="平翘舌"),
        pytest.param("冶", "治", Kinship.SHAPE, id="形近"),
    ],
)
def test_in_what_way(one: str, other: str, kinship: Kinship) -> None:
    assert kin(one)[other] is kinship
    assert kin(other)[one] is kinship


def test_nobody_is_kin_to_itself_and_strangers_are_none() -> None:
    assert "布" not in kin("布")
    assert "工" not in kin("布")
    assert kin("a") == {}


def test_a_rare_character_is_taken_for_a_common_one_only() -> None:
    assert "国" in kin("菓")
    assert "菓" not in kin("国")


def test_those_that_sound_only_nearly_alike_may_be_left_out() -> None:
    every, close = (set(kin_characters("振", with_near=near)) for near in (True, False))
    assert every == set(kin("振"))
    assert every - close == {one for one, how in kin("振").items() if how is Kinship.NEAR}
    assert kin_characters("a", with_near=True) == ""


def test_readings_are_without_tones() -> None:
    assert {"xing", "hang"} <= sounds("行")
    assert sounds("a") == frozenset()


@pytest.mark.parametrize(
    ("sound", "heard"),
    [("zhang", "zan"), ("nu\u0308", "lu\u0308"), ("shi", "si"), ("ying", "yin"), ("ba", "ba")],
)
def test_sounds_as_they_are_heard(sound: str, heard: str) -> None:
    assert blurred(sound) == heard
