"""A reply goes from the handler through the levels to the applicant."""

import pytest

from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_review import (
    AT_ONCE,
    OPEN,
    REPLY,
    REPLY_CHAIN,
    WRITABLE,
    chain_faults,
)
from gongkai.core.applications.lifecycle import CASE
from gongkai.core.identity import Role
from gongkai.core.review.chain import Chain, Level


def test_every_state_can_be_reached_and_three_are_ends() -> None:
    assert REPLY.reachable() == {state.key for state in REPLY.states}
    assert REPLY.ends() == {"issued", "discarded", "dropped"}
    assert REPLY.reachable() - REPLY.ends() == OPEN
    assert WRITABLE < OPEN


def test_what_moves_a_reply_moves_its_case() -> None:
    own = {"discard", "drop"}
    assert {step.verb for step in REPLY.steps} - own <= {step.verb for step in CASE.steps}


def test_the_usual_chain_ends_with_the_leader() -> None:
    assert [level.role for level in REPLY_CHAIN] == [
        Role.DISCLOSURE_OFFICE,
        Role.LEGAL_REVIEWER,
        Role.LEADER,
    ]
    assert list(chain_faults(REPLY_CHAIN)) == []


@pytest.mark.parametrize(
    ("chain", "code"),
    [
        pytest.param((), "REPLY-CHAIN-EMPTY", id="没有一级"),
        pytest.param(REPLY_CHAIN * 5, "REPLY-CHAIN-LONG", id="太多级"),
        pytest.param((Level("x", "评议", Role.APPRAISER),), "REPLY-CHAIN-ROLE", id="角色不对"),
        pytest.param((Level("x", " ", Role.LEADER),), "REPLY-CHAIN-LABEL", id="没有名称"),
    ],
)
def test_a_chain_that_will_not_do(chain: Chain, code: str) -> None:
    (found,) = chain_faults(chain)
    assert (found.code, found.paths) == (code, ("levels",))


def test_nobody_is_refused_on_the_spot() -> None:
    assert {DECISION[key].remedy.value for key in AT_ONCE} == {"B"}
