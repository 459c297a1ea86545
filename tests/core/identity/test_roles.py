"""Which roles one person never holds at once."""

from itertools import combinations

import pytest

from gongkai.core.identity import Actor, Role
from gongkai.core.identity.roles import ADMINISTRATORS, GIVEN, conflicts


@pytest.mark.parametrize(("first", "second"), list(combinations(sorted(ADMINISTRATORS), 2)))
def test_the_three_administrators_exclude_each_other(first: Role, second: Role) -> None:
    (found,) = conflicts({first, second})
    assert {found.first, found.second} == {first, second}


@pytest.mark.parametrize("role", [role for role in GIVEN if role is not Role.APPRAISER])
def test_who_appraises_from_outside_serves_nowhere(role: Role) -> None:
    assert [found.rule.title for found in conflicts({role, Role.APPRAISER})] == [
        "社会监督评议员不在机关任职"
    ]


@pytest.mark.parametrize(
    "roles",
    [
        pytest.param({Role.DRAFTER, Role.UNIT_HEAD}, id="起草和审核按每份文件区分"),
        pytest.param({Role.ADMINISTRATOR, Role.DRAFTER}, id="系统管理员可以兼业务角色"),
        pytest.param({Role.AUDITOR}, id="一个角色"),
        pytest.param(set(), id="没有角色"),
    ],
)
def test_roles_that_go_together(roles: set[Role]) -> None:
    assert conflicts(roles) == ()


def test_every_role_has_a_word_and_what_is_given_says_what_for() -> None:
    assert all(role.label for role in Role)
    assert [role for role in GIVEN if not role.hint] == []
    assert Role.APPLICANT.hint == ""


def test_an_actor_holds_the_roles_given() -> None:
    actor = Actor("user:1", "王敏", 1, frozenset({Role.DRAFTER}))
    assert actor.has(Role.DRAFTER)
    assert not actor.has(Role.LEADER)
