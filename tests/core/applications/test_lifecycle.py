"""The table of an application's states, and the five statutory stages."""

import pytest

from gongkai.core.applications.lifecycle import (
    CASE,
    CLOSED,
    EARLY,
    UNANSWERED,
    WAITING,
    Stage,
    is_open,
    stage_of,
)
from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.lifecycle import mermaid

STATES = {state.key for state in CASE.states}


def test_every_state_can_be_reached_and_every_case_can_be_filed() -> None:
    assert CASE.reachable() == STATES
    assert mermaid(CASE).startswith("stateDiagram-v2")
    assert {step.source for step in CASE.steps if step.verb == "archive"} == set(CLOSED)


def test_a_state_is_open_closed_or_filed() -> None:
    assert {*UNANSWERED, *CLOSED, "archived", "void"} == STATES
    assert not set(UNANSWERED) & set(CLOSED)
    assert set(WAITING) < set(EARLY) < set(UNANSWERED)
    assert is_open("handling")
    assert not is_open("replied")


def test_the_five_stages_come_in_their_order() -> None:
    assert [stage.label for stage in Stage] == ["登记", "审核", "办理", "答复", "归档"]
    way = ("received", "examining", "handling", "approved", "archived")
    assert [stage_of(state) for state in way] == list(Stage)
    assert {stage_of(state) for state in STATES} == set(Stage)


@pytest.mark.parametrize(
    ("state", "verb", "role", "target"),
    [
        pytest.param("examining", "ask_correction", Role.HANDLER, "correcting", id="告知补正"),
        pytest.param("correcting", "correct", Role.APPLICANT, "handling", id="补正"),
        pytest.param("correcting", "abandon", Role.HANDLER, "abandoned", id="逾期不补正"),
        pytest.param("handling", "consult", Role.HANDLER, "handling", id="征求意见"),
        pytest.param("handling", "decide_extension", Role.HEAD, "handling", id="批准延长"),
        pytest.param(
            "handling", "notice_fee", Role.DISCLOSURE_OFFICE, "fee_pending", id="通知缴费"
        ),
        pytest.param("in_review", "retract", Role.APPLICANT, "retracted", id="撤销申请"),
        pytest.param("archived", "reopen_case", Role.DISCLOSURE_OFFICE, "handling", id="重新办理"),
    ],
)
def test_steps(state: str, verb: str, role: Role, target: str) -> None:
    assert CASE.step(state, verb, {role}).target == target


@pytest.mark.parametrize(
    ("state", "verb", "role"),
    [
        pytest.param("correcting", "ask_correction", Role.HANDLER, id="不能再次要求补正"),
        pytest.param("replied", "retract", Role.APPLICANT, id="答复以后不能撤销"),
        pytest.param("handling", "decide_extension", Role.HANDLER, id="经办人不能批准延长"),
        pytest.param("archived", "submit", Role.HANDLER, id="归档以后不能送审"),
    ],
)
def test_what_is_not_open(state: str, verb: str, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        CASE.step(state, verb, {role})
