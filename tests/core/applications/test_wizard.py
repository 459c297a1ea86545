"""The wizard leads from questions in plain words to one decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.wizard import (
    ALL,
    QUESTIONS,
    Answers,
    asked,
    left,
    next_question,
)


def paths(answers: Answers) -> list[Answers]:
    """Every way through the questions from here."""
    question = next_question(answers)
    if question is None:
        return [answers]
    ways: list[Answers] = []
    for option in question.open_options(left(answers)):
        ways += paths({**answers, question.key: option.key})
    return ways


EVERY_WAY = paths({})


def test_every_way_ends_in_one_decision_and_every_decision_has_one() -> None:
    ends = [left(way) for way in EVERY_WAY]
    assert all(len(kinds) == 1 for kinds in ends)
    assert frozenset[str]().union(*ends) == ALL == set(DECISION)


def test_no_way_is_longer_than_the_questions() -> None:
    assert max(len(way) for way in EVERY_WAY) <= len(QUESTIONS)


def test_at_first_everything_is_open() -> None:
    assert left({}) == ALL
    first = next_question({})
    assert first is QUESTIONS[0]
    assert asked({}) == ()


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        pytest.param({"goes_on": "retracted"}, "retracted", id="撤回"),
        pytest.param({"goes_on": "goes_on", "asks_for": "petition"}, "petition", id="信访"),
        pytest.param(
            {
                "goes_on": "goes_on",
                "asks_for": "information",
                "unclear": "no",
                "excessive": "no",
                "repeated": "no",
                "special_law": "no",
                "responsible": "no",
                "held": "yes",
            },
            "not_held",
            id="不存在",
        ),
        pytest.param(
            {"goes_on": "goes_on", "asks_for": "record", "rectify": "not_rectified"},
            "not_rectified",
            id="不予更正",
        ),
        pytest.param(
            {
                "goes_on": "goes_on",
                "asks_for": "information",
                "unclear": "no",
                "excessive": "no",
                "repeated": "no",
                "special_law": "no",
                "responsible": "no",
                "held": "no",
                "existing": "no",
                "public": "no",
                "open": "nothing",
                "ground": "refused_third_party",
            },
            "refused_third_party",
            id="第三方",
        ),
    ],
)
def test_answers_lead_to(answers: Answers, kind: str) -> None:
    assert left(answers) == {kind}
    assert next_question(answers) is None
    assert [option.key for _, option in asked(answers)] == list(answers.values())


def test_a_changed_answer_makes_later_ones_idle() -> None:
    answers = {"goes_on": "ended", "asks_for": "petition", "open": "all"}
    assert left(answers) == {"ended"}


@given(
    st.dictionaries(
        st.sampled_from([row.key for row in QUESTIONS]),
        st.sampled_from(
            ["?", *(option.key for row in QUESTIONS for option in row.options)],
        ),
    )
)
def test_whatever_is_answered_something_remains(answers: Answers) -> None:
    kinds = left(answers)
    assert kinds
    assert kinds <= ALL
    question = next_question(answers)
    assert (question is None) is (len(kinds) == 1)
    if question is not None:
        open_options = question.open_options(kinds)
        assert len(open_options) > 1
        assert all(left({**answers, question.key: row.key}) <= kinds for row in open_options)


def test_every_question_explains_itself() -> None:
    assert all(row.text.endswith("？") and row.hint and row.cite for row in QUESTIONS)
