"""Who acts when a user does."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from gongkai.apps.organs.duties import appoint_stand_in
from gongkai.apps.organs.models import User
from gongkai.apps.organs.queries import actor_of, standings
from gongkai.apps.organs.succession import close_organ
from gongkai.core.identity import SYSTEM, VISITOR, Role
from tests.factories.organs import TODAY, Region, basis, duty, person, serving

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def region() -> Region:
    return Region()


def test_somebody_acts_for_the_organ_in_the_roles_held(region: Region) -> None:
    user = serving("wang", region.finance, Role.HANDLER, Role.REVIEWER)
    actor = actor_of(user, TODAY)
    assert (actor.key, actor.name) == (f"user:{user.pk}", "wang")
    assert actor.organ_id == region.finance.pk
    assert actor.roles == {Role.HANDLER, Role.REVIEWER}
    assert str(region.finance) in str(user.duties.get(role="handler"))


def test_somebody_in_two_organs_acts_for_one_at_a_time(region: Region) -> None:
    user = serving("wang", region.finance, Role.HANDLER)
    duty(user, region.health, Role.LEADER)
    assert [place.organ for place in standings(user, TODAY)] == [
        region.finance.name,
        region.health.name,
    ]
    assert actor_of(user, TODAY).roles == {Role.HANDLER}
    chosen = actor_of(user, TODAY, organ_id=region.health.pk)
    assert chosen.organ_id == region.health.pk
    assert chosen.roles == {Role.LEADER}
    elsewhere = actor_of(user, TODAY, organ_id=region.stranger.pk)
    assert elsewhere.organ_id == region.finance.pk


def test_who_stands_in_acts_in_the_role_from_the_first_day_to_the_last(region: Region) -> None:
    holder = serving("zhang", region.finance, Role.LEADER)
    deputy = serving("li", region.finance)
    first, last = TODAY, TODAY + DAY * 2
    appoint_stand_in(
        SYSTEM,
        duty_id=holder.duties.get().pk,
        deputy_id=deputy.pk,
        span=(first, last),
        reason="外出培训",
    )
    days = [first - DAY, first, last, last + DAY]
    assert [Role.LEADER in actor_of(deputy, day).roles for day in days] == [
        False,
        True,
        True,
        False,
    ]
    assert Role.LEADER in actor_of(holder, TODAY).roles
    User.objects.filter(pk=holder.pk).update(is_active=False)
    assert Role.LEADER not in actor_of(deputy, TODAY).roles


def test_an_account_out_of_use_holds_nothing(region: Region) -> None:
    user = serving("wang", region.finance)
    user.is_active = False
    assert standings(user, TODAY) == ()


def test_a_duty_in_a_closed_organ_gives_nothing(region: Region) -> None:
    user = serving("wang", region.finance)
    close_organ(SYSTEM, organ_id=region.finance.pk, successor_id=None, basis=basis(TODAY))
    assert standings(user, TODAY - DAY) != ()
    assert standings(user, TODAY) == ()


def test_somebody_who_serves_nowhere_may_do_nothing() -> None:
    actor = actor_of(person("li"), TODAY)
    assert (actor.name, actor.organ_id, actor.roles) == ("li", None, frozenset())


def test_somebody_not_signed_in_is_a_visitor() -> None:
    assert actor_of(AnonymousUser(), TODAY) is VISITOR
    assert standings(AnonymousUser(), TODAY) == ()
