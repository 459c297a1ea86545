"""Lifecycles: which steps are open to whom, and tables that make no sense."""

import pytest

from gongkai.core.identity import NotAllowedError, Role
from gongkai.core.law import OGI
from gongkai.core.lifecycle import Lifecycle, State, Step, mermaid

STATES = (
    State("received", "已收到"),
    State("correcting", "待补正"),
    State("replied", "已答复"),
)
ASK = Step("received", "ask_correction", "correcting", Role.HANDLER, "告知补正", OGI.at(30))
TAKE = Step("correcting", "take_correction", "received", Role.APPLICANT, "补正", OGI.at(30))
REPLY = Step("received", "issue_reply", "replied", Role.APPROVER, "答复", OGI.at(36))
SAMPLE = Lifecycle("application", "received", STATES, (ASK, TAKE, REPLY))


def test_step_tells_target_and_basis() -> None:
    step = SAMPLE.step("received", "ask_correction", {Role.HANDLER})
    assert step.target == "correcting"
    assert str(step.cite).endswith("第三十条")


@pytest.mark.parametrize(
    ("state", "verb", "role"),
    [
        pytest.param("received", "issue_reply", Role.HANDLER, id="经办人不能签发"),
        pytest.param("correcting", "issue_reply", Role.APPROVER, id="待补正时不能答复"),
        pytest.param("replied", "ask_correction", Role.HANDLER, id="答复后不能补正"),
        pytest.param("received", "abolish", Role.HANDLER, id="没有这个步骤"),
    ],
)
def test_step_that_is_not_open(state: str, verb: str, role: Role) -> None:
    with pytest.raises(NotAllowedError):
        SAMPLE.step(state, verb, {role})


def test_open_steps_are_the_buttons_of_the_desk() -> None:
    assert SAMPLE.open_to("received", {Role.HANDLER, Role.APPROVER}) == (ASK, REPLY)
    assert SAMPLE.open_to("received", {Role.REVIEWER}) == ()


def test_ends_reach_and_labels() -> None:
    assert SAMPLE.ends() == {"replied"}
    assert SAMPLE.reachable() == {"received", "correcting", "replied"}
    assert SAMPLE.label("correcting") == "待补正"


def test_a_state_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match="archived"):
        Lifecycle(
            "x",
            "received",
            STATES,
            (*SAMPLE.steps, Step("replied", "a", "archived", Role.HEAD, "归")),
        )


def test_a_state_that_nothing_uses_is_refused() -> None:
    with pytest.raises(ValueError, match="lost"):
        Lifecycle("x", "received", (*STATES, State("lost", "遗失")), SAMPLE.steps)


def test_a_verb_with_two_targets_is_refused() -> None:
    twice = Step("received", "issue_reply", "correcting", Role.HEAD, "答复")
    with pytest.raises(ValueError, match="leads from one state to two"):
        Lifecycle("x", "received", STATES, (*SAMPLE.steps, twice))


def test_the_drawing_shows_states_steps_and_roles() -> None:
    drawn = mermaid(SAMPLE).splitlines()
    assert drawn[0] == "stateDiagram-v2"
    assert '    state "待补正" as correcting' in drawn
    assert "    [*] --> received" in drawn
    assert "    received --> correcting: 告知补正（经办人）" in drawn
    assert drawn[-1] == "    replied --> [*]"
