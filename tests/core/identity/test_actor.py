"""Actors and their roles."""

from gongkai.core.identity import SYSTEM, VISITOR, Actor, Role


def test_an_actor_has_the_roles_given() -> None:
    actor = Actor("user:1", "王敏", 7, frozenset({Role.HANDLER}))
    assert actor.has(Role.HANDLER)
    assert not actor.has(Role.APPROVER)


def test_system_and_visitor_have_no_role() -> None:
    assert not any(actor.has(role) for actor in (SYSTEM, VISITOR) for role in Role)


def test_every_role_has_a_word_of_its_own() -> None:
    assert len({role.label for role in Role}) == len(Role)
