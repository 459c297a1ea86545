"""Likely slips, in a language of sixteen words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.checks.wording.likely import (
    POSSIBLE,
    SURE,
    WEIGHTS,
    Kinship,
    Surroundings,
    Trial,
    features,
    score,
    slips,
    trials,
)
from tests.core.checks.wording.texts import KNOWLEDGE, squeezed


def found(text: str, allowed: list[tuple[int, int]] | None = None) -> list[tuple[int, str]]:
    return [(slip.start, slip.right) for slip in slips(squeezed(text), KNOWLEDGE, allowed or [])]


def test_a_slip_is_found_with_the_word_it_would_be() -> None:
    assert found("全面布署工作") == [(2, "部署")]


def test_several_slips_of_one_text() -> None:
    assert found("全面布署，惯彻落实的") == [(2, "部署"), (5, "贯彻落实")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全面部署工作", id="没有错"),
        pytest.param("布署", id="太短，看不出"),
        pytest.param("布署，工作", id="被标点隔短"),
        pytest.param("全面布署镇工作", id="词典里的地名"),
        pytest.param("甲乙丙丁戊己", id="都不认识"),
    ],
)
def test_nothing_is_suspected(text: str) -> None:
    assert found(text) == []


def test_what_is_allowed_is_not_suspected() -> None:
    assert found("全面布署工作", [(2, 4)]) == []
    assert found("全面布署工作", [(2, 3)]) == []
    assert found("全面布署工作", [(3, 6)]) == [(2, "部署")]


def test_places_hold_in_a_longer_text() -> None:
    text = squeezed("\uff11．全面 布署工作。")
    (slip,) = slips(text, KNOWLEDGE)
    assert text.span(slip.start, slip.end).quote == "布署"


def test_a_stretch_that_comes_again_has_its_slips_where_it_stands() -> None:
    assert found("全面布署工作，全面布署工作") == [(2, "部署"), (9, "部署")]


@given(st.text(alphabet="部署布工作全面落实惯彻的镇分名", min_size=4, max_size=9))
def test_nothing_is_missed_where_no_word_could_gain_more(run: str) -> None:
    """What the ceilings spare is nothing that would be found by trying everything."""
    no_ceilings = replace(KNOWLEDGE, ceilings=dict.fromkeys(KNOWLEDGE.ceilings, 0.0))
    assert list(trials(run, KNOWLEDGE)) == list(trials(run, no_ceilings))


def test_only_characters_that_stand_oddly_are_tried() -> None:
    assert {trial.place for trial, _ in trials("全面布署工作", KNOWLEDGE)} == {2}


def trial(gain: float = 9.0, kinship: Kinship = Kinship.SOUND) -> Trial:
    return Trial(0, 0, "部署", gain, kinship)


SEEN = Surroundings(1, -10.0, is_name=False, right_character=-9.0)


def test_all_that_is_weighed_has_a_weight() -> None:
    assert features(trial(), SEEN).keys() == WEIGHTS.keys()


def test_what_speaks_for_a_slip_and_against() -> None:
    usual = score(trial(), SEEN)
    assert score(trial(gain=12.0), SEEN) > usual
    assert score(trial(kinship=Kinship.NEAR), SEEN) < usual
    assert score(trial(), SEEN._replace(is_name=True)) < usual


def test_sure_is_more_than_possible() -> None:
    assert SURE > POSSIBLE
    (slip,) = slips(squeezed("全面布署工作"), KNOWLEDGE)
    assert slip.is_sure is (slip.score >= SURE)


def test_a_name_is_told_by_what_follows() -> None:
    ((_, seen),) = trials("全面布署县工", KNOWLEDGE)
    assert seen.is_name
