"""The lifecycle of a dispute: nothing is stuck, nothing that is struck out comes back."""

from gongkai.core.disputes.lifecycle import CLOSED, DISPUTE, LITIGATION_ONLY, OPEN, VOID


def test_every_state_is_reached() -> None:
    assert DISPUTE.reachable() == {state.key for state in DISPUTE.states}


def test_only_what_is_struck_out_is_the_end() -> None:
    assert DISPUTE.ends() == {VOID}


def test_every_open_dispute_can_be_closed() -> None:
    closing = {step.source for step in DISPUTE.steps if step.verb == "close_dispute"}
    assert closing == set(OPEN)


def test_what_courts_only_do_is_in_the_table() -> None:
    assert {step.verb for step in DISPUTE.steps} >= LITIGATION_ONLY


def test_a_result_can_be_taken_back() -> None:
    assert {step.target for step in DISPUTE.steps if step.source == CLOSED} == {CLOSED, "answered"}
