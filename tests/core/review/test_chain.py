"""Review chains (R1-11): secrecy review cannot be skipped, work resumes where it was sent back."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.core.identity import Role
from gongkai.core.publishing.chain_faults import FAULTS, faults
from gongkai.core.review.chain import (
    DEFAULT,
    SECRECY,
    Chain,
    Level,
    LevelKind,
    Passed,
    next_level,
    open_levels,
    with_office,
)

HEAD, SECRET, DEPUTY, LEADER = range(4)
SIGN = Level("leader", "主要领导", Role.LEADER, urgent=True)


def passed(*levels: int, revision: str = "a") -> list[Passed]:
    return [Passed(level, revision) for level in levels]


def test_the_usual_chain_is_in_order() -> None:
    assert [level.label for level in DEFAULT] == ["科室负责人", "保密审查", "分管领导", "主要领导"]
    assert list(faults(DEFAULT)) == []


def test_at_first_every_level_is_open() -> None:
    assert open_levels(DEFAULT, [], "a") == (HEAD, SECRET, DEPUTY, LEADER)


def test_a_level_that_passed_is_not_asked_again() -> None:
    assert open_levels(DEFAULT, passed(HEAD, SECRET), "a") == (DEPUTY, LEADER)


def test_a_mended_text_goes_back_to_whoever_sent_it_back_then_to_secrecy_review() -> None:
    left = open_levels(DEFAULT, passed(HEAD, SECRET), "b")
    assert left == (SECRET, DEPUTY, LEADER)
    assert next_level(left, resume_at=DEPUTY) == DEPUTY
    after = open_levels(DEFAULT, [*passed(HEAD, SECRET), Passed(DEPUTY, "b")], "b")
    assert next_level(after) == SECRET


def test_an_unchanged_text_does_not_ask_secrecy_review_twice() -> None:
    assert open_levels(DEFAULT, passed(HEAD, SECRET), "a") == (DEPUTY, LEADER)


def test_in_an_urgent_case_only_those_who_cannot_wait_are_asked() -> None:
    assert open_levels(DEFAULT, [], "a", urgent=True) == (SECRET, LEADER)


def test_nobody_is_next_when_all_have_passed() -> None:
    assert next_level(open_levels(DEFAULT, passed(0, 1, 2, 3), "a")) is None


def test_whoever_is_not_open_any_more_is_not_resumed_at() -> None:
    assert next_level((SECRET, LEADER), resume_at=HEAD) == SECRET


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abc")), max_size=12))
def test_nothing_is_ever_complete_without_secrecy_review_of_that_very_text(
    history: list[tuple[int, str]],
) -> None:
    rows = [Passed(level, revision) for level, revision in history]
    left = open_levels(DEFAULT, rows, "c")
    assert (SECRET in left) == (Passed(SECRET, "c") not in rows)
    assert SECRET in open_levels(DEFAULT, [], "c", urgent=True)


@given(st.permutations(range(4)))
def test_in_whatever_order_levels_pass_the_end_is_the_same(order: list[int]) -> None:
    assert open_levels(DEFAULT, passed(*order), "a") == ()


BROKEN: dict[str, tuple[str, Chain]] = {
    "没有保密审查": ("CHAIN-SECRECY", (SIGN,)),
    "保密审查两次": ("CHAIN-SECRECY", (SECRECY, SECRECY, SIGN)),
    "保密审查在最后": ("CHAIN-SECRECY-LAST", (SIGN, SECRECY)),
    "保密审查可以事后补": ("CHAIN-SECRECY-LATER", (replace(SECRECY, urgent=False), SIGN)),
    "保密审查由别人进行": ("CHAIN-SECRECY-ROLE", (replace(SECRECY, role=Role.LEADER), SIGN)),
    "只有保密审查": ("CHAIN-EMPTY", (SECRECY,)),
    "紧急时没有人签发": ("CHAIN-URGENT", (SECRECY, replace(SIGN, urgent=False))),
    "太长": ("CHAIN-LONG", (SECRECY, *(SIGN,) * 12)),
    "拟稿人当审核人": ("CHAIN-ROLE", (SECRECY, replace(SIGN, role=Role.DRAFTER))),
    "没有名称": ("CHAIN-LABEL", (SECRECY, replace(SIGN, label=" "))),
}


@pytest.mark.parametrize(("code", "chain"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_chain_is_told(code: str, chain: Chain) -> None:
    found = [finding for finding in faults(chain) if finding.code == code]
    assert len(found) == 1
    assert found[0].text
    assert found[0].hint


def test_every_fault_has_a_case() -> None:
    assert {fault.code for fault in FAULTS} == {code for code, _ in BROKEN.values()}


def test_levels_may_stand_in_any_order_but_secrecy_last() -> None:
    for order in permutations(DEFAULT):
        assert any(faults(order)) == (order[-1].kind is LevelKind.SECRECY)


def test_policy_documents_pass_the_office_before_secrecy_review() -> None:
    labels = [level.label for level in with_office(DEFAULT)]
    assert labels == ["科室负责人", "公开办", "保密审查", "分管领导", "主要领导"]
    assert with_office(with_office(DEFAULT)) == with_office(DEFAULT)
    assert list(faults(with_office(DEFAULT))) == []


@pytest.mark.parametrize(
    ("kind", "label"), [(LevelKind.CONTENT, "内容审核"), (LevelKind.SECRECY, "保密审查")]
)
def test_kinds_of_levels_have_words(kind: LevelKind, label: str) -> None:
    assert kind.label == label
