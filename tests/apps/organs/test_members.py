"""Who acts when a user does."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gongkai.apps.organs.models import Member, Organ, User
from gongkai.apps.organs.queries import actor_of
from gongkai.core.identity import VISITOR, Role

pytestmark = pytest.mark.django_db


def test_a_member_acts_for_the_organ_in_the_roles_held() -> None:
    organ = Organ.objects.create(name="青禾县人民政府办公室")
    user = User.objects.create_user("wang", first_name="敏", last_name="王")
    member = Member.objects.create(user=user, organ=organ, roles=["handler", "reviewer"])
    actor = actor_of(user)
    assert actor.key == f"user:{user.pk}"
    assert actor.organ_id == organ.pk
    assert actor.roles == {Role.HANDLER, Role.REVIEWER}
    assert str(organ) in str(member)


def test_somebody_who_belongs_nowhere_may_do_nothing() -> None:
    actor = actor_of(User.objects.create_user("li"))
    assert (actor.name, actor.organ_id, actor.roles) == ("li", None, frozenset())


def test_somebody_not_signed_in_is_a_visitor() -> None:
    assert actor_of(AnonymousUser()) is VISITOR
